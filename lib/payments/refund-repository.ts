import { Prisma } from "@/generated/prisma/client";
import type { PaymentMode, PaymentSource, RefundStatus } from "@/generated/prisma/enums";
import { poisha, type Poisha } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { ofThisShop } from "./payment-repository";

/** Every query about refunds but for the one that settles them. A change of status and its event are one statement. */

export interface StoredRefund {
  id: string;
  status: RefundStatus;
  amountInPoisha: Poisha;
  reason: string;
  invoiceNumber: string;
  provider: string;
  mode: PaymentMode;
  providerPaymentId: string | null;
  trxId: string | null;
}

export async function findRefund(refundId: string): Promise<StoredRefund | null> {
  const [row] = await db.$queryRaw<StoredRefund[]>`
    SELECT r.id, r.status, r."amountInPoisha", r.reason, p."invoiceNumber", p.provider, p.mode, p."providerPaymentId",
      p."trxId"
    FROM "Refund" r JOIN "Payment" p ON p.id = r."paymentId" WHERE r.id = ${refundId}::uuid`;
  return row ? { ...row, amountInPoisha: poisha(row.amountInPoisha) } : null;
}

/** How long a sending may go without news before others ask: two deadlines of 30 s, and a margin. */
const SENDING_LEASE_SECONDS = 75;

/**
 * Claims a refund for sending: `claimed` for exactly one caller, and again only after the wallet said "not refunded".
 * `sends` says which sending it is, 1 for the first. Nothing is claimed of a payment older than `refundDays`.
 */
export async function claimForSending(
  refundId: string,
  source: PaymentSource,
  refundDays: number,
): Promise<{ kind: "claimed"; sends: number } | { kind: "too old" } | { kind: "taken" }> {
  const [claimed] = await db.$queryRaw<{ sends: number }[]>`
    WITH claimed AS (
      UPDATE "Refund" r SET status = 'SENDING', "statusSince" = now(), checks = 0, sends = sends + 1,
        "nextCheckAt" = now() + ${SENDING_LEASE_SECONDS} * interval '1 second'
      FROM "Payment" p
      WHERE r.id = ${refundId}::uuid AND r.status = 'REQUESTED' AND p.id = r."paymentId"
        AND p."completedAt" > now() - ${refundDays} * interval '1 day'
      RETURNING r.id, r.sends
    ), told AS (
      INSERT INTO "RefundEvent" ("refundId", "from", "to", source)
      SELECT id, 'REQUESTED', 'SENDING', ${source}::"PaymentSource" FROM claimed
    )
    SELECT sends FROM claimed`;
  if (claimed) return { kind: "claimed", ...claimed };
  const [old] = await db.$queryRaw<unknown[]>`
    SELECT r.id FROM "Refund" r JOIN "Payment" p ON p.id = r."paymentId"
    WHERE r.id = ${refundId}::uuid AND r.status = 'REQUESTED' AND p."completedAt" <= now() - ${refundDays} * interval '1 day'`;
  return { kind: old ? "too old" : "taken" };
}

/** While somebody sends or asks, others do not: the refund is due again after this. */
const TAKEN_SECONDS = 45;

/** Takes up to `limit` refunds that are due, longest due first. Two takers never get the same one. */
export async function takeDueRefunds(limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH due AS (
      SELECT r.id, r."nextCheckAt" AS since FROM "Refund" r JOIN "Payment" p ON p.id = r."paymentId"
      WHERE r."nextCheckAt" <= now() AND ${ofThisShop()}
      ORDER BY r."nextCheckAt", r."requestedAt" LIMIT ${limit} FOR UPDATE OF r SKIP LOCKED
    ), taken AS (
      UPDATE "Refund" r SET "nextCheckAt" = now() + ${TAKEN_SECONDS} * interval '1 second'
      FROM due WHERE r.id = due.id RETURNING r.id, due.since, r."requestedAt"
    )
    SELECT id FROM taken ORDER BY since, "requestedAt"`;
  return rows.map(({ id }) => id);
}

/** Takes one refund whose answer is awaited, due or not. False while it is being sent, or when it has its answer. */
export async function takeRefundInDoubt(refundId: string): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE "Refund" r SET "nextCheckAt" = now() + ${TAKEN_SECONDS} * interval '1 second'
    FROM "Payment" p WHERE r.id = ${refundId}::uuid AND r.status = 'UNKNOWN' AND p.id = r."paymentId" AND ${ofThisShop()}`;
  return count === 1;
}

/** What the books say that a payment took; null when nobody could read it. `p` is the payment's row. */
export const takenSql = Prisma.sql`(
  SELECT sum(e."amountInPoisha")::int FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id
  WHERE t.ref = p.id AND t.kind IN ('capture', 'release') AND e.account = 'wallet')`;
