import { randomUUID } from "node:crypto";
import { createShopper } from "@/lib/auth/shopper";
import { addToCart } from "@/lib/cart/change-cart";
import { enterCoupon } from "@/lib/cart/change-coupon";
import { readCart } from "@/lib/cart/read-cart";
import { seenCouponCode, writeSeenCoupon } from "@/lib/cart/seen-lines";
import { db } from "@/lib/platform/db";
import { stockArticle } from "@/lib/testing/open-shop";
import { chooseCashOnDelivery } from "./order-without-wallet";
import type { PlaceOrderInput } from "./order-wish";
import { findPlacedOrder, placeOrder } from "./place-order";

afterAll(() => db.$disconnect());

/** A shopper with two articles and a coupon in the cart, who orders the first. */
async function checkout(paymentMethod: PlaceOrderInput["paymentMethod"] & string) {
  const { id: shopperId } = await createShopper();
  const [bought, kept] = [`CART-${randomUUID()}`, `CART-${randomUUID()}`];
  for (const sku of [bought, kept]) {
    await stockArticle(sku, 250_00, 10);
    await addToCart(shopperId, sku, 1);
  }
  const code = `T-${randomUUID().slice(0, 8).toUpperCase()}`;
  await db.coupon.create({ data: { code, kind: "PERCENTAGE", basisPoints: 1000 } });
  await enterCoupon(shopperId, code);
  const cart = await readCart(shopperId, "en");
  const couponCode = seenCouponCode(writeSeenCoupon(cart));
  const order: PlaceOrderInput = {
    lines: [{ sku: bought, quantity: 1 }],
    contact: { name: "Rahima", phone: "+8801712345678" },
    delivery: { district: "dhaka", upazila: "dhanmondi", address: "Road 5" },
    locale: "en",
    paymentMethod,
    shopperId,
    idempotencyKey: randomUUID(),
    ...(couponCode && { couponCode }),
    ...(cart.id && { cartId: cart.id }),
  };
  const inCart = async () => {
    const { lines, coupon } = await readCart(shopperId, "en");
    return { skus: lines.map(({ sku }) => sku), coupon: coupon?.code ?? null };
  };
  return { order, bought, kept, code, shopperId, inCart };
}

test("what is paid at the door leaves the cart with its coupon when it is ordered, and what was not ordered stays", async () => {
  const { order, kept, inCart } = await checkout("CASH_ON_DELIVERY");
  expect(await placeOrder(order)).toMatchObject({ ok: true });
  expect(await inCart()).toEqual({ skus: [kept], coupon: null });
});

test("what bKash is to pay stays in the cart, until cash is chosen instead", async () => {
  const { order, bought, kept, code, shopperId, inCart } = await checkout("WALLET");
  const placed = await placeOrder(order);
  if (!placed.ok) throw new Error(placed.code);
  expect(await inCart()).toEqual({ skus: [bought, kept], coupon: code });
  expect(await chooseCashOnDelivery(placed.order.number, { shopperId })).toEqual({ ok: true });
  expect(await inCart()).toEqual({ skus: [kept], coupon: null });
});

test("the same form sent again finds its order, although its goods have left the cart", async () => {
  const { order } = await checkout("CASH_ON_DELIVERY");
  expect(await findPlacedOrder(order)).toBeNull();
  const placed = await placeOrder(order);
  expect(await findPlacedOrder(order)).toEqual(placed);
  expect(await findPlacedOrder({ ...order, shopperId: randomUUID() })).toBeNull();
});

test("a coupon that was seen is read back from the form, and a form without one names none", () => {
  expect(seenCouponCode("EID10@5000")).toBe("EID10");
  expect(seenCouponCode("")).toBeNull();
});
