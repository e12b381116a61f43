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
 */
const NEXT: Record<PaymentStatus, readonly PaymentStatus[]> = {
  NEW: ["CREATED", "CANCELLED", "ABANDONED"],
  CREATED: ["EXECUTING", "CANCELLED", "EXPIRED"],
  EXECUTING: ["COMPLETED", "DUPLICATE", "MISMATCH", "DECLINED", "UNCERTAIN"],
  UNCERTAIN: ["COMPLETED", "DUPLICATE", "MISMATCH", "DECLINED", "WATCH"],
  WATCH: ["COMPLETED", "DUPLICATE", "MISMATCH", "DECLINED", "EXPIRED"],
  COMPLETED: [],
  DUPLICATE: [],
  MISMATCH: ["COMPLETED", "DUPLICATE"],
  // The wallet's word wins: money that moved has moved, whatever we thought before.
  DECLINED: ["COMPLETED", "DUPLICATE", "MISMATCH"],
  CANCELLED: ["COMPLETED", "DUPLICATE", "MISMATCH"],
  EXPIRED: ["COMPLETED", "DUPLICATE", "MISMATCH"],
  ABANDONED: ["COMPLETED", "DUPLICATE", "MISMATCH"],
};

export const PAYMENT_STATUSES = Object.keys(NEXT) as readonly PaymentStatus[];

export const canBecome = (from: PaymentStatus, to: PaymentStatus): boolean => NEXT[from].includes(to);

/** Money may have moved and nobody has said so yet: the order takes no other payment meanwhile. */
export const isInDoubt = (status: PaymentStatus): boolean => status === "EXECUTING" || status === "UNCERTAIN";

/** bKash said that this payment's money moved. */
export const isCaptured = (status: PaymentStatus): boolean =>
  status === "COMPLETED" || status === "DUPLICATE" || status === "MISMATCH";

/** Nobody waits for this payment any more. */
export const isClosed = (status: PaymentStatus): boolean =>
  !isInDoubt(status) && status !== "NEW" && status !== "CREATED" && status !== "WATCH";
