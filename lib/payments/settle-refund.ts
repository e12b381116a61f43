import type { OrderStatus, PaymentMode, PaymentSource, PaymentStatus } from "@/generated/prisma/enums";
import { poisha } from "@/lib/kernel/money";
import { markOrderRefunded } from "@/lib/orders/mark-order-refunded";
import { db, type Transaction } from "@/lib/platform/db";
import { failpoint } from "@/lib/platform/failpoint";
import { logger } from "@/lib/platform/logger";
import { decideRefund, FINAL_AFTER_SECONDS, type RefundDecision, type RefundNews } from "./decide-refund";
import { noteFindings } from "./discrepancies";
import { bookRefund } from "./ledger";
import { keepRefundReviewTrue } from "./refund-review";
import type { RefundStatus } from "./refund-status";
import { tellShopperOfRefund } from "./tell-shopper";

interface LockedRefund {
  orderId: string;
  orderStatus: OrderStatus;
  payNowInPoisha: number;
  paymentId: string;
  paymentStatus: PaymentStatus;
  mode: PaymentMode;
  currency: string;
  trxId: string | null;
  status: RefundStatus;
  amountInPoisha: number;
  requestedBy: string | null;
  refundTrxId: string | null;
  sends: number;
  checks: number;
  secondsInStatus: number;
}

/** A merchant who has looked a refund up in the wallet's own portal. */
export interface PortalReader {
  id: string;
  name: string;
}

/** So long the wallet is asked before a person's word counts: a sending that comes late must find its refund as it was. */
export const mayBeRead = (refund: { status: RefundStatus; secondsInStatus: number }): boolean =>
  refund.status === "UNKNOWN" && refund.secondsInStatus >= FINAL_AFTER_SECONDS;

/**
 * Writes news of a refund into refund, history, payment, order and ledger, in one transaction. The only writer of money
 * that goes back: the answer to a sending, the answer to a question, a dead sender and a payment grown too old all end
 * here, any number of times and at once.
 *
 * @param sending which sending this is the answer to; left out when it is not the answer to one.
 * @param portal the merchant who has read it in the wallet's own portal: their word counts only where the wallet's stays away.
 * @returns the refund's status afterwards.
 */
export async function settleRefund(
  refundId: string,
  news: RefundNews,
  source: PaymentSource,
  sending?: number,
  portal?: PortalReader,
): Promise<RefundStatus> {
  const status = await db.$transaction((tx) => settleIn(tx, refundId, news, source, sending, portal));
  failpoint("refund:committed");
  return status;
}

async function settleIn(
  tx: Transaction,
  refundId: string,
  told: RefundNews,
  source: PaymentSource,
  sending: number | undefined,
  portal: PortalReader | undefined,
): Promise<RefundStatus> {
  const row = await lock(tx, refundId);
  failpoint("refund:locked");
  if (portal && !mayBeRead(row)) return row.status;
  // The late answer to a sending that was given up: only its receipt still says something.
  if (sending !== undefined && sending !== row.sends && told.kind !== "refunded") return row.status;
  const news = await notAnothers(tx, row, refundId, told, sending === undefined);
  // A receipt that is another refund's is a slip of the pen, and says nothing of this one.
  if (portal && news.kind !== told.kind) return row.status;
  const decision = decideRefund({ ...row, amountInPoisha: poisha(row.amountInPoisha) }, news);
  await noteSecondReceipt(tx, refundId, row, news);
  if (decision.to === row.status && decision.nextCheckInSeconds === null) return row.status;

  await writeRefund(tx, refundId, row.status, decision, news, source, portal);
  failpoint("refund:written");
  if (decision.to === "FAILED") await giveReservationBack(tx, row);
  if (decision.to === "SUCCEEDED") await bookSuccess(tx, refundId, row, news);
  if (decision.needsReview || decision.to !== row.status) await keepRefundReviewTrue(tx, row.orderId);
  const refundTrxId = news.kind === "refunded" ? news.refundTrxId : null;
  await tellShopperOfRefund(tx, { id: refundId, ...row }, { from: row.status, to: decision.to, refundTrxId });
  failpoint("refund:before-commit");
  if (decision.needsReview || decision.to === "FAILED" || news.kind === "unknown")
    logger.warn({ refundId, news, from: row.status, to: decision.to }, "a refund needs attention");
  return decision.to;
}

/** The order's row first, then the payment's, then the refund's: the same order everywhere. */
async function lock(tx: Transaction, refundId: string): Promise<LockedRefund> {
  await tx.$queryRaw`
    SELECT o.id FROM "Order" o JOIN "Payment" p ON p."orderId" = o.id JOIN "Refund" r ON r."paymentId" = p.id
    WHERE r.id = ${refundId}::uuid FOR UPDATE OF o`;
  const [row] = await tx.$queryRaw<LockedRefund[]>`
    SELECT o.id AS "orderId", o.status AS "orderStatus", o."payNowInPoisha", p.id AS "paymentId",
      p.status AS "paymentStatus", p.mode, p.currency, p."trxId", r.status, r."amountInPoisha", r."requestedBy",
      r."refundTrxId", r.sends, r.checks, extract(epoch FROM now() - r."statusSince")::float8 AS "secondsInStatus"
    FROM "Order" o JOIN "Payment" p ON p."orderId" = o.id JOIN "Refund" r ON r."paymentId" = p.id
    WHERE r.id = ${refundId}::uuid FOR UPDATE OF p, r`;
  if (!row) throw new Error(`No refund ${refundId}`);
  return row;
}

