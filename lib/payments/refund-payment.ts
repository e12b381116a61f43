import type { ConfirmedMerchant } from "@/lib/auth/merchant";
import type { Poisha } from "@/lib/kernel/money";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { db } from "@/lib/platform/db";
import { failpoint } from "@/lib/platform/failpoint";
import type { NotRefundable } from "./refund-rules";
import { reserveRefund } from "./reserve-refund";
import type { RefundStatus } from "./refund-status";
import { sendRefund } from "./send-refund";

export type RequestRefundResult =
  /** `status` is where it stands after the wallet was sent it; UNKNOWN when no clear answer came. */
  | { ok: true; refundId: string; status: RefundStatus }
  | { ok: false; code: "PAYMENT_NOT_FOUND" | NotRefundable }
  /** More than is left: of two who ask at once the second may get this. Nothing was asked of the wallet. */
  | { ok: false; code: "AMOUNT_TOO_LARGE"; left: Poisha }
  /** This click was made before, for something else. */
  | { ok: false; code: "KEY_REUSED" };

/**
 * Gives a shopper money back: the amount is reserved and committed first, then the wallet is sent it, then what it said is
 * written. The same click sent twice is one refund. Of two merchants at once one wins; the other is told so.
 *
 * @param wish.reason up to 255 characters; bKash is told it.
 * @param wish.idempotencyKey names the click.
 */
export async function requestRefund(
  merchant: ConfirmedMerchant,
  wish: { paymentId: string; amount: Poisha; reason: string; idempotencyKey: string },
): Promise<RequestRefundResult> {
  const reserved = await reserve(merchant, wish);
  if (!reserved.ok) return reserved;
  failpoint("refund:requested");
  return { ok: true, refundId: reserved.refundId, status: await sendRefund(reserved.refundId, "merchant") };
}

type Reserved = { ok: true; refundId: string } | Exclude<RequestRefundResult, { ok: true }>;

async function reserve(
  merchant: ConfirmedMerchant,
  wish: { paymentId: string; amount: Poisha; reason: string; idempotencyKey: string },
): Promise<Reserved> {
  try {
    return await db.$transaction((tx) =>
      reserveRefund(tx, { ...wish, requestedBy: merchant.id }, "merchant"),
    );
  } catch (error) {
    // The database's own guards: one key, one refund; one payment, one refund in flight.
    if (isUniqueViolation(error)) return { ok: false, code: "REFUND_IN_PROGRESS" };
    throw error;
  }
}
