import { chooseCashOnDelivery } from "@/lib/orders/order-without-wallet";
import type { DeliveryStatus } from "@/lib/orders/delivery-status";
import { readPaymentState } from "@/lib/payments/payment-state";
import { findDiscrepancies } from "@/lib/payments/self-check";
import { db } from "@/lib/platform/db";
import { openShop, type TestShop } from "@/lib/testing/open-shop";
import { aMerchant, booksOf, letRefundTimePass, paidShop } from "@/lib/testing/refund-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { cancelCashOrder } from "./cancel-cash-order";
import { changeDelivery, type DeliveryChange } from "./change-delivery";
import { readDelivery } from "./read-delivery";

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const merchant = aMerchant();
const HAND_OVER = { to: "HANDED_OVER", courier: "Steadfast", trackingNumber: "SF-1" } as const;

const move = (shop: TestShop, seen: DeliveryStatus, change: DeliveryChange) =>
  changeDelivery(merchant, shop.orderNumber, seen, change);
const orderOf = (shop: TestShop) => db.order.findUniqueOrThrow({ where: { id: shop.orderId } });
const stockOf = async (shop: TestShop) =>
  (await db.variant.findUniqueOrThrow({ where: { id: shop.variantId } })).stock;

/** An order that is to be paid at the door. */
async function cashShop(): Promise<TestShop> {
  const shop = await openShop();
  expect(await chooseCashOnDelivery(shop.orderNumber, shop.viewer)).toEqual({ ok: true });
  return shop;
}

async function cashShopHandedOver(): Promise<TestShop> {
  const shop = await cashShop();
  await move(shop, "TO_PACK", HAND_OVER);
  return shop;
}

/** What the nightly check says about this order alone. */
async function findingsOf(shop: TestShop) {
  const findings = await findDiscrepancies();
  return findings.filter(({ subject }) => subject.startsWith(shop.orderNumber));
}

/** What the books hold of the cash of an order. */
const cashBooks = async (shop: TestShop) =>
  Object.fromEntries(
    (await db.ledgerEntry.findMany({ where: { transaction: { kind: "cash", ref: shop.orderId } } })).map(
      ({ account, amountInPoisha }) => [account, amountInPoisha],
    ),
  );

test("a paid order goes from the shelf to its shopper, and every step says who and when", async () => {
  const shop = await paidShop(simulator);
  expect(await move(shop, "TO_PACK", { to: "PACKED" })).toEqual({ ok: true, cash: null });
  expect(await move(shop, "PACKED", HAND_OVER)).toMatchObject({ ok: true });
  expect(await move(shop, "HANDED_OVER", { to: "DELIVERED" })).toEqual({ ok: true, cash: 0 });
  expect(await readDelivery({ id: shop.orderId })).toMatchObject([
    { to: "PACKED", courier: null },
    { to: "HANDED_OVER", courier: "Steadfast", trackingNumber: "SF-1" },
    { to: "DELIVERED" },
  ]);
  const events = await db.deliveryEvent.findMany({ where: { orderId: shop.orderId } });
  expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set([merchant.id]));
  expect(await orderOf(shop)).toMatchObject({ status: "PAID", cashInPoisha: null });
  expect(await findingsOf(shop)).toEqual([]);
});

test("goods do not leave for an order that nobody has paid", async () => {
  const shop = await openShop();
  for (const change of [{ to: "PACKED" }, HAND_OVER, { to: "DELIVERED" }] as const)
    expect(await move(shop, "TO_PACK", change)).toEqual({ ok: false, code: "NOT_NOW" });
  expect(await db.deliveryEvent.count({ where: { orderId: shop.orderId } })).toBe(0);
});

