import { randomUUID } from "node:crypto";
import { createShopper } from "@/lib/auth/shopper";
import { addToCart } from "@/lib/cart/change-cart";
import { enterCoupon, removeCoupon } from "@/lib/cart/change-coupon";
import { readCart } from "@/lib/cart/read-cart";
import type { CouponTerms } from "@/lib/coupons/coupon";
import { db } from "@/lib/platform/db";
import { stockArticle } from "@/lib/testing/open-shop";
import { withoutFeature } from "@/lib/testing/switch-off";
import type { PlaceOrderInput } from "./order-wish";
import { placeOrder } from "./place-order";
import { readOrder } from "./read-order";
import { releaseExpiredOrders } from "./release-expired-orders";

async function article(priceInPoisha: number): Promise<string> {
  const sku = `COUPON-${randomUUID()}`;
  await stockArticle(sku, priceInPoisha, 100);
  return sku;
}

const newCode = () => `T-${randomUUID().slice(0, 8).toUpperCase()}`;

/** Ten percent, unless said otherwise. */
async function coupon(terms: Partial<CouponTerms> = {}): Promise<string> {
  const { code } = await db.coupon.create({
    data: { code: newCode(), kind: "PERCENTAGE", basisPoints: 1000, ...terms },
  });
  return code;
}

const place = (sku: string, couponCode: string, more: Partial<PlaceOrderInput> = {}) =>
  placeOrder({
    lines: [{ sku, quantity: 2 }],
    contact: { name: "Rahima Khatun", phone: "+8801712345678" },
    delivery: { district: "dhaka", address: "Road 5" },
    locale: "en",
    couponCode,
    ...more,
  });

const stockOf = async (sku: string) => (await db.variant.findUniqueOrThrow({ where: { sku } })).stock;
const buyer = (n: number) => ({ contact: { name: "Karim", phone: `+88018${String(n).padStart(8, "0")}` } });

test("the discount is fixed with the order: total is goods less discount plus delivery", async () => {
  const code = await coupon();
  const placed = await place(await article(250_00), ` ${code.toLowerCase()} `);
  if (!placed.ok) throw new Error(placed.code);
  await db.coupon.update({ where: { code }, data: { basisPoints: 5000 } });
  expect(await readOrder(placed.order.number, { accessToken: placed.order.accessToken })).toMatchObject({
    subtotalInPoisha: 500_00,
    discountInPoisha: 50_00,
    couponCode: code,
    deliveryFeeInPoisha: 60_00,
    totalInPoisha: 510_00,
  });
});

test("a coupon of free delivery leaves no fee and takes nothing off the goods", async () => {
  const code = await coupon({ kind: "FREE_DELIVERY", basisPoints: null });
  const placed = await place(await article(250_00), code);
  if (!placed.ok) throw new Error(placed.code);
  expect(await db.order.findUniqueOrThrow({ where: { id: placed.order.id } })).toMatchObject({
    discountInPoisha: 0,
    deliveryFeeInPoisha: 0,
    totalInPoisha: 500_00,
    couponCode: code,
  });
});

test("an order with a coupon that is not good is refused, and its goods stay on the shelf", async () => {
  const sku = await article(250_00);
  const over = await coupon({ validUntil: new Date(Date.now() - 60_000) });
  const dear = await coupon({ minimumSubtotalInPoisha: 500_01 });
  expect(await place(sku, over)).toEqual({ ok: false, code: "COUPON_OVER" });
  expect(await place(sku, dear)).toEqual({ ok: false, code: "COUPON_BELOW_MINIMUM" });
  expect(await place(sku, "NO-SUCH-CODE")).toEqual({ ok: false, code: "COUPON_UNKNOWN" });
  expect(await stockOf(sku)).toBe(100);
});

test("of twenty people who order at once with a coupon for five, exactly five get it", async () => {
  const sku = await article(250_00);
  const code = await coupon({ totalLimit: 5 });
  const results = await Promise.all(Array.from({ length: 20 }, (_, n) => place(sku, code, buyer(n))));
  expect(results.filter((result) => result.ok)).toHaveLength(5);
  for (const result of results.filter((result) => !result.ok))
    expect(result).toEqual({ ok: false, code: "COUPON_USED_UP" });
  expect(await stockOf(sku)).toBe(90);
});

