import { randomUUID } from "node:crypto";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/platform/db";
import { openShop, type TestShop } from "@/lib/testing/open-shop";

// What the database itself refuses, whatever the code above it does.

let attempts = 0;

type Facts = Partial<Prisma.PaymentUncheckedCreateInput>;

const paymentOf = (shop: TestShop, facts: Facts): Prisma.PaymentUncheckedCreateInput => {
  const attempt = ++attempts;
  return {
    orderId: shop.orderId,
    attempt,
    provider: "bkash",
    mode: "simulator",
    amountInPoisha: shop.totalInPoisha,
    invoiceNumber: `${shop.orderNumber}-${attempt}`,
    ...facts,
  };
};

const pay = (shop: TestShop, facts: Facts = {}) => db.payment.create({ data: paymentOf(shop, facts) });

const receipt = () => ({ trxId: randomUUID(), providerPaymentId: randomUUID(), completedAt: new Date() });

const change = (shop: TestShop, data: Prisma.OrderUncheckedUpdateInput) =>
  db.order.update({ where: { id: shop.orderId }, data });

/** A payment that paid its order: both say so in one transaction. */
const completed = (shop: TestShop) => {
  const payment = paymentOf(shop, { status: "COMPLETED", ...receipt() });
  return db.$transaction(async (tx) => {
    const row = await tx.payment.create({ data: payment });
    await tx.order.update({ where: { id: shop.orderId }, data: { status: "PAID", paidPaymentId: row.id } });
    return row;
  });
};

test("stock below zero", async () => {
  const { variantId } = await openShop({ stock: 2 });
  const taken = db.variant.update({ where: { id: variantId }, data: { stock: { decrement: 2 } } });
  await expect(taken).rejects.toThrow("stock_is_never_negative");
});

test("an article for nothing or less", async () => {
  const { variantId } = await openShop();
  for (const priceInPoisha of [0, -1])
    await expect(db.variant.update({ where: { id: variantId }, data: { priceInPoisha } })).rejects.toThrow(
      "price_is_positive",
    );
});

test.each([
  ["EXECUTING", "UNCERTAIN"],
  ["UNCERTAIN", "UNCERTAIN"],
  ["EXECUTING", "EXECUTING"],
] as const)("a second payment in doubt for one order: %s beside %s", async (first, second) => {
  const shop = await openShop();
  await pay(shop, { status: first });
  await expect(pay(shop, { status: second })).rejects.toThrow(/[Uu]nique constraint/);
  await expect(pay(await openShop(), { status: second })).resolves.toMatchObject({ status: second });
});

test("a second completed payment for one order", async () => {
  const shop = await openShop();
  await completed(shop);
  await expect(completed(shop)).rejects.toThrow(/[Uu]nique constraint/);
});

test("a completed payment without receipt, time or the wallet's id", async () => {
  const shop = await openShop();
  for (const missing of ["trxId", "completedAt", "providerPaymentId"])
    await expect(pay(shop, { status: "COMPLETED", ...receipt(), [missing]: null })).rejects.toThrow(
      "completed_has_its_receipt",
    );
});

test("one receipt for two payments, also of different orders", async () => {
  const { trxId } = await completed(await openShop());
  await expect(pay(await openShop(), { status: "DUPLICATE", ...receipt(), trxId })).rejects.toThrow(
    /[Uu]nique/,
  );
});

test("one payment of the wallet for two of ours", async () => {
  const { providerPaymentId } = await completed(await openShop());
  await expect(pay(await openShop(), { status: "CREATED", providerPaymentId })).rejects.toThrow(/[Uu]nique/);
});

test("one invoice number for two payments", async () => {
  const { invoiceNumber } = await pay(await openShop());
  await expect(pay(await openShop(), { invoiceNumber })).rejects.toThrow(/[Uu]nique/);
});

test("a payment of nothing, or in another currency", async () => {
  const shop = await openShop();
  for (const amountInPoisha of [0, -1])
    await expect(pay(shop, { amountInPoisha })).rejects.toThrow("payment_is_positive");
  await expect(pay(shop, { currency: "USD" })).rejects.toThrow("payment_is_in_taka");
});

test.each(["PAID", "PARTIALLY_REFUNDED", "REFUNDED"] as const)(
  "a %s order without the payment that paid it",
  async (status) => {
    await expect(change(await openShop(), { status })).rejects.toThrow("paid_names_its_payment");
  },
);

test.each(["PENDING", "CANCELLED"] as const)(
  "a %s order that names a payment as having paid it",
  async (status) => {
    const shop = await openShop();
    const { id } = await completed(shop);
    await expect(change(shop, { status, paidPaymentId: id })).rejects.toThrow("paid_names_its_payment");
  },
);

test("an order paid by another order's payment", async () => {
  const [shop, other] = [await openShop(), await openShop()];
  const { id } = await completed(other);
  await expect(change(shop, { status: "PAID", paidPaymentId: id })).rejects.toThrow(/constraint/i);
  expect(await shop.orderStatus()).toBe("PENDING");
});

test("an order paid by its own payment is fine: the guards do not stand in honest work's way", async () => {
  const shop = await openShop();
  await completed(shop);
  expect(await shop.orderStatus()).toBe("PAID");
});

