import type {
  OrderStatus,
  PaymentIntent,
  PaymentMode,
  PaymentSource,
  PaymentStatus,
  ReviewReason,
} from "@/generated/prisma/enums";
import { poisha } from "@/lib/kernel/money";
import { holdStockAgain, markOrderPaid } from "@/lib/orders/mark-order-paid";
import { bookCapture } from "./ledger";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { db, type Transaction } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { failpoint } from "@/lib/platform/failpoint";
import { logger } from "@/lib/platform/logger";
import { askSoon } from "./ask-soon";
import { decideSettlement, type Decision, type PaymentFacts } from "./decide-settlement";
import type { PaymentOutcome } from "./payment-provider";
import { isCaptured, isInDoubt, isSetAside } from "./payment-status";
import { tellChange } from "./tell-change";
import { tellShopper } from "./tell-shopper";

interface LockedRow {
  mode: PaymentMode;
  intent: PaymentIntent;
  reviewReason: ReviewReason | null;
  hasNextCheck: boolean;
  /** Another payment of this order has its money set aside. */
  hasSetAsideSibling: boolean;
  orderId: string;
  cartId: string | null;
  orderStatus: OrderStatus;
  status: PaymentStatus;
  amountInPoisha: number;
  currency: string;
  invoiceNumber: string;
  providerPaymentId: string | null;
  checks: number;
  secondsInStatus: number;
  secondsSinceExecute: number;
  /** Since the payment was written. */
  ageInMs: number;
}

/** What a settlement changed. */
interface Settled {
  from: PaymentStatus;
  to: PaymentStatus;
  paysOrder: boolean;
  ageInMs: number;
}

/**
 * Writes what a wallet said into payment, history and order, in one transaction. The only writer of money: execute,
 * query, webhook and reconciliation all end here, and any number of them may come at once or again.
 *
 * @returns the payment's status afterwards.
 */
export async function settlePayment(
  paymentId: string,
  outcome: PaymentOutcome,
  source: PaymentSource,
): Promise<PaymentStatus> {
  const { from, to, paysOrder, ageInMs } = await settle(paymentId, outcome, source);
  failpoint("settle:committed");
  if (from !== to) tellChange({ paymentId, from, to, source, ms: ageInMs, paysOrder });
  return to;
}

async function settle(paymentId: string, outcome: PaymentOutcome, source: PaymentSource): Promise<Settled> {
  try {
    return await db.$transaction((tx) => settleIn(tx, paymentId, outcome, source));
  } catch (error) {
    // A receipt number that another payment has already: this money cannot be ours too.
    if (outcome.kind === "completed" && isUniqueViolation(error)) {
      logger.error({ paymentId, trxId: outcome.trxId }, "two payments with one receipt number");
      return db.$transaction((tx) =>
        settleIn(tx, paymentId, { ...outcome, amount: null }, source, { storeTrxId: false }),
      );
    }
    // The shopper has begun anew meanwhile. This money waits where it is until that other payment has its end.
    if (outcome.kind === "authorised" && isUniqueViolation(error)) {
      const cause = "set aside, while another payment of this order is under way";
      return db.$transaction((tx) => settleIn(tx, paymentId, { kind: "unknown", cause }, source));
    }
    throw error;
  }
}

async function settleIn(
  tx: Transaction,
  paymentId: string,
  outcome: PaymentOutcome,
  source: PaymentSource,
  { storeTrxId = true } = {},
): Promise<Settled> {
  const row = await lock(tx, paymentId);
  failpoint("settle:locked");
  const facts: PaymentFacts = { ...row, amountInPoisha: poisha(row.amountInPoisha) };
  const decision = decideSettlement(facts, row.orderStatus, outcome, env().SETTLE_WINDOW_SECONDS);
  if (decision.to === row.status && decision.nextCheckInSeconds === null && !row.hasNextCheck)
    return { from: row.status, to: row.status, paysOrder: false, ageInMs: row.ageInMs };

  const final = await bookToOrder(tx, row, decision);
  await writePayment(tx, paymentId, row.status, final, outcome, source, storeTrxId);
  failpoint("settle:payment-written");
  if (final.to !== row.status && isCaptured(final.to) && outcome.kind === "completed" && outcome.amount)
    await bookCapture(
      tx,
      { id: paymentId, mode: row.mode, amount: outcome.amount },
      final.paysOrder ? "sales" : "suspense",
    );
  failpoint("settle:booked");
  if (final.paysOrder)
    await markOrderPaid(
      tx,
      { id: row.orderId, cartId: row.cartId, status: row.orderStatus },
      paymentId,
      source,
    );
  if (final.paysOrder && row.hasSetAsideSibling) await askAboutWhatIsSetAside(tx, row.orderId);
  const trxId = outcome.kind === "completed" ? outcome.trxId : null;
  await tellShopper(tx, { id: paymentId, ...row }, { ...final, trxId });
  await keepReviewTrue(tx, row, final);
  if ((isInDoubt(final.to) || isSetAside(final.to)) && final.nextCheckInSeconds !== null)
    await askSoon(tx, paymentId, final.nextCheckInSeconds);
  failpoint("settle:before-commit");
  if (final.review || outcome.kind === "unknown")
    logger.warn(
      { paymentId, outcome, from: row.status, to: final.to, review: final.review },
      "a payment needs attention",
    );
  return { from: row.status, to: final.to, paysOrder: final.paysOrder, ageInMs: row.ageInMs };
}

