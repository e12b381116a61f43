import { randomUUID } from "node:crypto";
import { poisha } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { browse, PER_PAGE, type BrowseWish } from "./browse";
import { knownChoices } from "./known-choices";
import { suggest } from "./suggest";

/** A category of this run's own, so that nothing else in the database is counted. */
const categorySlug = `weaves-${randomUUID()}`;
const collectionSlug = `gifts-${randomUUID()}`;

const size = { key: "size", name: { bn: "সাইজ", en: "Size" } };
const colour = { key: "colour", name: { bn: "রং", en: "Colour" } };
const value = (key: string, bn: string, en: string) => ({ key, name: { bn, en } });
const OPTIONS = [
  { ...size, values: [value("42", "৪২", "42"), value("40", "৪০", "40")] },
  {
    ...colour,
    values: [
      { ...value("red", "লাল", "Red"), colour: "#BF3F2C" },
      { ...value("blue", "নীল", "Blue"), colour: "#2F5F9E" },
    ],
  },
];

interface Shelf {
  bn: string;
  en: string;
  variants: { options?: Record<string, string>; taka: number; stock: number }[];
}

async function put(position: number, { bn, en, variants }: Shelf): Promise<string> {
  const id = randomUUID();
  const { id: productId } = await db.product.create({
    data: {
      slug: id,
      category: { connect: { slug: categorySlug } },
      position,
      nameBn: bn,
      nameEn: en,
      summaryBn: "",
      summaryEn: "",
      descriptionBn: [],
      descriptionEn: [],
      originBn: "নারায়ণগঞ্জ",
      originEn: "Narayanganj",
      image: "/art/icon.svg",
      imageAltBn: "",
      imageAltEn: "",
      details: [],
      options: variants.some(({ options }) => options) ? OPTIONS : [],
      variants: {
        create: variants.map(({ options = {}, taka, stock }, index) => ({
          sku: `${id}-${index}`,
          options,
          position: index,
          priceInPoisha: taka * 100,
          stock,
          weightInGrams: 100,
        })),
      },
    },
  });
  return productId;
}

beforeAll(async () => {
  const place = {
    position: 90,
    nameBn: "বুনন",
    nameEn: "Weaves",
    descriptionBn: "",
    descriptionEn: "",
    image: "/art/icon.svg",
  };
  await db.category.create({ data: { slug: categorySlug, ...place } });
  const panjabi = await put(0, {
    bn: "খাদি পাঞ্জাবি",
    en: "Khadi panjabi",
    variants: [
      { options: { size: "40", colour: "red" }, taka: 2400, stock: 0 },
      { options: { size: "42", colour: "blue" }, taka: 2600, stock: 5 },
    ],
  });
  await put(1, {
    bn: "জামদানি ওড়না",
    en: "Jamdani scarf",
    variants: [{ options: { colour: "red" }, taka: 2850, stock: 3 }],
  });
  await put(2, { bn: "চেক গামছা", en: "Checked gamcha", variants: [{ taka: 350, stock: 9 }] });
  await put(3, { bn: "মসলিন", en: "Muslin", variants: [{ taka: 9000, stock: 0 }] });
  await db.collection.create({
    data: { slug: collectionSlug, ...place, products: { create: { productId: panjabi, position: 0 } } },
  });
});

const look = (wish: BrowseWish = {}) => browse({ categorySlug, ...wish }, "en");
const names = async (wish?: BrowseWish) => (await look(wish)).products.map(({ name }) => name);

test("a list shows what can be bought in the shop's order, and what is sold out last", async () => {
  expect(await names()).toEqual(["Khadi panjabi", "Jamdani scarf", "Checked gamcha", "Muslin"]);
});

