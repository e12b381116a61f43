import { createShopper } from "@/lib/auth/shopper";
import { addToCart } from "@/lib/cart/change-cart";
import { readCart } from "@/lib/cart/read-cart";
import { db } from "@/lib/platform/db";
import { openShop } from "@/lib/testing/open-shop";
import { readReorderNotes, reorder } from "./reorder";

/** Somebody who bought one piece of an article, with the order's quantity as wanted. */
async function openBought(quantity: number) {
  const shop = await openShop({ stock: 10, priceInPoisha: 125_000 });
  const shopper = await createShopper();
  await db.orderViewer.create({ data: { orderId: shop.orderId, shopperId: shopper.id } });
  await db.orderLine.updateMany({ where: { orderId: shop.orderId }, data: { quantity } });
  const variant = await db.variant.findUniqueOrThrow({ where: { id: shop.variantId } });
  const change = (data: { stock?: number; priceInPoisha?: number }) =>
    db.variant.update({ where: { id: shop.variantId }, data });
  return { ...shop, shopperId: shopper.id, sku: variant.sku, change };
}

const quantities = async (shopperId: string) =>
  (await readCart(shopperId, "en")).lines.map(({ sku, quantity }) => [sku, quantity]);

test("what an order held is in the cart again, once however often it is asked for", async () => {
  const { orderNumber, shopperId, sku } = await openBought(3);
  expect(await reorder(orderNumber, { shopperId }, shopperId)).toBe(3);
  expect(await reorder(orderNumber, { shopperId }, shopperId)).toBe(3);
  expect(await quantities(shopperId)).toEqual([[sku, 3]]);
  expect(await readReorderNotes(orderNumber, { shopperId })).toEqual([]);
});

test("more of it that is in the cart already stays there", async () => {
  const { orderNumber, shopperId, sku } = await openBought(2);
  await addToCart(shopperId, sku, 5);
  expect(await reorder(orderNumber, { shopperId }, shopperId)).toBe(5);
});

test("what is dearer, cheaper or rarer today is said, with both numbers", async () => {
  const { orderNumber, shopperId, sku, change } = await openBought(3);
  await change({ stock: 2, priceInPoisha: 130_000 });
  expect(await reorder(orderNumber, { shopperId }, shopperId)).toBe(2);
  expect(await readReorderNotes(orderNumber, { shopperId })).toMatchObject([
    { sku, kind: "fewer", asked: 3, left: 2 },
    { sku, kind: "dearer", was: 125_000, now: 130_000 },
  ]);
  await change({ stock: 20, priceInPoisha: 99_000 });
  expect(await readReorderNotes(orderNumber, { shopperId })).toMatchObject([{ sku, kind: "cheaper" }]);
});

test("what is gone is said, and nothing is put into the cart for it", async () => {
  const { orderNumber, shopperId, sku, change } = await openBought(1);
  await change({ stock: 0 });
  expect(await reorder(orderNumber, { shopperId }, shopperId)).toBeNull();
  expect(await quantities(shopperId)).toEqual([]);
  expect(await readReorderNotes(orderNumber, { shopperId })).toMatchObject([{ sku, kind: "gone" }]);
});

test("nobody learns from an order that is not theirs", async () => {
  const { orderNumber } = await openBought(1);
  const stranger = await createShopper();
  expect(await reorder(orderNumber, { shopperId: stranger.id }, stranger.id)).toBeNull();
  expect(await readReorderNotes(orderNumber, { shopperId: stranger.id })).toEqual([]);
  expect(await readReorderNotes("S-1'; --", { shopperId: stranger.id })).toEqual([]);
});
