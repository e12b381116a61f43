import type { ConfirmedMerchant } from "@/lib/auth/merchant";
import { poisha } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { findRefund } from "./refund-repository";
import type { RefundStatus } from "./refund-status";
import { settleRefund } from "./settle-refund";

/** What the wallet's own portal says of a refund. */
export type PortalWord = { refunded: true; refundTrxId: string } | { refunded: false };

export type RecordRefundResult =
  | { ok: true; status: RefundStatus }
  | { ok: false; code: "REFUND_NOT_FOUND" }
  /** It is not in doubt, or not for ten minutes yet. */
  | { ok: false; code: "NOT_NOW" }
  /** This receipt is another refund's, or a payment's. */
  | { ok: false; code: "RECEIPT_TAKEN" };

/**
 * The way out when the wallet never says what became of a refund: a merchant looks it up in the wallet's portal and records
 * what stands there. It is settled like the wallet's own word, and its history names the merchant.
 */
export async function recordRefund(
  merchant: ConfirmedMerchant,
  refundId: string,
  word: PortalWord,
): Promise<RecordRefundResult> {
  const refund = await findRefund(refundId);
  if (!refund) return { ok: false, code: "REFUND_NOT_FOUND" };
  const isTaken = word.refunded && (await isReceiptTaken(word.refundTrxId));
  if (isTaken) return { ok: false, code: "RECEIPT_TAKEN" };
  const status = await settleRefund(
    refundId,
    word.refunded
      ? {
          kind: "refunded",
          refundTrxId: word.refundTrxId,
          amount: poisha(refund.amountInPoisha),
          trxId: null,
          currency: null,
        }
      : { kind: "not in the portal" },
    "merchant",
    undefined,
    { id: merchant.id, name: merchant.name },
  );
  return status === (word.refunded ? "SUCCEEDED" : "FAILED") && refund.status === "UNKNOWN"
    ? { ok: true, status }
    : { ok: false, code: "NOT_NOW" };
}

async function isReceiptTaken(trxId: string): Promise<boolean> {
  const [refund, payment] = await Promise.all([
    db.refund.findUnique({ where: { refundTrxId: trxId }, select: { id: true } }),
    db.payment.findFirst({ where: { trxId }, select: { id: true } }),
  ]);
  return refund !== null || payment !== null;
}
