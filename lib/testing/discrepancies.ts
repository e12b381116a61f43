import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db";
import { names } from "./clean-orders";

/** One way each in which the books of `makeCleanOrders` can be made to lie. */
interface Planted {
  /** The rule that must find it. */
  kind: string;
  /**
   * Plants it into the story that it needs, beside order `tens`.
   * @param tens a multiple of ten, another for each call.
   * @returns what the rule must say that it is about.
   */
  plant: (tens: number) => Promise<string>;
}

/** Takes away what makes most of it impossible. For a database that is thrown away afterwards. */
export async function takeGuardsAway(): Promise<void> {
  await db.$executeRaw`ALTER TABLE "Payment" DISABLE TRIGGER ALL`;
  await db.$executeRaw`ALTER TABLE "Order" DISABLE TRIGGER ALL`;
  await db.$executeRaw`ALTER TABLE "LedgerTransaction" DISABLE TRIGGER ALL`;
  await db.$executeRaw`ALTER TABLE "LedgerEntry" DISABLE TRIGGER ALL`;
  await db.$executeRaw`ALTER TABLE "RefundEvent" DISABLE TRIGGER ALL`;
  await db.$executeRaw`DROP INDEX one_payment_completed`;
  await db.$executeRaw`DROP INDEX "Payment_provider_mode_trxId_key"`;
  await db.$executeRaw`ALTER TABLE "Order" DROP CONSTRAINT paid_names_its_payment, DROP CONSTRAINT order_total_adds_up`;
  await db.$executeRaw`ALTER TABLE "Payment" DROP CONSTRAINT completed_has_its_receipt`;
  await db.$executeRaw`ALTER TABLE "Variant" DROP CONSTRAINT stock_is_never_negative`;
}

/** The stories of `makeCleanOrders`. */
const [PAID, SECOND_TRY, UNPAID, CANCELLED, TWICE, PARTLY, REFUNDED, CASH] = [
  0, 3, 4, 5, 6, 7, 8, 9,
] as const;

const changePayment = (invoiceNumber: string, data: Parameters<typeof db.payment.update>[0]["data"]) =>
  db.payment.update({ where: { invoiceNumber }, data });
const changeOrder = (number: string, data: Parameters<typeof db.order.update>[0]["data"]) =>
  db.order.update({ where: { number }, data });
const changeRefund = (n: number, data: Parameters<typeof db.refund.update>[0]["data"]) =>
  db.refund.update({ where: { refundTrxId: refundTrxId(n) }, data });
const changeLine = (trxId: string, data: { amountInPoisha: number }) =>
  db.statementLine.updateMany({ where: { trxId }, data });
const stateLine = (kind: "capture" | "refund", trxId: string) => db.$executeRaw`
  INSERT INTO "StatementLine" ("statementId", provider, mode, kind, "trxId", "amountInPoisha", at)
  SELECT id, provider, mode, ${kind}::"StatementLineKind", ${trxId}, 500, now() FROM "Statement" LIMIT 1`;
const bookedFor = async (ref: string) => (await db.ledgerTransaction.findFirstOrThrow({ where: { ref } })).id;
const paymentId = async (invoiceNumber: string) =>
  (await db.payment.findUniqueOrThrow({ where: { invoiceNumber } })).id;
const refundTrxId = (n: number) => `R${n}A`;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
const daysAgo = (days: number) => hoursAgo(days * 24);

