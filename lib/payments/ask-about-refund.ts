import type { Merchant } from "@/lib/auth/merchant";
import { checkRefund } from "./check-refund";
import { findRefund, takeRefundInDoubt } from "./refund-repository";
import type { RefundStatus } from "./refund-status";

/**
 * A merchant does not want to wait for the next question about a refund in doubt: asks the wallet now, and settles what it
 * says. Asking never sends the refund again; it only makes it wait to be sent when the wallet said "not refunded".
 *
 * @returns the refund's status afterwards; null when there is no such refund.
 */
export async function askAboutRefund(_asker: Merchant, refundId: string): Promise<RefundStatus | null> {
  const refund = await findRefund(refundId);
  if (!refund) return null;
  if (!(await takeRefundInDoubt(refundId))) return refund.status;
  return checkRefund(refundId, "merchant");
}
