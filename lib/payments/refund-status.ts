import type { RefundStatus } from "@/generated/prisma/enums";

export type { RefundStatus };

/**
 * A refund's whole life on one screen.
 *
 * REQUESTED its amount is reserved; it waits to be sent
 * SENDING   claimed; the wallet is sent it, or its answer is awaited
 * UNKNOWN   no clear answer; the wallet is asked until one comes, and it is never sent again on a guess
 * SUCCEEDED the wallet named the receipt: the money went back
 * FAILED    the wallet refused, or it could not be sent in time: no money went back, and the amount is free again
 */
const NEXT: Record<RefundStatus, readonly RefundStatus[]> = {
  // A late answer to an earlier sending may arrive while the next one waits.
  REQUESTED: ["SENDING", "SUCCEEDED", "FAILED"],
  SENDING: ["SUCCEEDED", "FAILED", "UNKNOWN"],
  UNKNOWN: ["SUCCEEDED", "REQUESTED", "FAILED"],
  SUCCEEDED: [],
  FAILED: [],
};

export const REFUND_STATUSES = Object.keys(NEXT) as readonly RefundStatus[];

export const refundCanBecome = (from: RefundStatus, to: RefundStatus): boolean => NEXT[from].includes(to);

/** Its money is on the way back, or may be: the payment takes no other refund meanwhile. */
export const isInFlight = (status: RefundStatus): boolean =>
  status === "REQUESTED" || status === "SENDING" || status === "UNKNOWN";
