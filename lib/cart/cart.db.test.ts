import { randomBytes, randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db";
import { MAX_LINES, MAX_PER_LINE } from "./cart-view";
import { addToCart, removeLine, setQuantity } from "./change-cart";
import { readCart } from "./read-cart";
import { isStillTrue, readSeenLines, writeSeenLines } from "./seen-lines";

async function newShopper(): Promise<string> {
  return (await db.shopper.create({ data: { cookieHash: new Uint8Array(randomBytes(32)) } })).id;
}

/** Puts an article on the shelf and returns its SKU. */
async function stock(count: number, priceInPoisha = 250_00): Promise<string> {
  const slug = `test-${randomUUID()}`;
  const category = await db.category.upsert({
    where: { slug: "test" },
    update: {},
    create: {
      slug: "test",
      position: 99,
      nameBn: "পরীক্ষা",
      nameEn: "Test",
      descriptionBn: "পরীক্ষা",
      descriptionEn: "Test",
      image: "/art/icon.svg",
    },
  });
  await db.product.create({
    data: {
      slug,
      categoryId: category.id,
      position: 0,
      nameBn: "চা",
      nameEn: "Tea",
      summaryBn: "চা",
      summaryEn: "Tea",
      descriptionBn: ["চা"],
      descriptionEn: ["Tea"],
      originBn: "সিলেট",
      originEn: "Sylhet",
      image: "/art/icon.svg",
      imageAltBn: "চা",
      imageAltEn: "Tea",
      details: [],
      variants: { create: { sku: slug, priceInPoisha, weightInGrams: 100, stock: count } },
    },
  });
  return slug;
}

test("a browser that never bought anything has an empty cart", async () => {
  expect(await readCart(await newShopper(), "bn")).toEqual({
    id: null,
    lines: [],
    count: 0,
    subtotal: 0,
    vat: 0,
    vatAdded: 0,
    weightInGrams: 0,
    coupon: null,
  });
});

test("adding the same article twice makes one line with both", async () => {
  const shopper = await newShopper();
  const sku = await stock(10);
  expect(await addToCart(shopper, sku, 2)).toEqual({ ok: true, count: 2 });
  expect(await addToCart(shopper, sku, 3)).toEqual({ ok: true, count: 5 });
  const cart = await readCart(shopper, "bn");
  expect(cart.lines).toEqual([
    expect.objectContaining({ sku, name: "চা", quantity: 5, lineTotal: 1250_00, problem: null }),
  ]);
  expect(cart.subtotal).toBe(1250_00);
});

test("clicks that arrive at once add up, and never pass the stock", async () => {
  const shopper = await newShopper();
  const sku = await stock(4);
  const answers = await Promise.all(Array.from({ length: 8 }, () => addToCart(shopper, sku, 1)));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(4);
  expect((await readCart(shopper, "en")).count).toBe(4);
});

test("more than there is in stock is refused, with what is left", async () => {
  const shopper = await newShopper();
  const sku = await stock(3);
  expect(await addToCart(shopper, sku, 4)).toEqual({
    ok: false,
    code: "NOT_ENOUGH_STOCK",
    available: 3,
    inCart: 0,
  });
  await addToCart(shopper, sku, 2);
  expect(await addToCart(shopper, sku, 2)).toEqual({
    ok: false,
    code: "NOT_ENOUGH_STOCK",
    available: 3,
    inCart: 2,
  });
  expect(await setQuantity(shopper, sku, 3)).toEqual({ ok: true, count: 3 });
});

test("a line holds 20 pieces at most, and only whole pieces", async () => {
  const shopper = await newShopper();
  const sku = await stock(500);
  expect(await addToCart(shopper, sku, MAX_PER_LINE)).toEqual({ ok: true, count: 20 });
  expect(await addToCart(shopper, sku, 1)).toEqual({
    ok: false,
    code: "LIMIT_PER_LINE",
    available: 20,
    inCart: 20,
  });
  for (const wrong of [0, -1, 1.5, 21, NaN, Infinity])
    expect(await setQuantity(shopper, sku, wrong)).toEqual({ ok: false, code: "INVALID_QUANTITY" });
});

test("what is sold out or unknown does not go in", async () => {
  const shopper = await newShopper();
  expect(await addToCart(shopper, await stock(0), 1)).toEqual({ ok: false, code: "SOLD_OUT" });
  expect(await addToCart(shopper, "no-such-article", 1)).toEqual({ ok: false, code: "UNKNOWN_SKU" });
});

test("a cart takes 50 different articles", async () => {
  const shopper = await newShopper();
  const articles = await Promise.all(Array.from({ length: MAX_LINES }, () => stock(1)));
  for (const sku of articles) await addToCart(shopper, sku, 1);
  expect(await addToCart(shopper, await stock(1), 1)).toEqual({ ok: false, code: "CART_FULL" });
});

test("a line that shrank or sold out says so and is counted with what is left", async () => {
  const shopper = await newShopper();
  const [shrunk, gone] = [await stock(5), await stock(5)];
  await addToCart(shopper, shrunk, 5);
  await addToCart(shopper, gone, 1);
  await db.variant.update({ where: { sku: shrunk }, data: { stock: 2 } });
  await db.variant.update({ where: { sku: gone }, data: { stock: 0 } });
  const cart = await readCart(shopper, "en");
  expect(cart.lines).toEqual([
    expect.objectContaining({
      problem: "REDUCED",
      askedQuantity: 5,
      quantity: 2,
      maxQuantity: 2,
      lineTotal: 500_00,
    }),
    expect.objectContaining({ problem: "SOLD_OUT", quantity: 0, lineTotal: 0 }),
  ]);
  expect(cart).toMatchObject({ count: 2, subtotal: 500_00 });
});

test("a price that changed is today's price", async () => {
  const shopper = await newShopper();
  const sku = await stock(5, 100_00);
  await addToCart(shopper, sku, 2);
  const before = readSeenLines(writeSeenLines(await readCart(shopper, "en")));
  await db.variant.update({ where: { sku }, data: { priceInPoisha: 120_00 } });
  const after = await readCart(shopper, "en");
  expect(after.subtotal).toBe(240_00);
  expect(before).toEqual([{ sku, quantity: 2, unitPrice: 100_00 }]);
  expect(isStillTrue(before ?? [], after)).toBe(false);
});

test("removing a line twice is no error, and another's cart stays as it is", async () => {
  const [mine, theirs] = [await newShopper(), await newShopper()];
  const sku = await stock(5);
  await addToCart(mine, sku, 1);
  await addToCart(theirs, sku, 2);
  expect(await removeLine(mine, sku)).toEqual({ ok: true, count: 0 });
  expect(await removeLine(mine, sku)).toEqual({ ok: true, count: 0 });
  expect((await readCart(theirs, "en")).count).toBe(2);
});
