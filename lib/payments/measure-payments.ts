import type { PaymentMode, PaymentStatus, RefundStatus, ReviewReason } from "@/generated/prisma/enums";
import { db } from "@/lib/platform/db";

/** Statuses in which something is still to happen, or to be done by a person. They are few at any time. */
const OPEN: readonly PaymentStatus[] = [
  ...(["NEW", "CREATED", "EXECUTING", "UNCERTAIN", "WATCH", "MISMATCH"] as const),
  ...(["AUTHORISED", "CAPTURING", "VOIDING"] as const),
];
const ENDED: readonly PaymentStatus[] = [
  ...(["COMPLETED", "DUPLICATE", "DECLINED", "CANCELLED", "EXPIRED", "ABANDONED", "VOIDED"] as const),
];

export interface PaymentMeasures {
  /** Payments that are open now. */
  open: { mode: PaymentMode; status: PaymentStatus; count: number }[];
  /** Payments that ended within the last 24 hours. */
  ended: { mode: PaymentMode; status: PaymentStatus; count: number }[];
  /** How long the payment that is longest in doubt has been so. 0 when none is. */
  oldestDoubtSeconds: { mode: PaymentMode; seconds: number }[];
  /** Money that came twice, or too late, and was not given back yet. */
  duplicates: { mode: PaymentMode; count: number }[];
  refunds: { status: RefundStatus; count: number }[];
  reviews: { reason: ReviewReason; count: number }[];
  discrepancies: { kind: string; count: number }[];
  /** Grants and refreshes within the last hour, which bKash limits to two. */
  tokenCalls: { wallet: string; mode: string; count: number }[];
  /** Seconds until payments are opened again; 0 when they are. */
  pausedSeconds: { wallet: string; mode: string; seconds: number }[];
}

/** How payments stand in the database, for all processes together. Each statement uses an index: it is asked every few seconds. */
export async function measurePayments(): Promise<PaymentMeasures> {
  const [
    open,
    ended,
    oldestDoubtSeconds,
    duplicates,
    refunds,
    reviews,
    discrepancies,
    tokenCalls,
    pausedSeconds,
  ] = await Promise.all([
    db.$queryRaw<PaymentMeasures["open"]>`
        SELECT mode, status, count(*)::int AS count FROM "Payment"
        WHERE status = ANY(${OPEN}::"PaymentStatus"[]) GROUP BY mode, status`,
    db.$queryRaw<PaymentMeasures["ended"]>`
        SELECT mode, status, count(*)::int AS count FROM "Payment"
        WHERE status = ANY(${ENDED}::"PaymentStatus"[]) AND "statusSince" > now() - interval '24 hours' GROUP BY mode, status`,
    db.$queryRaw<PaymentMeasures["oldestDoubtSeconds"]>`
        SELECT mode, extract(epoch FROM now() - min(COALESCE("executingSince", "statusSince")))::float8 AS seconds FROM "Payment"
        WHERE status IN ('EXECUTING', 'UNCERTAIN') GROUP BY mode`,
    db.$queryRaw<PaymentMeasures["duplicates"]>`
        SELECT mode, count(*)::int AS count FROM "Payment" p WHERE status = 'DUPLICATE'
          AND NOT EXISTS (SELECT 1 FROM "Refund" r WHERE r."paymentId" = p.id AND r.status = 'SUCCEEDED') GROUP BY mode`,
    db.$queryRaw<PaymentMeasures["refunds"]>`
        SELECT status, count(*)::int AS count FROM "Refund"
        WHERE status IN ('REQUESTED', 'SENDING', 'UNKNOWN') OR "statusSince" > now() - interval '24 hours' GROUP BY status`,
    db.$queryRaw<PaymentMeasures["reviews"]>`
        SELECT "reviewReason" AS reason, count(*)::int AS count FROM "Order"
        WHERE "reviewReason" IS NOT NULL GROUP BY "reviewReason"`,
    db.$queryRaw<PaymentMeasures["discrepancies"]>`
        SELECT kind, count(*)::int AS count FROM "Discrepancy" WHERE "resolvedAt" IS NULL GROUP BY kind`,
    db.$queryRaw<PaymentMeasures["tokenCalls"]>`
        SELECT split_part(key, ':', 1) AS wallet, split_part(key, ':', 2) AS mode,
          (SELECT count(*)::int FROM "WalletTokenCall" c WHERE c.key = t.key AND c.at > now() - interval '1 hour') AS count
        FROM "WalletToken" t`,
    db.$queryRaw<PaymentMeasures["pausedSeconds"]>`
        SELECT split_part(key, ':', 1) AS wallet, split_part(key, ':', 2) AS mode,
          GREATEST(0, COALESCE(extract(epoch FROM "pausedUntil" - now()), 0))::float8 AS seconds FROM "WalletToken"`,
  ]);
  return {
    ...{ open, ended, oldestDoubtSeconds, duplicates, refunds, reviews, discrepancies, tokenCalls },
    pausedSeconds,
  };
}
