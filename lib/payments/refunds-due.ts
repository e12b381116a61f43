import type { PaymentMode } from "@/generated/prisma/enums";
import type { Merchant } from "@/lib/auth/merchant";
import { db } from "@/lib/platform/db";
import { isNotGivenBack } from "./refund-review";

/** More than anybody looks through; whoever has more has another problem. */
const MOST = 500;

/**
 * Orders whose shopper is owed money by the shop, in one mode, the oldest first: money that came twice or too late and is
 * still here, a refund that is on its way or failed, and goods that came back with their money still whole. How much of that
 * goes back, and when it is enough, a person decides.
 */
export async function findOrdersWithRefundDue(_reader: Merchant, mode: PaymentMode): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM "Order" o WHERE EXISTS (
      SELECT 1 FROM "Payment" p WHERE p."orderId" = o.id AND p.mode = ${mode}::"PaymentMode" AND (
        p.status = 'DUPLICATE' AND ${isNotGivenBack}
        OR p.status = 'COMPLETED' AND o."deliveryStatus" = 'RETURNED' AND o.status = 'PAID'
        OR EXISTS (
          SELECT 1 FROM "Refund" r WHERE r."paymentId" = p.id AND r.status IN ('REQUESTED', 'SENDING', 'UNKNOWN'))
        OR ${isNotGivenBack} AND (
          SELECT r.status FROM "Refund" r WHERE r."paymentId" = p.id ORDER BY r.number DESC LIMIT 1) = 'FAILED'))
    ORDER BY o."placedAt", o.id LIMIT ${MOST}`;
  return rows.map(({ id }) => id);
}