test("facets say how many products each value has, in the reader's language and in a sensible order", async () => {
  const { facets, prices } = await browse({ categorySlug }, "bn");
  const [colours, sizes] = [
    facets.find(({ key }) => key === "colour"),
    facets.find(({ key }) => key === "size"),
  ];
  expect(colours).toMatchObject({ name: "রং" });
  expect(colours?.values.map(({ name, count, colour: shown }) => [name, count, shown])).toEqual([
    ["নীল", 1, "#2F5F9E"],
    ["লাল", 2, "#BF3F2C"],
  ]);
  expect(sizes?.values.map(({ name }) => name)).toEqual(["৪০", "৪২"]);
  expect(prices).toEqual({ lowest: 350_00, highest: 9000_00 });
});

test("several colours are any of them; a colour and a size are one thing that is both", async () => {
  expect(await names({ chosen: { colour: ["red", "blue"] } })).toEqual(["Khadi panjabi", "Jamdani scarf"]);
  expect(await names({ chosen: { colour: ["red"], size: ["42"] } })).toEqual([]);
  expect(await names({ chosen: { colour: ["blue"], size: ["42"] } })).toEqual(["Khadi panjabi"]);
});

test("words that others add to an address narrow nothing: only what some article really is does", async () => {
  expect(await knownChoices({ source: ["facebook"], ref: ["fb"], page2: ["red"] })).toEqual({});
  expect(
    await knownChoices({ source: ["facebook"], colour: ["red", "no-such-colour"], size: ["no-such-size"] }),
  ).toEqual({
    colour: ["red"],
  });
  expect(await knownChoices({})).toEqual({});
});

test("a red one that is sold out is not in stock because a blue one is", async () => {
  expect(await names({ chosen: { colour: ["red"] }, inStockOnly: true })).toEqual(["Jamdani scarf"]);
});

test("prices are bounds of what one would pay for one of its variants", async () => {
  expect(await names({ atLeast: poisha(2500_00), atMost: poisha(2700_00) })).toEqual(["Khadi panjabi"]);
  expect(await names({ atMost: poisha(350_00) })).toEqual(["Checked gamcha"]);
});

test("an order by price keeps what is sold out at the end", async () => {
  expect(await names({ sort: "price-up" })).toEqual([
    "Checked gamcha",
    "Khadi panjabi",
    "Jamdani scarf",
    "Muslin",
  ]);
  expect(await names({ sort: "price-down" })).toEqual([
    "Jamdani scarf",
    "Khadi panjabi",
    "Checked gamcha",
    "Muslin",
  ]);
});

test.each([
  ["jamdani", ["Jamdani scarf"]],
  ["jamdni", ["Jamdani scarf"]],
  ["Panjabii", ["Khadi panjabi"]],
  ["জামদানি", ["Jamdani scarf"]],
  ["জামদনি", ["Jamdani scarf"]],
  ["গামছা", ["Checked gamcha"]],
  ["narayanganj gamcha", ["Checked gamcha"]],
  ["laptop", []],
])("a search for %s finds %j", async (typed, found) => {
  expect(await names({ typed })).toEqual(found);
});

test("a search is a search: signs that mean something to a database mean nothing here", async () => {
  expect(await names({ typed: '%\'; DROP TABLE "Product"; --' })).toEqual([]);
});

test("a collection holds what the merchant put in it, across categories", async () => {
  const { products, total } = await browse({ collectionSlug }, "en");
  expect([products.map(({ name }) => name), total]).toEqual([["Khadi panjabi"], 1]);
});

test("a long list has pages, and a page after the last is empty and no error", async () => {
  const { total, pages, page } = await look({ page: 2 });
  expect({ total, pages, page }).toEqual({ total: 4, pages: 1, page: 2 });
  expect(PER_PAGE % 12).toBe(0);
});

test("suggestions are what a search finds first, with the lowest price, and none before there is a word", async () => {
  const [first] = await suggest("খাদি পাঞ্জাবী", "bn");
  expect(first).toMatchObject({ name: "খাদি পাঞ্জাবি", price: 2400_00 });
  expect(await suggest(" . ", "bn")).toEqual([]);
  expect(await suggest("narayanganj", "en", 2)).toHaveLength(2);
});
