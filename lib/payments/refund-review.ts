import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/lib/platform/db";
import { REVIEW_AFTER_CHECKS } from "./decide-refund";
import { takenSql } from "./refund-repository";

/** Money of payment `p` that has not gone back, of what it took. */
export const isNotGivenBack = Prisma.sql`COALESCE(${takenSql}, p."amountInPoisha") > (
  SELECT COALESCE(sum(r."amountInPoisha"), 0) FROM "Refund" r WHERE r."paymentId" = p.id AND r.status = 'SUCCEEDED')`;

/**
 * Flags an order for a person for as long as there is a reason, after something happened to one of its refunds: a refund
 * that nobody knows about, money that came wrong or twice and has not gone back. The caller holds the order's row lock.
 */
export async function keepRefundReviewTrue(tx: Transaction, orderId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Order" o SET "reviewReason" = (CASE
      WHEN EXISTS (
        SELECT 1 FROM "Refund" r JOIN "Payment" p ON p.id = r."paymentId"
        WHERE p."orderId" = o.id AND r.status = 'UNKNOWN' AND r.checks >= ${REVIEW_AFTER_CHECKS}) THEN 'REFUND_UNKNOWN'
      WHEN EXISTS (SELECT 1 FROM "Payment" p WHERE p."orderId" = o.id AND p.status = 'MISMATCH' AND ${isNotGivenBack})
        THEN 'MISMATCH'
      WHEN EXISTS (SELECT 1 FROM "Payment" p WHERE p."orderId" = o.id AND p.status = 'DUPLICATE' AND ${isNotGivenBack})
        THEN CASE o.status WHEN 'CANCELLED' THEN 'LATE_CAPTURE_NO_STOCK' ELSE 'DUPLICATE_CAPTURE' END
      WHEN o."reviewReason" = 'STUCK' THEN 'STUCK' END)::"ReviewReason"
    WHERE o.id = ${orderId}::uuid`;
}
