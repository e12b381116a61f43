import { parseSeen, withSeen, type SeenProduct } from "./seen-products";

const seen = (slug: string): SeenProduct => ({ slug, image: `/art/${slug}.svg`, names: { en: slug } });
const look = (slug: string, locale: "bn" | "en" = "en") => ({
  slug,
  image: `/art/${slug}.svg`,
  name: slug,
  locale,
});

test("the last product that was looked at comes first, and each is there once", () => {
  const list = withSeen(withSeen([seen("tea")], look("honey")), look("tea"));
  expect(list.map(({ slug }) => slug)).toEqual(["tea", "honey"]);
});

test("a product that is looked at in both languages keeps both names", () => {
  expect(withSeen([seen("tea")], { ...look("tea", "bn"), name: "চা" })[0]?.names).toEqual({
    en: "tea",
    bn: "চা",
  });
});

test("the list does not grow for ever", () => {
  const all = Array.from({ length: 40 }, (_, n) => `p-${n}`);
  const list = all.reduce<SeenProduct[]>((sofar, slug) => withSeen(sofar, look(slug)), []);
  expect(list).toHaveLength(13);
  expect(list[0]?.slug).toBe("p-39");
});

test("what others wrote into the browser's memory is left out", () => {
  expect(parseSeen(null)).toEqual([]);
  expect(parseSeen("no json")).toEqual([]);
  expect(parseSeen('{"slug":"tea"}')).toEqual([]);
  const evil = { slug: "tea", image: "https://evil.example/x.png", names: {} };
  expect(
    parseSeen(JSON.stringify([seen("tea"), evil, null, 3, { slug: "../x", image: "/", names: {} }])),
  ).toEqual([seen("tea")]);
});
