import { db } from "@/lib/platform/db";
import { openShop, type TestShop } from "@/lib/testing/open-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { cancelOrder, mayCancelOrder } from "./cancel-order";

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const cancel = (shop: TestShop) => cancelOrder(shop.orderNumber, shop.viewer);
const stockOf = async ({ variantId }: TestShop) =>
  (await db.variant.findUniqueOrThrow({ where: { id: variantId } })).stock;
const isOffered = async (shop: TestShop) =>
  mayCancelOrder(await db.order.findUniqueOrThrow({ where: { id: shop.orderId } }));

test("a shopper cancels an unpaid order: its stock is free, and its history says once who did it", async () => {
  const shop = await openShop({ stock: 3 });
  expect(await isOffered(shop)).toBe(true);
  expect(await Promise.all([cancel(shop), cancel(shop), cancel(shop)])).toEqual(
    Array.from({ length: 3 }, () => ({ ok: true })),
  );
  expect(await shop.orderStatus()).toBe("CANCELLED");
  expect(await stockOf(shop)).toBe(3);
  expect(await isOffered(shop)).toBe(false);
  const told = await db.orderEvent.findMany({ where: { orderId: shop.orderId, to: "CANCELLED" } });
  expect(told.map(({ from, source }) => ({ from, source }))).toEqual([
    { from: "PENDING", source: "shopper" },
  ]);
});

test("a window of bKash that is still open cannot pay a cancelled order", async () => {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  expect(await cancel(shop)).toEqual({ ok: true });
  await shop.execute(paymentId).catch(() => undefined);
  expect(await shop.orderStatus()).toBe("CANCELLED");
  expect((await shop.payment(paymentId)).trxId).toBeNull();
});

test("while money may have moved nothing is cancelled", async () => {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  await simulator.fault({ operation: "query", fault: "status-503", times: "always" });
  expect((await shop.execute(paymentId)).status).toBe("UNCERTAIN");
  expect(await isOffered(shop)).toBe(false);
  expect(await cancel(shop)).toEqual({ ok: false, code: "PAYMENT_IN_PROGRESS" });
  await simulator.noFaults();
});

test.each(["WATCH", "MISMATCH", "AUTHORISED", "CAPTURING", "VOIDING"] as const)(
  "nothing is cancelled while a payment is %s",
  async (status) => {
    const shop = await openShop();
    const { paymentId } = await shop.open();
    await db.payment.update({ where: { id: paymentId }, data: { status } });
    expect(await isOffered(shop)).toBe(false);
    expect(await cancel(shop)).toEqual({ ok: false, code: "PAYMENT_IN_PROGRESS" });
    expect(await shop.orderStatus()).toBe("PENDING");
  },
);

test("what is paid at the door is cancelled until it is packed", async () => {
  const shop = await openShop({ stock: 3 });
  const set = (deliveryStatus: "PACKED" | "TO_PACK") =>
    db.order.update({
      where: { id: shop.orderId },
      data: { paymentMethod: "CASH_ON_DELIVERY", deliveryStatus },
    });
  await set("PACKED");
  expect(await isOffered(shop)).toBe(false);
  expect(await cancel(shop)).toEqual({ ok: false, code: "NOT_PENDING" });
  await set("TO_PACK");
  expect(await cancel(shop)).toEqual({ ok: true });
  expect(await stockOf(shop)).toBe(3);
});

test("cancel and execute at once: either it is paid and stays, or it is cancelled and nothing was taken", async () => {
  for (let round = 0; round < 5; round++) {
    const shop = await openShop({ stock: 1 });
    const { paymentId, paymentID } = await shop.open();
    await simulator.authorise(paymentID);
    const [, cancelled] = await Promise.all([shop.execute(paymentId).catch(() => undefined), cancel(shop)]);
    const { status, trxId } = await shop.payment(paymentId);
    if (cancelled.ok) {
      expect([await shop.orderStatus(), trxId, await stockOf(shop)]).toEqual(["CANCELLED", null, 1]);
    } else {
      expect([await shop.orderStatus(), status, await stockOf(shop)]).toEqual(["PAID", "COMPLETED", 0]);
      expect(await cancel(shop)).toEqual({ ok: false, code: "NOT_PENDING" });
    }
  }
});

test("nobody cancels an order that is not theirs", async () => {
  const shop = await openShop();
  for (const number of [shop.orderNumber, "S-1'; --"])
    expect(await cancelOrder(number, { accessToken: "a".repeat(43) })).toEqual({
      ok: false,
      code: "ORDER_NOT_FOUND",
    });
});
