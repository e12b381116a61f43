import { randomUUID } from "node:crypto";
import { createShopper } from "@/lib/auth/shopper";
import { addToCart, setQuantity } from "@/lib/cart/change-cart";
import { readCart } from "@/lib/cart/read-cart";
import { db } from "@/lib/platform/db";
import { stockArticle } from "@/lib/testing/open-shop";
import { chooseCashOnDelivery, holdOrderLonger } from "./order-without-wallet";
import type { PlaceOrderInput } from "./order-wish";
import { placeOrder, type PlaceOrderResult } from "./place-order";
import { readOrder } from "./read-order";

afterAll(() => db.$disconnect());

async function article(stock: number): Promise<string> {
  const sku = `AGAIN-${randomUUID()}`;
  await stockArticle(sku, 250_00, stock);
  return sku;
}

/** A shopper with so many articles in the cart, each the last of its kind. */
async function checkout(articles = 1) {
  const { id: shopperId } = await createShopper();
  const skus = await Promise.all(Array.from({ length: articles }, () => article(1)));
  for (const sku of skus) await addToCart(shopperId, sku, 1);
  const { id: cartId } = await readCart(shopperId, "en");
  if (!cartId) throw new Error("no cart");
  const place = (more: Partial<PlaceOrderInput> = {}) =>
    placeOrder({
      lines: skus.map((sku) => ({ sku, quantity: 1 })),
      contact: { name: "Rahima", phone: "+8801712345678" },
      delivery: { district: "dhaka", address: "Road 5" },
      locale: "en",
      shopperId,
      cartId,
      idempotencyKey: randomUUID(),
      ...more,
    });
  return { shopperId, skus, place, sku: skus[0] ?? "" };
}

function orderOf(result: PlaceOrderResult) {
  if (!result.ok) throw new Error(result.code);
  return result.order;
}
const statusOf = async ({ id }: { id: string }) =>
  (await db.order.findUniqueOrThrow({ where: { id } })).status;
const stockOf = async (sku: string) => (await db.variant.findUniqueOrThrow({ where: { sku } })).stock;

async function addPayment(order: { id: string; number: string }, status: "UNCERTAIN" | "WATCH" | "MISMATCH") {
  await db.payment.create({
    data: {
      orderId: order.id,
      attempt: 1,
      provider: "bkash",
      mode: "simulator",
      status,
      amountInPoisha: 310_00,
      invoiceNumber: `${order.number}-1`,
    },
  });
}

test("a corrected order gets the last piece that the shopper's own unpaid order holds", async () => {
  const { place, sku, shopperId } = await checkout();
  const first = orderOf(await place());
  expect((await readCart(shopperId, "en")).lines).toMatchObject([{ sku, quantity: 1, problem: null }]);
  expect(await setQuantity(shopperId, sku, 1)).toMatchObject({ ok: true });
  const second = orderOf(await place({ delivery: { district: "dhaka", address: "Road 6" } }));
  expect([await statusOf(first), await statusOf(second)]).toEqual(["CANCELLED", "PENDING"]);
  expect(await stockOf(sku)).toBe(0);
  expect(await readOrder(first.number, { shopperId })).toMatchObject({
    isReplaced: true,
    isCancelledByShopper: false,
  });
});

test("nobody else gets that piece, and nobody is written to that the first order is cancelled", async () => {
  const { place, sku } = await checkout();
  const stranger = await createShopper();
  const first = orderOf(await place());
  expect(await addToCart(stranger.id, sku, 1)).toEqual({ ok: false, code: "SOLD_OUT" });
  await place({ locale: "bn" });
  const told = await db.outboxMessage.findMany({ where: { orderId: first.id }, select: { topic: true } });
  expect(told).toEqual([{ topic: "order-received" }]);
});

test("a coupon that is good once per phone is good for the corrected order", async () => {
  const { place } = await checkout();
  const code = `T-${randomUUID().slice(0, 8).toUpperCase()}`;
  await db.coupon.create({ data: { code, kind: "PERCENTAGE", basisPoints: 1000, limitPerPhone: 1 } });
  const first = orderOf(await place({ couponCode: code }));
  const second = orderOf(await place({ couponCode: code, paymentMethod: "DELIVERY_FEE_IN_ADVANCE" }));
  expect([await statusOf(first), await statusOf(second)]).toEqual(["CANCELLED", "PENDING"]);
});