test("of two clicks at once one moves the goods", async () => {
  const shop = await paidShop(simulator);
  const both = await Promise.all([
    move(shop, "TO_PACK", { to: "PACKED" }),
    move(shop, "TO_PACK", { to: "PACKED" }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.deliveryEvent.count({ where: { orderId: shop.orderId } })).toBe(1);
});

test("a wrong tracking number is corrected, and the old one stays in the history", async () => {
  const shop = await cashShopHandedOver();
  await move(shop, "HANDED_OVER", { ...HAND_OVER, trackingNumber: "SF-2" });
  const steps = await readDelivery({ id: shop.orderId });
  expect(steps.map(({ trackingNumber }) => trackingNumber)).toEqual(["SF-1", "SF-2"]);
  expect(await findingsOf(shop)).toEqual([]);
});

test("what is paid at the door is in the order, its history and the books as soon as it is delivered", async () => {
  const shop = await cashShopHandedOver();
  expect(await orderOf(shop)).toMatchObject({ status: "PENDING", cashInPoisha: null });
  expect(await move(shop, "HANDED_OVER", { to: "DELIVERED" })).toEqual({
    ok: true,
    cash: shop.totalInPoisha,
  });
  const order = await orderOf(shop);
  expect(order).toMatchObject({ status: "PAID", cashInPoisha: shop.totalInPoisha, paidPaymentId: null });
  expect(order.paidAt).not.toBeNull();
  expect(await cashBooks(shop)).toEqual({ cash: shop.totalInPoisha, sales: -shop.totalInPoisha });
  const event = await db.orderEvent.findFirstOrThrow({ where: { orderId: shop.orderId, to: "PAID" } });
  expect(event).toMatchObject({ from: "PENDING", source: "merchant", actor: merchant.id });
  expect(await readPaymentState({ id: shop.orderId })).toMatchObject({
    mayPay: false,
    cashInPoisha: shop.totalInPoisha,
  });
  expect(await findingsOf(shop)).toEqual([]);
});

test("what the courier collects in cash cannot be paid with bKash: no window opens, and an open one takes nothing", async () => {
  const shop = await cashShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  await move(shop, "TO_PACK", { to: "PACKED" });
  expect(await readPaymentState({ id: shop.orderId })).toMatchObject({ mayPay: true });
  await move(shop, "PACKED", HAND_OVER);
  expect(await shop.create()).toEqual({ ok: false, code: "PAID_AT_DOOR" });
  expect((await shop.execute(paymentId)).status).toBe("CANCELLED");
  expect(await shop.payment(paymentId)).toMatchObject({ status: "CANCELLED", trxId: null });
  expect(await readPaymentState({ id: shop.orderId })).toMatchObject({ mayPay: false, isDueAtDoor: true });
  expect(await move(shop, "HANDED_OVER", { to: "DELIVERED" })).toEqual({
    ok: true,
    cash: shop.totalInPoisha,
  });
  expect(await findingsOf(shop)).toEqual([]);
});

test("a parcel that is taken back from the courier can be paid with bKash again", async () => {
  const shop = await cashShopHandedOver();
  await move(shop, "HANDED_OVER", { to: "PACKED" });
  expect(await shop.create()).toMatchObject({ ok: true });
});

test("cash is received once, and the database keeps it", async () => {
  const shop = await cashShopHandedOver();
  await Promise.all([1, 2, 3].map(() => move(shop, "HANDED_OVER", { to: "DELIVERED" })));
  expect(await db.ledgerTransaction.count({ where: { kind: "cash", ref: shop.orderId } })).toBe(1);
  const change = (cashInPoisha: number | null) =>
    db.order.update({ where: { id: shop.orderId }, data: { cashInPoisha } });
  await expect(change(null)).rejects.toThrow("paid in cash");
  await expect(change(1)).rejects.toThrow("paid in cash");
});

test("an order cannot be called paid without a payment or its whole cash", async () => {
  const shop = await openShop();
  const change = (data: { cashInPoisha?: number }) =>
    db.order.update({ where: { id: shop.orderId }, data: { status: "PAID", ...data } });
  await expect(change({})).rejects.toThrow("paid_names_its_payment");
  await expect(change({ cashInPoisha: shop.totalInPoisha - 1 })).rejects.toThrow("cash_pays_what_is_due");
});

test("who pays by bKash before the courier comes is not asked for cash", async () => {
  const shop = await cashShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  expect(await shop.execute(paymentId)).toMatchObject({ status: "COMPLETED" });
  await move(shop, "TO_PACK", HAND_OVER);
  expect(await move(shop, "HANDED_OVER", { to: "DELIVERED" })).toEqual({ ok: true, cash: 0 });
  expect(await cashBooks(shop)).toEqual({});
  expect(await findingsOf(shop)).toEqual([]);
});

test("bKash's money that turns up after the cash is money that came twice", async () => {
  const shop = await cashShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  await simulator.fault({ operation: "query", fault: "still-initiated", paymentID, times: 1 });
  expect(await shop.execute(paymentId)).toMatchObject({ status: "UNCERTAIN" });
  await move(shop, "TO_PACK", HAND_OVER);
  expect(await move(shop, "HANDED_OVER", { to: "DELIVERED" })).toEqual({
    ok: true,
    cash: shop.totalInPoisha,
  });
  await shop.letTimePass(60);
  expect(await shop.query(paymentId)).toMatchObject({ status: "DUPLICATE" });
  await letRefundTimePass(shop, 0);
  expect(await booksOf(shop)).toMatchObject({ wallet: shop.totalInPoisha, suspense: -shop.totalInPoisha });
  expect(await findingsOf(shop)).toEqual([]);
});

test("a parcel that comes back unpaid ends its order; its goods are for sale again only when the merchant says so", async () => {
  for (const isRestocked of [true, false]) {
    const shop = await cashShopHandedOver();
    const before = await stockOf(shop);
    expect(
      await move(shop, "HANDED_OVER", { to: "RETURNED", isRestocked, note: "Nobody at home" }),
    ).toMatchObject({ ok: true });
    expect(await orderOf(shop)).toMatchObject({ status: "CANCELLED", deliveryStatus: "RETURNED" });
    expect(await stockOf(shop)).toBe(before + (isRestocked ? 1 : 0));
    expect(await findingsOf(shop)).toEqual([]);
  }
});

test("a paid parcel that comes back leaves the money where it is", async () => {
  const shop = await paidShop(simulator);
  await move(shop, "TO_PACK", HAND_OVER);
  expect(await move(shop, "HANDED_OVER", { to: "RETURNED", isRestocked: true })).toMatchObject({ ok: true });
  expect(await orderOf(shop)).toMatchObject({ status: "PAID", deliveryStatus: "RETURNED" });
});

test("a merchant cancels an order that is to be paid at the door, while its goods are in the house", async () => {
  const shop = await cashShop();
  const before = await stockOf(shop);
  expect(await cancelCashOrder(merchant, shop.orderNumber, "Cannot be reached")).toEqual({ ok: true });
  expect(await orderOf(shop)).toMatchObject({ status: "CANCELLED" });
  expect(await stockOf(shop)).toBe(before + 1);
  expect(await cancelCashOrder(merchant, shop.orderNumber, "Again")).toEqual({ ok: false, code: "NOT_NOW" });
  expect(await stockOf(shop)).toBe(before + 1);
  const sent = await cashShopHandedOver();
  expect(await cancelCashOrder(merchant, sent.orderNumber, "Too late")).toEqual({
    ok: false,
    code: "NOT_NOW",
  });
});

test("an order is not cancelled while bKash may have its money", async () => {
  const shop = await cashShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  await simulator.fault({ operation: "query", fault: "still-initiated", paymentID, times: 1 });
  expect(await shop.execute(paymentId)).toMatchObject({ status: "UNCERTAIN" });
  expect(await cancelCashOrder(merchant, shop.orderNumber, "?")).toEqual({
    ok: false,
    code: "PAYMENT_IN_PROGRESS",
  });
});

test("what happened to goods is never changed afterwards", async () => {
  const shop = await cashShopHandedOver();
  await expect(
    db.deliveryEvent.updateMany({ where: { orderId: shop.orderId }, data: { courier: "Other" } }),
  ).rejects.toThrow("never changed");
});
