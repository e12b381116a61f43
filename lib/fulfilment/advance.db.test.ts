import { changeDelivery } from "@/lib/fulfilment/change-delivery";
import { chooseCashOnDelivery } from "@/lib/orders/order-without-wallet";
import { readOrder } from "@/lib/orders/read-order";
import { releaseExpiredOrders } from "@/lib/orders/release-expired-orders";
import { findDiscrepancies } from "@/lib/payments/self-check";
import { db } from "@/lib/platform/db";
import { openShop, type TestShop } from "@/lib/testing/open-shop";
import { aMerchant, booksOf, paidTwiceShop, refundsOf, withRefunds } from "@/lib/testing/refund-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";

// Goods that are paid at the door, after bKash took the delivery fee in advance: 60 taka of 1,310.

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const ADVANCE = { paymentMethod: "DELIVERY_FEE_IN_ADVANCE" } as const;
const FEE = 60_00;
const GOODS = 1250_00;

const viewOf = async (shop: TestShop) => {
  const order = await readOrder(shop.orderNumber, shop.viewer);
  if (!order) throw new Error("not found");
  return order;
};
const findingsOf = async (shop: TestShop) =>
  (await findDiscrepancies()).filter(({ subject }) => subject.startsWith(shop.orderNumber));

async function paidInAdvance() {
  const shop = await openShop(ADVANCE);
  const opened = await shop.open();
  await simulator.authorise(opened.paymentID);
  expect(await shop.execute(opened.paymentId)).toMatchObject({ status: "COMPLETED", orderStatus: "PAID" });
  return withRefunds(shop, opened);
}

test("bKash is asked for the delivery fee alone, and the goods are still due at the door", async () => {
  const shop = await paidInAdvance();
  expect((await simulator.captures()).map(({ amountInPoisha }) => amountInPoisha)).toEqual([FEE]);
  expect(await viewOf(shop)).toMatchObject({
    status: "PAID",
    totalInPoisha: FEE + GOODS,
    payNowInPoisha: FEE,
    dueInPoisha: GOODS,
  });
  expect(await booksOf(shop)).toEqual({ wallet: FEE, sales: -FEE });
  expect(await findingsOf(shop)).toEqual([]);
});

test("when the parcel is delivered exactly the rest is received in cash, and nothing is due any more", async () => {
  const shop = await paidInAdvance();
  const merchant = aMerchant();
  await changeDelivery(merchant, shop.orderNumber, "TO_PACK", { to: "HANDED_OVER", courier: "Steadfast" });
  expect(await changeDelivery(merchant, shop.orderNumber, "HANDED_OVER", { to: "DELIVERED" })).toEqual({
    ok: true,
    cash: GOODS,
  });
  expect(await viewOf(shop)).toMatchObject({ status: "PAID", dueInPoisha: 0 });
  expect(await findingsOf(shop)).toEqual([]);
});

test("goods do not leave before the fee was paid", async () => {
  const shop = await openShop(ADVANCE);
  expect(await changeDelivery(aMerchant(), shop.orderNumber, "TO_PACK", { to: "PACKED" })).toEqual({
    ok: false,
    code: "NOT_NOW",
  });
});

test("when bKash says that it took another amount than the fee, a person decides and nothing is paid", async () => {
  const shop = await openShop(ADVANCE);
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  await simulator.fault({ operation: "execute", fault: "wrong-amount" });
  expect(await shop.execute(paymentId)).toMatchObject({ status: "MISMATCH", orderStatus: "PENDING" });
  expect(await viewOf(shop)).toMatchObject({ reviewReason: "MISMATCH", dueInPoisha: GOODS });
});

test("a fee whose answer was lost pays the order when bKash is asked", async () => {
  const shop = await openShop(ADVANCE);
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  expect(await shop.execute(paymentId)).toMatchObject({ status: "COMPLETED", orderStatus: "PAID" });
  expect(await simulator.count("execute", paymentID)).toBe(1);
});

test("a fee that was paid twice goes back once", async () => {
  const shop = await paidTwiceShop(simulator, ADVANCE);
  const captures = await simulator.captures();
  expect(captures.map(({ amountInPoisha }) => amountInPoisha)).toEqual([FEE, FEE]);
  expect(await viewOf(shop)).toMatchObject({ status: "PAID", dueInPoisha: GOODS });
  expect(await shop.refund(FEE)).toMatchObject({ ok: true, status: "SUCCEEDED" });
  expect(await booksOf(shop)).toMatchObject({ wallet: FEE, sales: -FEE });
  expect(await viewOf(shop)).toMatchObject({ status: "PAID", dueInPoisha: GOODS });
});

test("the fee can go back, and no more than the fee: then the order's money has gone back", async () => {
  const shop = await paidInAdvance();
  expect(await shop.refund(FEE + 1)).toMatchObject({ ok: false, left: FEE });
  expect(await shop.refund(FEE)).toMatchObject({ ok: true, status: "SUCCEEDED" });
  expect((await refundsOf(shop)).map(({ amountInPoisha }) => amountInPoisha)).toEqual([FEE]);
  expect(await shop.orderStatus()).toBe("REFUNDED");
  expect(await findingsOf(shop)).toEqual([]);
});

test("a part of the fee that went back is a part of the order's money", async () => {
  const shop = await paidInAdvance();
  expect(await shop.refund(20_00)).toMatchObject({ ok: true, status: "SUCCEEDED" });
  expect(await shop.orderStatus()).toBe("PARTIALLY_REFUNDED");
  expect(await findingsOf(shop)).toEqual([]);
});

test("an advance that nobody pays in time cancels its order, as for every order that bKash is to pay", async () => {
  const shop = await openShop(ADVANCE);
  await db.order.update({ where: { id: shop.orderId }, data: { holdUntil: new Date(0) } });
  expect(await releaseExpiredOrders({ limit: 100 })).toBeGreaterThanOrEqual(1);
  expect(await viewOf(shop)).toMatchObject({ status: "CANCELLED", dueInPoisha: 0 });
});

test("the advance is not traded for cash: the merchant asked for it", async () => {
  const shop = await openShop(ADVANCE);
  expect(await chooseCashOnDelivery(shop.orderNumber, shop.viewer)).toEqual({
    ok: false,
    code: "NOT_PENDING",
  });
});

test("the database says what is paid now: nobody can write another amount, or change it once a payment was opened", async () => {
  const shop = await openShop(ADVANCE);
  const change = (data: { payNowInPoisha?: number; paymentMethod?: "WALLET" }) =>
    db.order.update({ where: { id: shop.orderId }, data });
  await expect(change({ payNowInPoisha: 1 })).rejects.toThrow(/payNowInPoisha/);
  await shop.open();
  await expect(change({ paymentMethod: "WALLET" })).rejects.toThrow(/has a payment/);
});

test("where delivery is free there is nothing to pay in advance, and nothing is placed", async () => {
  await expect(openShop({ ...ADVANCE, priceInPoisha: 3000_01 })).rejects.toThrow("NOTHING_IN_ADVANCE");
});