/** The order's row first, then the payment's: the same order everywhere, so that nobody waits in a circle. */
async function lock(tx: Transaction, paymentId: string): Promise<LockedRow> {
  const [row] = await tx.$queryRaw<LockedRow[]>`
    SELECT o.id AS "orderId", o."cartId", o.status AS "orderStatus", o."reviewReason", p.status, p.mode, p.intent,
      EXISTS (SELECT 1 FROM "Payment" s WHERE s."orderId" = o.id AND s.id <> p.id AND s.status = 'AUTHORISED') AS "hasSetAsideSibling",
      p."amountInPoisha", p.currency, p."nextCheckAt" IS NOT NULL AS "hasNextCheck",
      p."invoiceNumber", p."providerPaymentId", p.checks,
      extract(epoch FROM now() - p."statusSince")::float8 AS "secondsInStatus",
      COALESCE(extract(epoch FROM now() - p."executingSince"), 0)::float8 AS "secondsSinceExecute",
      extract(epoch FROM now() - p."createdAt")::float8 * 1000 AS "ageInMs"
    FROM "Order" o JOIN "Payment" p ON p."orderId" = o.id
    WHERE p.id = ${paymentId}::uuid FOR UPDATE OF o, p`;
  if (!row) throw new Error(`No payment ${paymentId}`);
  return row;
}

/** Money for a cancelled order pays it only while its goods can still be set aside; else it is to be given back. */
async function bookToOrder(tx: Transaction, row: LockedRow, decision: Decision): Promise<Decision> {
  if (!decision.paysOrder || row.orderStatus !== "CANCELLED") return decision;
  if (await holdStockAgain(tx, row.orderId)) return decision;
  return { ...decision, to: "DUPLICATE", paysOrder: false, review: "LATE_CAPTURE_NO_STOCK" };
}

/** The order is paid by another: the next check gives this money free. */
async function askAboutWhatIsSetAside(tx: Transaction, orderId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Payment" SET "nextCheckAt" = now() WHERE "orderId" = ${orderId}::uuid AND status = 'AUTHORISED'`;
}

async function writePayment(
  tx: Transaction,
  paymentId: string,
  from: PaymentStatus,
  { to, nextCheckInSeconds }: Decision,
  outcome: PaymentOutcome,
  source: PaymentSource,
  storeTrxId: boolean,
): Promise<void> {
  const trxId = outcome.kind === "completed" ? outcome.trxId : null;
  // A code in answer to a question is about the question: it must not cover what execute was told.
  const code =
    "code" in outcome && (outcome.kind === "refused" || source === "execute") ? (outcome.code ?? null) : null;
  const moved = to !== from;
  const detail = JSON.stringify(detailOf(outcome));
  await tx.$executeRaw`
    WITH written AS (
      UPDATE "Payment" SET status = ${to}::"PaymentStatus",
        "statusSince" = CASE WHEN ${moved} THEN now() ELSE "statusSince" END,
        checks = CASE WHEN ${moved} THEN 0 ELSE checks + 1 END,
        "nextCheckAt" = now() + ${nextCheckInSeconds}::float8 * interval '1 second',
        "trxId" = COALESCE(${storeTrxId ? trxId : null}, "trxId"),
        "completedAt" = CASE WHEN ${trxId !== null} THEN now() ELSE "completedAt" END,
        "lastCode" = COALESCE(${code}, "lastCode")
      WHERE id = ${paymentId}::uuid RETURNING id
    )
    INSERT INTO "PaymentEvent" ("paymentId", "from", "to", source, code, detail)
    SELECT id, ${from}::"PaymentStatus", ${to}::"PaymentStatus", ${source}::"PaymentSource", ${code}, ${detail}::jsonb
    FROM written WHERE ${moved}`;
}

/** What the history keeps of an outcome: no number of a wallet, no token. */
function detailOf(outcome: PaymentOutcome): Record<string, unknown> {
  switch (outcome.kind) {
    case "completed":
    case "authorised":
      return {
        ...(outcome.kind === "completed" ? { trxId: outcome.trxId } : {}),
        amountInPoisha: outcome.amount,
        currency: outcome.currency,
        invoiceNumber: outcome.invoiceNumber,
        providerPaymentId: outcome.providerPaymentId,
      };
    case "unknown":
      return { cause: outcome.cause.slice(0, 300) };
    case "gone":
      return { cause: `the wallet knows no such payment (${outcome.code})` };
    default:
      return {};
  }
}

/** Flags the order for a person; takes a flag of doubt away when the doubt is over, and lets it hide no other. */
async function keepReviewTrue(tx: Transaction, row: LockedRow, { to, review }: Decision): Promise<void> {
  const wasStuck = row.reviewReason === "STUCK";
  const reason = review === "STUCK" && row.reviewReason ? undefined : review;
  if (!reason && !(wasStuck && review !== "STUCK" && !isInDoubt(to))) return;
  await tx.$executeRaw`
    UPDATE "Order" SET "reviewReason" = ${reason ?? null}::"ReviewReason" WHERE id = ${row.orderId}::uuid`;
}
