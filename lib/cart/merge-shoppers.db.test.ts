import { createShopper } from "@/lib/auth/shopper";
import { db } from "@/lib/platform/db";
import { placeOrder } from "@/lib/orders/place-order";
import { readOrder } from "@/lib/orders/read-order";
import { openShop, stockArticle } from "@/lib/testing/open-shop";
import { changeWish, wishedSlugs } from "@/lib/wishes/change-wishes";
import { MAX_LINES } from "./cart-view";
import { addToCart } from "./change-cart";
import { mergeShoppers } from "./merge-shoppers";
import { readCart } from "./read-cart";

let articles = 0;
async function article(): Promise<string> {
  const sku = `MERGE-${process.pid}-${++articles}`;
  await stockArticle(sku, 100_00, 50);
  return sku;
}

const merge = (from: string, into: string) => db.$transaction((tx) => mergeShoppers(tx, from, into));

async function quantities(shopperId: string): Promise<Record<string, number>> {
  const { lines } = await readCart(shopperId, "en");
  return Object.fromEntries(lines.map(({ sku, askedQuantity }) => [sku, askedQuantity]));
}

test("two carts become one: the larger quantity of what is in both, and everything else", async () => {
  const [from, into] = [(await createShopper()).id, (await createShopper()).id];
  const [both, mine, theirs] = [await article(), await article(), await article()];
  await addToCart(from, both, 3);
  await addToCart(from, mine, 1);
  await addToCart(into, both, 2);
  await addToCart(into, theirs, 4);
  await merge(from, into);
  await merge(from, into);
  expect(await quantities(into)).toEqual({ [both]: 3, [mine]: 1, [theirs]: 4 });
  expect(await quantities(from)).toEqual({});
});

test("a full cart takes no more lines, and loses none of its own", async () => {
  const [from, into] = [(await createShopper()).id, (await createShopper()).id];
  const shared = await article();
  await addToCart(from, await article(), 1);
  await addToCart(from, shared, 5);
  await addToCart(into, shared, 1);
  for (let n = 1; n < MAX_LINES; n++) await addToCart(into, await article(), 1);
  const before = Object.keys(await quantities(into));
  await merge(from, into);
  const after = await quantities(into);
  expect(Object.keys(after).sort()).toEqual(before.sort());
  expect(after[shared]).toBe(5);
});

test("wishes and the right to see orders come along; a coupon where there is none", async () => {
  const [from, into] = [(await createShopper()).id, (await createShopper()).id];
  const sku = await article();
  await addToCart(from, sku, 1);
  const coupon = await db.coupon.create({ data: { code: `M-${process.pid}`, kind: "FREE_DELIVERY" } });
  await db.cart.update({ where: { shopperId: from }, data: { couponId: coupon.id } });
  for (const shopper of [from, into]) await changeWish(shopper, sku.toLowerCase(), true);
  const placed = await placeOrder({
    lines: [{ sku, quantity: 1 }],
    contact: { name: "Rahima Khatun", phone: "+8801712345678" },
    delivery: { district: "dhaka", address: "Road 5" },
    locale: "en",
    shopperId: from,
  });
  if (!placed.ok) throw new Error(placed.code);
  await merge(from, into);
  expect((await readCart(into, "en")).coupon?.code).toBe(coupon.code);
  expect(await wishedSlugs(into)).toEqual([sku.toLowerCase()]);
  expect(await wishedSlugs(from)).toEqual([]);
  expect(await readOrder(placed.order.number, { shopperId: into })).not.toBeNull();
  expect(await readOrder(placed.order.number, { shopperId: from })).toBeNull();
});

test("an order that was placed before empties the merged cart when it is paid", async () => {
  const { orderId } = await openShop();
  const [from, into] = [(await createShopper()).id, (await createShopper()).id];
  await addToCart(from, await article(), 1);
  const { id: cartId } = await db.cart.findUniqueOrThrow({ where: { shopperId: from } });
  await db.order.update({ where: { id: orderId }, data: { cartId } });
  await merge(from, into);
  const cart = await db.cart.findUniqueOrThrow({ where: { shopperId: into } });
  expect((await db.order.findUniqueOrThrow({ where: { id: orderId } })).cartId).toBe(cart.id);
});

test("two sign-ins at once that merge each other's shoppers both come to an end", async () => {
  const [one, other] = [(await createShopper()).id, (await createShopper()).id];
  const [tea, honey] = [await article(), await article()];
  await addToCart(one, tea, 1);
  await addToCart(other, honey, 1);
  await Promise.all([merge(one, other), merge(one, other)]);
  expect(await quantities(other)).toEqual({ [tea]: 1, [honey]: 1 });
});
