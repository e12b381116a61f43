import { assertNever } from "@/lib/kernel/assert-never";
import type { Poisha } from "@/lib/kernel/money";
import { nextIn } from "./decide-settlement";
import type { RefundOutcome, RefundReceipt, RefundStatusOutcome } from "./payment-provider";
import { refundCanBecome, type RefundStatus } from "./refund-status";

/** A refund as the decision needs it. Ages are the database's, in seconds. */
export interface RefundFacts {
  status: RefundStatus;
  amountInPoisha: Poisha;
  currency: string;
  /** The receipt number of the payment. */
  trxId: string | null;
  /** How often it was sent. */
  sends: number;
  /** How often the wallet was asked about it in this status. */
  checks: number;
  secondsInStatus: number;
}

/** What can happen to a refund besides what the wallet says. */
export type RefundNews =
  | RefundOutcome
  | RefundStatusOutcome
  /** Whoever sent it was not heard of again. */
  | { kind: "lease over" }
  /** The wallet takes no refund of so old a payment any more. */
  | { kind: "too old" }
  /** A person has read in the wallet's own portal that it did not take place. */
  | { kind: "not in the portal" };

export interface RefundDecision {
  to: RefundStatus;
  /** A person is to look, for the wallet has been asked so often. */
  needsReview: boolean;
  /** When it is taken up next; null when nobody does any more. */
  nextCheckInSeconds: number | null;
}

/** The wallet is asked so many seconds after the lost answer, and then every hour. */
const DOUBT_MARKS = [10, 30, 60, 120, 300, 600];
const DOUBT_STEP = 3600;
/** After as many questions a person is called. */
export const REVIEW_AFTER_CHECKS = DOUBT_MARKS.length;
/** The word "not refunded" counts for a resend only when the first sending has had so long to arrive. */
export const RESEND_AFTER_SECONDS = 60;
/** It is sent so often at most. */
export const MOST_SENDS = 3;
/** And the word "not refunded" ends it only after so long: a sending that comes late must still find its row. */
export const FINAL_AFTER_SECONDS = 600;

/**
 * What news mean for a refund. Pure. Only a receipt that matches is a success, and only a clear no to the first sending is
 * a failure; everything else is doubt, and doubt is settled by asking.
 */
export function decideRefund(refund: RefundFacts, news: RefundNews): RefundDecision {
  switch (news.kind) {
    case "refunded":
      if (!isReceiptOf(refund, news)) return doubts(refund);
      return refundCanBecome(refund.status, "SUCCEEDED") ? ends("SUCCEEDED") : stays(refund);
    case "refused":
      if (refund.status !== "SENDING") return stays(refund);
      // The wallet refused this sending; of an earlier one that says nothing.
      return refund.sends === 1 ? ends("FAILED") : doubts(refund);
    case "not refunded":
      return decideNotRefunded(refund);
    case "too old":
      return refund.status === "REQUESTED" ? ends("FAILED") : stays(refund);
    case "not in the portal":
      return refund.status === "UNKNOWN" && refund.secondsInStatus >= FINAL_AFTER_SECONDS
        ? ends("FAILED")
        : stays(refund);
    case "lease over":
      return refund.status === "SENDING" ? doubts(refund) : stays(refund);
    case "unknown":
      return doubts(refund);
    default:
      return assertNever(news);
  }
}

const isReceiptOf = (refund: RefundFacts, receipt: RefundReceipt): boolean =>
  receipt.amount === refund.amountInPoisha &&
  (receipt.currency === null || receipt.currency === refund.currency) &&
  (receipt.trxId === null || receipt.trxId === refund.trxId);

function decideNotRefunded(refund: RefundFacts): RefundDecision {
  if (refund.status !== "UNKNOWN") return stays(refund);
  if (refund.sends < MOST_SENDS)
    return refund.secondsInStatus >= RESEND_AFTER_SECONDS ? goesOn("REQUESTED", 0) : doubts(refund);
  return refund.secondsInStatus >= FINAL_AFTER_SECONDS ? ends("FAILED") : doubts(refund);
}

function doubts(refund: RefundFacts): RefundDecision {
  switch (refund.status) {
    case "SENDING":
      return goesOn("UNKNOWN", nextIn(DOUBT_MARKS, DOUBT_STEP, 0));
    case "UNKNOWN":
      return {
        ...goesOn("UNKNOWN", nextIn(DOUBT_MARKS, DOUBT_STEP, refund.secondsInStatus)),
        needsReview: refund.checks + 1 >= REVIEW_AFTER_CHECKS,
      };
    default:
      return stays(refund);
  }
}

const ends = (to: RefundStatus): RefundDecision => ({ to, needsReview: false, nextCheckInSeconds: null });

const goesOn = (to: RefundStatus, nextCheckInSeconds: number): RefundDecision => ({
  to,
  needsReview: false,
  nextCheckInSeconds,
});

/** Nothing changes, not even when it is taken up next. */
const stays = ({ status }: RefundFacts): RefundDecision => ends(status);