test("a coupon for one order per phone number is given once, however many orders that phone sends at once", async () => {
  const sku = await article(250_00);
  const code = await coupon({ limitPerPhone: 1 });
  const results = await Promise.all(Array.from({ length: 6 }, () => place(sku, code)));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(await place(sku, code)).toEqual({ ok: false, code: "COUPON_USED_BY_PHONE" });
  expect(await place(sku, code, buyer(1))).toMatchObject({ ok: true });
});

test("an order that is cancelled because nobody paid gives its use back", async () => {
  const sku = await article(250_00);
  const code = await coupon({ totalLimit: 1 });
  const placed = await place(sku, code);
  if (!placed.ok) throw new Error(placed.code);
  expect(await place(sku, code, buyer(1))).toMatchObject({ ok: false });
  await db.$executeRaw`UPDATE "Order" SET "holdUntil" = now() - interval '1 year' WHERE id = ${placed.order.id}::uuid`;
  await releaseExpiredOrders({ limit: 1 });
  expect(await place(sku, code, buyer(1))).toMatchObject({ ok: true });
});

test("the same request twice uses its coupon once", async () => {
  const sku = await article(250_00);
  const code = await coupon({ totalLimit: 1 });
  const asked = { idempotencyKey: randomUUID() };
  const [first, second] = [await place(sku, code, asked), await place(sku, code, asked)];
  expect(first).toMatchObject({ ok: true });
  expect(second).toEqual(first);
});

test("a cart keeps its coupon, says what is missing for it, and counts it once that is there", async () => {
  const { id } = await createShopper();
  const sku = await article(250_00);
  const code = await coupon({ minimumSubtotalInPoisha: 500_00 });
  expect(await enterCoupon(id, code)).toEqual({ ok: false, code: "COUPON_UNKNOWN" });
  await addToCart(id, sku, 1);
  expect(await enterCoupon(id, "no-such-code")).toEqual({ ok: false, code: "COUPON_UNKNOWN" });
  expect(await enterCoupon(id, code.toLowerCase())).toEqual({ ok: true });
  expect((await readCart(id, "en")).coupon).toEqual({
    code,
    verdict: { ok: false, code: "COUPON_BELOW_MINIMUM", missing: 250_00 },
  });
  await addToCart(id, sku, 1);
  expect((await readCart(id, "en")).coupon?.verdict).toEqual({
    ok: true,
    discount: 50_00,
    isDeliveryFree: false,
  });
  await removeCoupon(id);
  expect((await readCart(id, "en")).coupon).toBeNull();
});

test("the database itself refuses a discount without a coupon, above the goods, or missing in the total", async () => {
  const placed = await place(await article(250_00), await coupon());
  if (!placed.ok) throw new Error(placed.code);
  const change = (data: Record<string, unknown>) => db.order.update({ where: { id: placed.order.id }, data });
  await expect(change({ couponCode: null })).rejects.toThrow("discount_is_of_a_coupon");
  await expect(change({ discountInPoisha: 60_00 })).rejects.toThrow("order_total_adds_up");
  await expect(change({ discountInPoisha: -1, totalInPoisha: 560_01 })).rejects.toThrow(
    "discount_is_of_a_coupon",
  );
});

test("in a shop without coupons none is taken, in the cart or with an order, and one that was entered before does nothing", async () => {
  const code = await coupon();
  const sku = await article(250_00);
  const { id } = await createShopper();
  await addToCart(id, sku, 1);
  expect(await enterCoupon(id, code)).toEqual({ ok: true });
  await withoutFeature("coupons", async () => {
    expect((await readCart(id, "en")).coupon).toBeNull();
    expect(await enterCoupon(id, code)).toEqual({ ok: false, code: "COUPON_UNKNOWN" });
    expect(await place(sku, code)).toEqual({ ok: false, code: "COUPON_UNKNOWN" });
  });
  expect((await readCart(id, "en")).coupon).toMatchObject({ code, verdict: { ok: true } });
});
