import type { PaymentStatus } from "@/generated/prisma/enums";

export type { PaymentStatus };

/**
 * A payment's whole life on one screen.
 *
 * NEW        the row is written, bKash is about to be asked to create it
 * CREATED    bKash knows it; the shopper types number, OTP and PIN in bKash's window
 * EXECUTING  claimed; execute is on its way or its answer is awaited
 * UNCERTAIN  execute gave no clear answer; we ask until one comes
 * WATCH      bKash still says "Initiated" after the settle window: the shopper may pay anew, we go on asking for 25 hours
 * COMPLETED  this payment paid the order
 * DUPLICATE  money came although the order was paid or could not be kept: to be given back
 * MISMATCH   bKash says completed, but amount, currency or invoice differ: a person decides
 * DECLINED, CANCELLED, EXPIRED, ABANDONED  no money moved, as far as anybody has said
 *
 * With the intent `authorization` execute only sets the money aside:
 * AUTHORISED bKash keeps the money for us until we capture or void it
 * CAPTURING  claimed; capture is on its way or its answer is awaited
 * VOIDING    claimed; void is on its way or its answer is awaited
 * VOIDED     bKash gave the money free again
 */
const NEXT: Record<PaymentStatus, readonly PaymentStatus[]> = {
  NEW: ["CREATED", "CANCELLED", "ABANDONED"],
  CREATED: ["EXECUTING", "CANCELLED", "EXPIRED"],
  EXECUTING: ["COMPLETED", "DUPLICATE", "MISMATCH", "DECLINED", "UNCERTAIN", "AUTHORISED"],
  UNCERTAIN: ["COMPLETED", "DUPLICATE", "MISMATCH", "DECLINED", "WATCH", "AUTHORISED"],
  WATCH: ["COMPLETED", "DUPLICATE", "MISMATCH", "DECLINED", "EXPIRED", "AUTHORISED"],
  COMPLETED: [],
  DUPLICATE: [],
  MISMATCH: ["COMPLETED", "DUPLICATE"],
  // The wallet's word wins: money that moved has moved, whatever we thought before.
  DECLINED: ["COMPLETED", "DUPLICATE", "MISMATCH"],
  CANCELLED: ["COMPLETED", "DUPLICATE", "MISMATCH"],
  EXPIRED: ["COMPLETED", "DUPLICATE", "MISMATCH"],
  ABANDONED: ["COMPLETED", "DUPLICATE", "MISMATCH"],
  AUTHORISED: ["CAPTURING", "VOIDING", "VOIDED", "COMPLETED", "DUPLICATE", "MISMATCH"],
  CAPTURING: ["COMPLETED", "DUPLICATE", "MISMATCH", "AUTHORISED", "VOIDED"],
  VOIDING: ["VOIDED", "AUTHORISED", "COMPLETED", "DUPLICATE", "MISMATCH"],
  VOIDED: ["COMPLETED", "DUPLICATE", "MISMATCH"],
};

export const PAYMENT_STATUSES = Object.keys(NEXT) as readonly PaymentStatus[];

export const canBecome = (from: PaymentStatus, to: PaymentStatus): boolean => NEXT[from].includes(to);

/** Money may have moved and nobody has said so yet: the order takes no other payment meanwhile. */
export const isInDoubt = (status: PaymentStatus): boolean => status === "EXECUTING" || status === "UNCERTAIN";

/** bKash said that this payment's money moved. */
export const isCaptured = (status: PaymentStatus): boolean =>
  status === "COMPLETED" || status === "DUPLICATE" || status === "MISMATCH";

/** The money is set aside for us at bKash: neither ours nor the shopper's to spend. */
export const isSetAside = (status: PaymentStatus): boolean =>
  status === "AUTHORISED" || status === "CAPTURING" || status === "VOIDING";

/** The wallet owes an answer about it: whoever looks at it asks, once it is time. */
export const isUnanswered = (status: PaymentStatus): boolean =>
  isInDoubt(status) || status === "WATCH" || status === "CAPTURING" || status === "VOIDING";

/** The wallet is asked about it from time to time, for an answer or for whether it still stands so. */
export const isBeingAsked = (status: PaymentStatus): boolean =>
  isUnanswered(status) || status === "AUTHORISED";

/** While a payment stands so, its order takes no other and is not cancelled. */
export const keepsOrder = (status: PaymentStatus): boolean =>
  isInDoubt(status) || isSetAside(status) || status === "MISMATCH";

/** It ended, and nobody has said that money moved. Only proof that it did opens it again. */
export const endedWithoutMoney = (status: PaymentStatus): boolean =>
  ["DECLINED", "CANCELLED", "EXPIRED", "ABANDONED", "VOIDED"].includes(status);

/** Nobody waits for this payment any more. */
export const isClosed = (status: PaymentStatus): boolean => isCaptured(status) || endedWithoutMoney(status);