test.each([
  "NEW",
  "CREATED",
  "EXECUTING",
  "UNCERTAIN",
  "WATCH",
  "DECLINED",
  "MISMATCH",
  "AUTHORISED",
] as const)("an order paid by a payment that is %s", async (status) => {
  const shop = await openShop();
  const { id } = await pay(shop, { status });
  await expect(change(shop, { status: "PAID", paidPaymentId: id })).rejects.toThrow("is not completed");
});

test("a completed payment whose order does not say so", async () => {
  const shop = await openShop();
  await expect(pay(shop, { status: "COMPLETED", ...receipt() })).rejects.toThrow("its order does not say so");
});

test("a completed payment that is undone", async () => {
  const { id } = await completed(await openShop());
  for (const status of ["CREATED", "DECLINED", "DUPLICATE", "MISMATCH"] as const)
    await expect(db.payment.update({ where: { id }, data: { status } })).rejects.toThrow("nothing undoes it");
});

test("more given back than was taken, and two refunds of one payment at once", async () => {
  const { id, amountInPoisha } = await completed(await openShop());
  const reserve = (refundReservedInPoisha: number) =>
    db.payment.update({ where: { id }, data: { refundReservedInPoisha } });
  for (const amount of [amountInPoisha + 1, -1])
    await expect(reserve(amount)).rejects.toThrow("refunds_within_payment");
  const ask = (number: number) =>
    db.refund.create({ data: { paymentId: id, number, amountInPoisha: 100, reason: "a test" } });
  await ask(1);
  await expect(ask(2)).rejects.toThrow(/[Uu]nique constraint/);
});

test("a refund of nothing, or one that succeeded without a receipt", async () => {
  const { id: paymentId } = await completed(await openShop());
  const ask = (data: Partial<Prisma.RefundUncheckedCreateInput>) =>
    db.refund.create({ data: { paymentId, number: 1, amountInPoisha: 100, reason: "a test", ...data } });
  await expect(ask({ amountInPoisha: 0 })).rejects.toThrow("refund_is_positive");
  await expect(ask({ status: "SUCCEEDED" })).rejects.toThrow("succeeded_has_its_receipt");
});

test("an order's or a refund's history that is changed, deleted or emptied", async () => {
  const { orderId } = await openShop();
  const refusal = "written once and never changed";
  await expect(db.orderEvent.updateMany({ where: { orderId }, data: { to: "PAID" } })).rejects.toThrow(
    refusal,
  );
  await expect(db.orderEvent.deleteMany({ where: { orderId } })).rejects.toThrow(refusal);
  for (const empty of [
    db.$executeRaw`TRUNCATE "PaymentEvent"`,
    db.$executeRaw`TRUNCATE "OrderEvent"`,
    db.$executeRaw`TRUNCATE "RefundEvent"`,
  ])
    await expect(empty).rejects.toThrow(refusal);
  expect(await db.orderEvent.count({ where: { orderId } })).toBe(1);
});

test("one payment that paid two orders", async () => {
  const [shop, other] = [await openShop(), await openShop()];
  const { id } = await completed(shop);
  await expect(change(other, { status: "PAID", paidPaymentId: id })).rejects.toThrow(/constraint/i);
});

test("a total that is not the sum of goods and delivery, or nothing", async () => {
  const shop = await openShop();
  const wrong = [
    { totalInPoisha: shop.totalInPoisha - 1 },
    { deliveryFeeInPoisha: 0 },
    { subtotalInPoisha: 0, deliveryFeeInPoisha: 0, totalInPoisha: 0 },
    { subtotalInPoisha: -100, deliveryFeeInPoisha: 200, totalInPoisha: 100 },
    { subtotalInPoisha: 200, deliveryFeeInPoisha: -100, totalInPoisha: 100 },
  ];
  for (const data of wrong) await expect(change(shop, data)).rejects.toThrow("order_total_adds_up");
  await expect(change(shop, { currency: "USD" })).rejects.toThrow("order_is_in_taka");
});

test("a line of no, negative or more than a hundred pieces", async () => {
  const { orderId } = await openShop();
  for (const quantity of [0, -1, 101])
    await expect(db.orderLine.updateMany({ where: { orderId }, data: { quantity } })).rejects.toThrow(
      "order_quantity_is_sane",
    );
});

test("history that is changed or deleted", async () => {
  const { id: paymentId } = await pay(await openShop());
  await db.paymentEvent.create({ data: { paymentId, to: "NEW", source: "create" } });
  const refusal = "written once and never changed";
  await expect(
    db.paymentEvent.updateMany({ where: { paymentId }, data: { to: "COMPLETED" } }),
  ).rejects.toThrow(refusal);
  await expect(db.paymentEvent.deleteMany({ where: { paymentId } })).rejects.toThrow(refusal);
  await expect(db.payment.delete({ where: { id: paymentId } })).rejects.toThrow(/constraint/i);
  expect(await db.paymentEvent.count({ where: { paymentId } })).toBe(1);
});

test("an order with a payment that is deleted", async () => {
  const shop = await openShop();
  await pay(shop);
  await expect(db.order.delete({ where: { id: shop.orderId } })).rejects.toThrow(/constraint/i);
});
