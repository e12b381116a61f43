import { createShopper } from "@/lib/auth/shopper";
import { stockArticle } from "@/lib/testing/open-shop";
import { withoutFeature } from "@/lib/testing/switch-off";
import { changeWish, MAX_WISHES } from "./change-wishes";
import { readWishlist } from "./read-wishlist";

let articles = 0;
async function product(): Promise<string> {
  const sku = `WISH-${process.pid}-${++articles}`;
  await stockArticle(sku, 100_00, 5);
  return sku.toLowerCase();
}

const slugs = async (shopperId: string) => (await readWishlist(shopperId, "bn")).map(({ slug }) => slug);

test("a heart puts a product on the list once, the newest first, and takes it off again", async () => {
  const { id } = await createShopper();
  const [tea, honey] = [await product(), await product()];
  await changeWish(id, tea, true);
  await changeWish(id, honey, true);
  expect(await changeWish(id, tea, true)).toMatchObject({ ok: true });
  expect(await slugs(id)).toEqual([honey, tea]);
  await changeWish(id, honey, false);
  expect(await changeWish(id, honey, false)).toEqual({ ok: true, slugs: [tea] });
  expect(await slugs((await createShopper()).id)).toEqual([]);
});

test("a list holds fifty products, and nothing that the shop does not have", async () => {
  const { id } = await createShopper();
  expect(await changeWish(id, "no-such-product", true)).toEqual({ ok: false, code: "UNKNOWN_PRODUCT" });
  for (let n = 0; n < MAX_WISHES; n++) await changeWish(id, await product(), true);
  expect(await changeWish(id, await product(), true)).toEqual({ ok: false, code: "WISHES_FULL" });
  expect(await slugs(id)).toHaveLength(MAX_WISHES);
});

test("a shop without a wishlist marks nothing, and has the old list again when it wants one", async () => {
  const { id } = await createShopper();
  const tea = await product();
  await changeWish(id, tea, true);
  for (const isWanted of [true, false])
    expect(await withoutFeature("wishlist", () => changeWish(id, tea, isWanted))).toEqual({
      ok: false,
      code: "NOT_OFFERED",
    });
  expect(await slugs(id)).toEqual([tea]);
});
