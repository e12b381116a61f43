import { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/platform/db";
import { failpoint } from "@/lib/platform/failpoint";
import { cancelUnpaidOrder } from "./cancel-unpaid-order";

/**
 * Its money may have moved, has moved, or is set aside. The names are lib/payments/payment-status' `keepsOrder`; a mismatch
 * whose money has gone back keeps its order no longer.
 */
export const keepsItsOrder = Prisma.sql`(p.status IN ('EXECUTING', 'UNCERTAIN', 'AUTHORISED', 'CAPTURING', 'VOIDING')
  OR p.status = 'MISMATCH' AND p."amountInPoisha" > (
    SELECT COALESCE(sum(r."amountInPoisha"), 0) FROM "Refund" r WHERE r."paymentId" = p.id AND r.status = 'SUCCEEDED'))`;

/**
 * Cancels unpaid orders whose hold is over and gives their stock back. An order with a payment in doubt or mismatched
 * is left alone: its money may have moved, or has.
 *
 * @returns how many orders were cancelled, at most `limit`.
 */
export async function releaseExpiredOrders({ limit }: { limit: number }): Promise<number> {
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM "Order" o
    WHERE o.status = 'PENDING' AND o."paymentMethod" <> 'CASH_ON_DELIVERY' AND o."holdUntil" < now()
      AND NOT EXISTS (SELECT 1 FROM "Payment" p WHERE p."orderId" = o.id AND ${keepsItsOrder})
    ORDER BY o."holdUntil", o.number LIMIT ${limit}`;
  let released = 0;
  for (const { id } of due)
    if (await cancelOrder(id)) {
      released++;
      failpoint("release:released");
    }
  return released;
}

async function cancelOrder(orderId: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    // The conditions stand again behind the row lock: a payment may have begun since the list was read.
    const locked = await tx.$queryRaw<{ id: string }[]>`
      SELECT o.id FROM "Order" o
      WHERE o.id = ${orderId}::uuid AND o.status = 'PENDING' AND o."paymentMethod" <> 'CASH_ON_DELIVERY' AND o."holdUntil" < now()
      FOR UPDATE SKIP LOCKED`;
    if (locked.length === 0) return false;
    const inDoubt = await tx.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM "Payment" p WHERE p."orderId" = ${orderId}::uuid AND ${keepsItsOrder}`;
    if (inDoubt[0]?.n) return false;
    failpoint("release:locked");
    await cancelUnpaidOrder(tx, { orderId, source: "release" });
    return true;
  });
}