/**
 * The wallet tells of the last refund of a payment. When another of ours has that receipt already, an earlier part of the
 * same payment, then this one has not arrived; in answer to this one's own sending it is no answer at all.
 */
async function notAnothers(
  tx: Transaction,
  row: LockedRefund,
  refundId: string,
  news: RefundNews,
  isQuestion: boolean,
): Promise<RefundNews> {
  if (news.kind !== "refunded") return news;
  const other = await tx.refund.findUnique({ where: { refundTrxId: news.refundTrxId } });
  if (!other || other.id === refundId) return news;
  return isQuestion && other.paymentId === row.paymentId
    ? { kind: "not refunded" }
    : { kind: "unknown", cause: `the receipt ${news.refundTrxId} belongs to another refund` };
}

/** Money went back under a receipt after this refund had ended without it: a person compares with the wallet's portal. */
async function noteSecondReceipt(
  tx: Transaction,
  refundId: string,
  row: LockedRefund,
  news: RefundNews,
): Promise<void> {
  const hasEnded = row.status === "FAILED" || row.status === "SUCCEEDED";
  if (!hasEnded || news.kind !== "refunded" || row.refundTrxId === news.refundTrxId) return;
  const detail = { refundId, status: row.status, refundTrxId: row.refundTrxId, amountInPoisha: news.amount };
  await noteFindings(tx, [{ kind: "refund: another receipt", subject: news.refundTrxId, detail }]);
}

async function writeRefund(
  tx: Transaction,
  refundId: string,
  from: RefundStatus,
  { to, nextCheckInSeconds }: RefundDecision,
  news: RefundNews,
  source: PaymentSource,
  portal: PortalReader | undefined,
): Promise<void> {
  const moved = to !== from;
  const code = "code" in news ? (news.code ?? null) : null;
  const refundTrxId = news.kind === "refunded" && to === "SUCCEEDED" ? news.refundTrxId : null;
  await tx.$executeRaw`
    WITH written AS (
      UPDATE "Refund" SET status = ${to}::"RefundStatus",
        "statusSince" = CASE WHEN ${moved} THEN now() ELSE "statusSince" END,
        checks = CASE WHEN ${moved} THEN 0 ELSE checks + 1 END,
        "nextCheckAt" = now() + ${nextCheckInSeconds}::float8 * interval '1 second',
        "refundTrxId" = COALESCE(${refundTrxId}, "refundTrxId"),
        "completedAt" = CASE WHEN ${to === "SUCCEEDED"} THEN now() ELSE "completedAt" END,
        "lastCode" = COALESCE(${code}, "lastCode")
      WHERE id = ${refundId}::uuid RETURNING id
    )
    INSERT INTO "RefundEvent" ("refundId", "from", "to", source, actor, code, detail)
    SELECT id, ${from}::"RefundStatus", ${to}::"RefundStatus", ${source}::"PaymentSource", ${portal?.id ?? null}, ${code},
      ${JSON.stringify({ ...detailOf(news), ...(portal ? { merchant: portal.name } : {}) })}::jsonb
    FROM written WHERE ${moved}`;
}

/** What the history keeps of the news. */
function detailOf(news: RefundNews): Record<string, unknown> {
  switch (news.kind) {
    case "refunded":
      return { refundTrxId: news.refundTrxId, amountInPoisha: news.amount };
    case "unknown":
      return { cause: news.cause.slice(0, 300) };
    case "refused":
      return {};
    default:
      return { cause: news.kind };
  }
}

async function giveReservationBack(tx: Transaction, row: LockedRefund): Promise<void> {
  await tx.payment.update({
    where: { id: row.paymentId },
    data: { refundReservedInPoisha: { decrement: row.amountInPoisha } },
  });
}

/** The ledger and, when it was the order's own money, the order. A duplicate's leaves the order as paid as it was. */
async function bookSuccess(
  tx: Transaction,
  refundId: string,
  row: LockedRefund,
  news: RefundNews,
): Promise<void> {
  const paidItsOrder = row.paymentStatus === "COMPLETED";
  await bookRefund(
    tx,
    { id: refundId, mode: row.mode, amount: poisha(row.amountInPoisha) },
    paidItsOrder ? "sales" : "suspense",
  );
  failpoint("refund:booked");
  if (!paidItsOrder) return;
  const { _sum } = await tx.refund.aggregate({
    where: { paymentId: row.paymentId, status: "SUCCEEDED" },
    _sum: { amountInPoisha: true },
  });
  await markOrderRefunded(
    tx,
    { id: row.orderId, status: row.orderStatus, payNowInPoisha: poisha(row.payNowInPoisha) },
    poisha(_sum.amountInPoisha ?? 0),
    { actor: row.requestedBy ?? undefined, refundTrxId: news.kind === "refunded" ? news.refundTrxId : "" },
  );
}
