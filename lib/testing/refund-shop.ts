import { randomUUID } from "node:crypto";
import { poisha } from "@/lib/kernel/money";
import { requestRefund, type RequestRefundResult } from "@/lib/payments/refund-payment";
import { db } from "@/lib/platform/db";
import { openShop, type TestShop } from "./open-shop";
import type { RunningSimulator } from "./start-simulator";

/** A merchant who has confirmed with the password; what the refund's door asks for. */
type Confirmed = Parameters<typeof requestRefund>[0];

export const aMerchant = (id: string = randomUUID()): Confirmed =>
  ({ id, name: "Merchant", email: "merchant@example.com" }) as Confirmed;

/** A shop whose one order is paid. */
export interface PaidShop extends TestShop {
  paymentId: string;
  paymentID: string;
  /** Asks for a refund as a merchant; the whole amount unless said otherwise. */
  refund(amountInPoisha?: number, idempotencyKey?: string): Promise<RequestRefundResult>;
}

export async function paidShop(simulator: RunningSimulator): Promise<PaidShop> {
  const shop = await openShop();
  const opened = await shop.open();
  await simulator.authorise(opened.paymentID);
  const { status } = await shop.execute(opened.paymentId);
  if (status !== "COMPLETED") throw new Error(`The payment is ${status}`);
  return withRefunds(shop, opened);
}

/** Gives a shop with a payment the refund's verbs. */
export function withRefunds(shop: TestShop, payment: { paymentId: string; paymentID: string }): PaidShop {
  return {
    ...shop,
    ...payment,
    refund: (amountInPoisha = shop.payNowInPoisha, idempotencyKey) =>
      refundAs(aMerchant(), payment.paymentId, amountInPoisha, idempotencyKey),
  };
}

export const refundAs = (
  merchant: Confirmed,
  paymentId: string,
  amountInPoisha: number,
  idempotencyKey: string = randomUUID(),
): Promise<RequestRefundResult> =>
  requestRefund(merchant, { paymentId, amount: poisha(amountInPoisha), reason: "Sent back", idempotencyKey });

/** An order that was paid twice: by the second payment, and then by the first, which bKash had said nothing of. */
export async function paidTwiceShop(
  simulator: RunningSimulator,
  wish: Parameters<typeof openShop>[0] = {},
): Promise<PaidShop & { paidBy: string }> {
  const shop = await openShop(wish);
  const first = await shop.open();
  await simulator.authorise(first.paymentID);
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  await simulator.fault({
    operation: "query",
    fault: "still-initiated",
    paymentID: first.paymentID,
    times: 2,
  });
  await shop.execute(first.paymentId);
  await shop.letTimePass(121);
  await shop.query(first.paymentId);
  const second = await shop.open();
  await simulator.authorise(second.paymentID);
  await shop.execute(second.paymentId);
  await shop.letTimePass(3600);
  await shop.query(first.paymentId);
  const { status } = await shop.payment(first.paymentId);
  if (status !== "DUPLICATE") throw new Error(`The first payment is ${status}`);
  return { ...withRefunds(shop, first), paidBy: second.paymentId };
}

/** Makes an order's refunds older by so many seconds, as if that time had passed. */
export async function letRefundTimePass({ orderId }: { orderId: string }, seconds: number): Promise<void> {
  await db.$executeRaw`
    UPDATE "Refund" r SET "statusSince" = r."statusSince" - ${seconds} * interval '1 second',
      "nextCheckAt" = r."nextCheckAt" - ${seconds} * interval '1 second'
    FROM "Payment" p WHERE p.id = r."paymentId" AND p."orderId" = ${orderId}::uuid`;
}

/** Makes an order's captures older by so many days. */
export async function letDaysPass({ orderId }: { orderId: string }, days: number): Promise<void> {
  await db.$executeRaw`
    UPDATE "Payment" SET "completedAt" = "completedAt" - ${days} * interval '1 day' WHERE "orderId" = ${orderId}::uuid`;
}

/** What the refunds of an order's payments look like now, in the order in which they were asked for. */
export const refundsOf = ({ orderId }: { orderId: string }) =>
  db.refund.findMany({
    where: { payment: { orderId } },
    orderBy: [{ requestedAt: "asc" }, { number: "asc" }],
    include: { events: { orderBy: { id: "asc" } } },
  });

/** What each account of the books holds of an order's payments and refunds, in poisha. */
export async function booksOf({ orderId }: { orderId: string }): Promise<Record<string, number>> {
  const rows = await db.$queryRaw<{ account: string; amount: number }[]>`
    SELECT e.account::text, sum(e."amountInPoisha")::int AS amount
    FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id
    WHERE t.ref IN (
      SELECT p.id FROM "Payment" p WHERE p."orderId" = ${orderId}::uuid
      UNION SELECT r.id FROM "Refund" r JOIN "Payment" p ON p.id = r."paymentId" WHERE p."orderId" = ${orderId}::uuid)
    GROUP BY e.account`;
  return Object.fromEntries(rows.map(({ account, amount }) => [account, amount]));
}