test("a correction that cannot be placed leaves the first order as it was", async () => {
  const { place, sku } = await checkout();
  const first = orderOf(await place());
  expect(await place({ lines: [{ sku, quantity: 2 }] })).toMatchObject({
    code: "OUT_OF_STOCK",
    available: 1,
  });
  expect(await place({ couponCode: "NO-SUCH-CODE" })).toMatchObject({ code: "COUPON_UNKNOWN" });
  expect([await statusOf(first), await stockOf(sku)]).toEqual(["PENDING", 0]);
});

test.each(["UNCERTAIN", "WATCH", "MISMATCH"] as const)(
  "an order whose payment is %s stays, and its goods with it",
  async (status) => {
    const { place, sku, shopperId } = await checkout();
    const first = orderOf(await place());
    await addPayment(first, status);
    expect((await readCart(shopperId, "en")).lines).toMatchObject([{ sku, problem: "SOLD_OUT" }]);
    expect(await place({ locale: "bn" })).toMatchObject({ code: "OUT_OF_STOCK" });
    expect(await statusOf(first)).toBe("PENDING");
  },
);

test("what is to be paid in cash, and what was kept at the shopper's wish, is a purchase of its own", async () => {
  const cash = await checkout();
  const first = orderOf(await cash.place());
  await chooseCashOnDelivery(first.number, { shopperId: cash.shopperId });
  const kept = await checkout();
  const second = orderOf(await kept.place());
  await holdOrderLonger(second.number, { shopperId: kept.shopperId });
  const another = [{ sku: await article(5), quantity: 1 }];
  orderOf(await cash.place({ lines: another }));
  orderOf(await kept.place({ lines: another }));
  expect([await statusOf(first), await statusOf(second)]).toEqual(["PENDING", "PENDING"]);
});

test("who corrects the correction back gets an order that can be paid, not the cancelled one", async () => {
  const { place, sku } = await checkout();
  const form = { idempotencyKey: randomUUID() };
  const first = orderOf(await place(form));
  const second = orderOf(await place({ paymentMethod: "DELIVERY_FEE_IN_ADVANCE" }));
  const third = orderOf(await place(form));
  expect(third.id).not.toBe(first.id);
  expect([await statusOf(second), await statusOf(third), await stockOf(sku)]).toEqual([
    "CANCELLED",
    "PENDING",
    0,
  ]);
});

test("a double click is one order, and does not replace itself", async () => {
  const { place } = await checkout();
  const form = { idempotencyKey: randomUUID() };
  const ids = (await Promise.all([place(form), place(form), place(form)])).map(
    (placed) => orderOf(placed).id,
  );
  expect(new Set(ids).size).toBe(1);
  expect(await statusOf({ id: ids[0] ?? "" })).toBe("PENDING");
});

test("two tabs that correct one order at once leave one unpaid order, with the last piece of each article", async () => {
  for (let round = 0; round < 5; round++) {
    const { place, skus, shopperId } = await checkout(3);
    orderOf(await place());
    const placed = await Promise.all([
      place({ locale: "bn" }),
      place({ lines: [...skus].reverse().map((sku) => ({ sku, quantity: 1 })) }),
    ]);
    expect(placed.every(({ ok }) => ok)).toBe(true);
    const unpaid = { status: "PENDING", viewers: { some: { shopperId } } } as const;
    expect(await db.order.count({ where: unpaid })).toBe(1);
    expect(await Promise.all(skus.map(stockOf))).toEqual([0, 0, 0]);
  }
});

test("two shoppers who correct their orders towards each other's articles do not lock each other out", async () => {
  for (let round = 0; round < 5; round++) {
    const [one, other] = [await checkout(), await checkout()];
    const spare = [await article(2), await article(2)].map((sku) => ({ sku, quantity: 1 }));
    const [first, second] = spare;
    if (!first || !second) throw new Error("two articles");
    await Promise.all([one.place({ lines: [first] }), other.place({ lines: [second] })]);
    const placed = await Promise.all([one.place({ lines: [second] }), other.place({ lines: [first] })]);
    expect(placed.every(({ ok }) => ok)).toBe(true);
    expect([await stockOf(first.sku), await stockOf(second.sku)]).toEqual([1, 1]);
  }
});
