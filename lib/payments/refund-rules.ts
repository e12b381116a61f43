import { poisha, type Poisha } from "@/lib/kernel/money";
import type { RefundProfile } from "./payment-provider";
import { isCaptured, type PaymentStatus } from "./payment-status";

/** A payment as the question "what of it can go back?" needs it. */
export interface RefundableFacts {
  status: PaymentStatus;
  amountInPoisha: Poisha;
  /** What the books say that it took; null when nobody could read it. */
  takenInPoisha: Poisha | null;
  /** What refunds that did not fail have asked for. */
  refundReservedInPoisha: Poisha;
  /** Refunds that did not fail. */
  refunds: number;
  hasRefundInFlight: boolean;
  /** Receipt number and the wallet's id are both known. */
  hasReceipt: boolean;
  secondsSinceCompleted: number;
  /** What its wallet allows; null when this shop does not run that wallet in that mode now. */
  wallet: { refundProfile: RefundProfile; refundDays: number } | null;
}

export type NotRefundable =
  /** It took no money. */
  | "NOT_CAPTURED"
  | "OTHER_MODE"
  /** How much it took, or under which receipt, is not known. */
  | "NOT_UNDERSTOOD"
  | "REFUND_IN_PROGRESS"
  | "ALL_REFUNDED"
  /** Something is left, and the wallet's API gives none of it back any more. */
  | "NO_MORE_REFUNDS"
  | "TOO_OLD";

export type Refundable =
  | {
      ok: true;
      /** At most so much. */
      left: Poisha;
      /** Whatever goes back now, the wallet's API gives back nothing more of this payment afterwards. */
      isLastOne: boolean;
    }
  | { ok: false; code: NotRefundable };

const MOST_REFUNDS: Record<RefundProfile, number> = { once: 1, "up to 10": 10 };

const DAY_SECONDS = 86_400;

/** What of a payment can go back through the wallet's API, and why not if nothing can. Pure. */
export function whatIsRefundable(payment: RefundableFacts): Refundable {
  const no = (code: NotRefundable): Refundable => ({ ok: false, code });
  if (!isCaptured(payment.status)) return no("NOT_CAPTURED");
  if (payment.hasRefundInFlight) return no("REFUND_IN_PROGRESS");
  if (payment.takenInPoisha === null || !payment.hasReceipt) return no("NOT_UNDERSTOOD");
  const most = Math.min(payment.takenInPoisha, payment.amountInPoisha);
  const left = Math.max(0, most - payment.refundReservedInPoisha);
  if (left === 0) return no("ALL_REFUNDED");
  if (!payment.wallet) return no("OTHER_MODE");
  const refundsLeft = MOST_REFUNDS[payment.wallet.refundProfile] - payment.refunds;
  if (refundsLeft <= 0) return no("NO_MORE_REFUNDS");
  if (payment.secondsSinceCompleted > payment.wallet.refundDays * DAY_SECONDS) return no("TOO_OLD");
  return { ok: true, left: poisha(left), isLastOne: refundsLeft === 1 };
}