export const DISCREPANCIES: readonly Planted[] = [
  {
    kind: "I1: money that pays nothing",
    plant: async (tens) => {
      const { order, invoice } = names(tens + PAID);
      await changeOrder(order, { status: "PENDING", paidPaymentId: null });
      return invoice;
    },
  },
  {
    kind: "I2: paid by two payments",
    plant: async (tens) => {
      const { order, invoice } = names(tens + SECOND_TRY);
      await changePayment(invoice, { status: "COMPLETED" });
      return order;
    },
  },
  {
    kind: "I3: paid without its money",
    plant: async (tens) => {
      const { order, invoice } = names(tens + PAID);
      await changePayment(invoice, { amountInPoisha: 105_999 });
      return order;
    },
  },
  {
    kind: "I3: one receipt for two payments",
    plant: async (tens) => {
      const { trxId } = names(tens + PAID);
      await changePayment(names(tens + SECOND_TRY).invoice, { trxId });
      return trxId;
    },
  },
  {
    kind: "I4: stock below nothing",
    plant: async (tens) => {
      const { productId } = await db.variant.findFirstOrThrow();
      const sku = `SOLD-${tens}`;
      await db.variant.create({
        data: { sku, productId, priceInPoisha: 100, weightInGrams: 1, stock: -1 },
      });
      return sku;
    },
  },
  {
    kind: "I4: a total that does not add up",
    plant: async (tens) => {
      const { order } = names(tens + UNPAID);
      await changeOrder(order, { totalInPoisha: 106_001 });
      return order;
    },
  },
  {
    kind: "I5: more than two token calls in an hour",
    plant: async (tens) => {
      const key = `bkash:simulator:${tens}`;
      const minutes = [0, 20, 59];
      await db.walletTokenCall.createMany({
        data: minutes.map((minute) => ({
          key,
          kind: "grant",
          at: new Date(Date.UTC(2026, 0, 1, 0, minute)),
        })),
      });
      return `${key} 2026-01-01 06:59`;
    },
  },
  {
    kind: "I6: more given back than taken",
    plant: async (tens) => {
      await changeRefund(tens + PARTLY, { amountInPoisha: 106_001 });
      return names(tens + PARTLY).invoice;
    },
  },
  {
    kind: "I6: reserved otherwise than asked for",
    plant: async (tens) => {
      const { invoice } = names(tens + PAID);
      await changePayment(invoice, { refundReservedInPoisha: 1 });
      return invoice;
    },
  },
  {
    kind: "I6: an order that says otherwise than its refunds",
    plant: async (tens) => {
      const { order } = names(tens + REFUNDED);
      await changeOrder(order, { status: "PAID" });
      return order;
    },
  },
  {
    kind: "I1: money that is not booked",
    plant: async (tens) => {
      const { invoice } = names(tens + PAID);
      const id = await bookedFor(await paymentId(invoice));
      await db.ledgerEntry.deleteMany({ where: { transactionId: id } });
      await db.ledgerTransaction.delete({ where: { id } });
      return invoice;
    },
  },
  {
    kind: "I7: a movement that does not add up",
    plant: async (tens) => {
      const transactionId = await bookedFor(await paymentId(names(tens + PAID).invoice));
      await db.ledgerEntry.updateMany({
        where: { transactionId, account: "sales" },
        data: { amountInPoisha: -105_999 },
      });
      return String(transactionId);
    },
  },
  {
    kind: "I7: a payment that is booked otherwise",
    plant: async (tens) => {
      const { invoice } = names(tens + PAID);
      const transactionId = await bookedFor(await paymentId(invoice));
      await db.ledgerEntry.updateMany({
        where: { transactionId, account: "sales" },
        data: { account: "suspense" },
      });
      return invoice;
    },
  },
  {
    kind: "I7: a refund that is booked otherwise",
    plant: async (tens) => {
      await changeRefund(tens + REFUNDED, { amountInPoisha: 105_999 });
      return `${names(tens + REFUNDED).invoice} #1`;
    },
  },
  {
    kind: "I7: a movement of nothing we know",
    plant: async () => {
      const ref = randomUUID();
      await db.ledgerTransaction.create({
        data: {
          kind: "capture",
          ref,
          mode: "simulator",
          entries: {
            create: [
              { account: "wallet", amountInPoisha: 1 },
              { account: "sales", amountInPoisha: -1 },
            ],
          },
        },
      });
      return ref;
    },
  },
  {
    kind: "I7: cash that is booked otherwise",
    plant: async (tens) => {
      const { order } = names(tens + CASH);
      await changeOrder(order, { status: "PAID", cashInPoisha: 106_000 });
      return order;
    },
  },
  {
    kind: "I9: goods that are elsewhere than their history",
    plant: async (tens) => {
      const { order } = names(tens + PAID);
      await changeOrder(order, { deliveryStatus: "DELIVERED" });
      return order;
    },
  },
  {
    kind: "I9: a payment that stands elsewhere than its history",
    plant: async (tens) => {
      const { invoice } = names(tens + CANCELLED);
      const id = await paymentId(invoice);
      if (tens % 20 === 0) await changePayment(invoice, { status: "CANCELLED" });
      // A history that leads to where it stands, by a way that there is not.
      else
        await db.paymentEvent.createMany({
          data: [
            { paymentId: id, from: "EXPIRED", to: "CREATED", source: "merchant" },
            { paymentId: id, from: "CREATED", to: "EXPIRED", source: "merchant" },
          ],
        });
      return invoice;
    },
  },
  {
    kind: "I9: an order that stands elsewhere than its history",
    plant: async (tens) => {
      const { order } = names(tens + UNPAID);
      const { id } = await db.order.findUniqueOrThrow({ where: { number: order } });
      await db.orderEvent.create({
        data: { orderId: id, from: "PENDING", to: "CANCELLED", source: "release" },
      });
      return order;
    },
  },
  {
    kind: "I9: a refund that stands elsewhere than its history",
    plant: async (tens) => {
      await db.refundEvent.deleteMany({
        where: { refund: { refundTrxId: refundTrxId(tens + REFUNDED) }, to: "SENDING" },
      });
      return `${names(tens + REFUNDED).invoice} #1`;
    },
  },
  {
    kind: "in doubt for too long",
    plant: async (tens) => {
      const { invoice } = names(tens + CANCELLED);
      await changePayment(invoice, { status: "UNCERTAIN", executingSince: hoursAgo(0.2) });
      return invoice;
    },
  },
  {
    kind: "watched for too long",
    plant: async (tens) => {
      const { invoice } = names(tens + CANCELLED);
      await changePayment(invoice, { status: "WATCH", statusSince: hoursAgo(25.5) });
      return invoice;
    },
  },
  {
    kind: "due and not asked",
    plant: async (tens) => {
      const { invoice } = names(tens + CANCELLED);
      await changePayment(invoice, { nextCheckAt: hoursAgo(0.2) });
      return invoice;
    },
  },
  {
    kind: "a job that is silent",
    plant: async (tens) => {
      const name = `job-${tens}`;
      const isFailing = tens % 20 === 0;
      await db.jobRun.create({
        data: {
          name,
          lastStartedAt: hoursAgo(isFailing ? 0.2 : 26),
          lastSucceededAt: hoursAgo(isFailing ? 1 : 26),
        },
      });
      return name;
    },
  },
  {
    kind: "paid twice and not given back",
    plant: async (tens) => {
      const second = `${names(tens + TWICE).order}-2`;
      await changePayment(second, { statusSince: daysAgo(4) });
      await db.refund.updateMany({
        where: { payment: { invoiceNumber: second } },
        data: { status: "FAILED" },
      });
      return second;
    },
  },
  {
    kind: "webhook: not booked",
    plant: async (tens) => {
      const trxId = `W${tens}`;
      const { invoice } = names(tens + CANCELLED);
      const message = {
        kind: "notice",
        verdict: "asked",
        topicArn: "arn",
        body: {},
        receivedAt: hoursAgo(2),
      };
      await db.webhookMessage.create({
        data: { messageId: trxId, trxId, invoiceNumber: invoice, ...message },
      });
      return trxId;
    },
  },
  {
    kind: "statement: taken and not booked",
    plant: async (tens) => {
      await stateLine("capture", `U${tens}`);
      return `U${tens}`;
    },
  },
  {
    kind: "statement: taken otherwise than booked",
    plant: async (tens) => {
      const { trxId } = names(tens + PAID);
      await changeLine(trxId, { amountInPoisha: 105_999 });
      return trxId;
    },
  },
  {
    kind: "statement: booked and not taken",
    plant: async (tens) => {
      const { trxId, invoice } = names(tens + PAID);
      await db.statementLine.deleteMany({ where: { trxId } });
      return invoice;
    },
  },
  {
    kind: "statement: given back and not booked",
    plant: async (tens) => {
      await stateLine("refund", `V${tens}`);
      return `V${tens}`;
    },
  },
  {
    kind: "statement: given back otherwise than booked",
    plant: async (tens) => {
      await changeLine(refundTrxId(tens + REFUNDED), { amountInPoisha: 105_999 });
      return refundTrxId(tens + REFUNDED);
    },
  },
  {
    kind: "statement: booked and not given back",
    plant: async (tens) => {
      await db.statementLine.deleteMany({ where: { trxId: refundTrxId(tens + REFUNDED) } });
      return `${names(tens + REFUNDED).invoice} #1`;
    },
  },
];
