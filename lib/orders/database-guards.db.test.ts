import { randomUUID } from "node:crypto";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/platform/db";
import { openShop, type TestShop } from "@/lib/testing/open-shop";

// What the database itself refuses, whatever the code above it does.

afterAll(() => db.$disconnect());

let attempts = 0;

const pay = (shop: TestShop, facts: Partial<Prisma.PaymentUncheckedCreateInput> = {}) => {
  const attempt = ++attempts;
  return db.payment.create({
    data: {
      orderId: shop.orderId,
      attempt,
      provider: "bkash",
      mode: "simulator",
      amountInPoisha: shop.totalInPoisha,
      invoiceNumber: `${shop.orderNumber}-${attempt}`,
      ...facts,
    },
  });
};

const receipt = () => ({ trxId: randomUUID(), providerPaymentId: randomUUID(), completedAt: new Date() });

const completed = (shop: TestShop) => pay(shop, { status: "COMPLETED", ...receipt() });

const change = (shop: TestShop, data: Prisma.OrderUncheckedUpdateInput) =>
  db.order.update({ where: { id: shop.orderId }, data });

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
  await expect(change(shop, { status: "PAID", paidPaymentId: id })).rejects.toThrow(
    "Order_id_paidPaymentId_fkey",
  );
  expect(await shop.orderStatus()).toBe("PENDING");
});

test("an order paid by its own payment is fine: the guards do not stand in honest work's way", async () => {
  const shop = await openShop();
  const { id } = await completed(shop);
  await expect(change(shop, { status: "PAID", paidPaymentId: id })).resolves.toMatchObject({
    status: "PAID",
  });
});

test("one payment that paid two orders", async () => {
  const [shop, other] = [await openShop(), await openShop()];
  const { id } = await completed(shop);
  await change(shop, { status: "PAID", paidPaymentId: id });
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
