import type { OrderStatus, ReviewReason } from "@/generated/prisma/enums";
import { assertNever } from "@/lib/kernel/assert-never";
import type { Poisha } from "@/lib/kernel/money";
import { orderCanBecome } from "@/lib/orders/order-status";
import type { PaymentIntent, PaymentOutcome, WalletRecord } from "./payment-provider";
import { canBecome, endedWithoutMoney, isSetAside, type PaymentStatus } from "./payment-status";

/** A payment as the decision needs it. Ages are the database's, in seconds: processes' clocks differ. */
export interface PaymentFacts {
  status: PaymentStatus;
  intent: PaymentIntent;
  amountInPoisha: Poisha;
  currency: string;
  invoiceNumber: string;
  providerPaymentId: string | null;
  /** How often the wallet was asked in this status. */
  checks: number;
  secondsInStatus: number;
  /** Since the claim. */
  secondsSinceExecute: number;
}

export interface Decision {
  /** The status after; the same as before when nothing is decided. */
  to: PaymentStatus;
  /** The captured money is to be booked to the order, unless its goods are gone. */
  paysOrder: boolean;
  review?: ReviewReason;
  /** When the wallet is asked next; null when nobody asks any more. */
  nextCheckInSeconds: number | null;
}

/** While in doubt bKash is asked so many seconds after the lost answer, and then every minute. */
const DOUBT_MARKS = [2, 5, 10, 20, 45];
const DOUBT_STEP = 60;
/** While watching: after 5 and 15 minutes, 1, 6, 12 and 25 hours, and then every hour. */
const WATCH_MARKS = [300, 900, 3600, 21_600, 43_200, 90_000];
const WATCH_STEP = 3600;
/** Money that is set aside stays so for days. A silent wallet is asked again sooner. */
const AUTHORISED_STEP = 24 * 3600;
const AUTHORISED_RETRY = 3600;
/** A paymentID lives 24 h (developer.bka.sh, Checkout); one hour is kept as a margin. */
export const WATCH_SECONDS = 25 * 3600;
/** Doubt that lasts longer than this is shown to a person. */
export const STUCK_SECONDS = 10 * 60;
/** A closed payment that somebody says was captured is asked about so often while bKash says nothing clear. */
const REOPEN_CHECKS = 12;

/**
 * What an outcome means for a payment and its order. Pure: the one place where it is decided whether money moved.
 * Only a clear yes that matches in every field pays an order, and only a clear no ends a payment.
 */
export function decideSettlement(
  payment: PaymentFacts,
  orderStatus: OrderStatus,
  outcome: PaymentOutcome,
  settleWindowSeconds: number,
): Decision {
  switch (outcome.kind) {
    case "completed":
      return decideCapture(payment, orderStatus, outcome);
    case "authorised":
      return decideAuthorised(payment, orderStatus, outcome, settleWindowSeconds);
    case "refused":
      // "Cancelled" and its like, for money that was set aside: it is the shopper's again.
      if (isSetAside(payment.status)) return ends("VOIDED");
      return canBecome(payment.status, "DECLINED") ? ends("DECLINED") : stays(payment);
    case "gone":
      return decideGone(payment, settleWindowSeconds);
    case "pending":
    case "unknown":
      return decideDoubt(payment, outcome.kind, settleWindowSeconds);
    default:
      return assertNever(outcome);
  }
}

function decideCapture(
  payment: PaymentFacts,
  orderStatus: OrderStatus,
  outcome: Extract<PaymentOutcome, { kind: "completed" }>,
): Decision {
  const to: PaymentStatus = !isOurs(outcome, payment)
    ? "MISMATCH"
    : orderCanBecome(orderStatus, "PAID")
      ? "COMPLETED"
      : "DUPLICATE";
  if (!canBecome(payment.status, to)) return stays(payment);
  switch (to) {
    case "COMPLETED":
      return { ...ends(to), paysOrder: true };
    case "DUPLICATE":
      return { ...ends(to), review: "DUPLICATE_CAPTURE" };
    default:
      return { ...ends(to), review: "MISMATCH" };
  }
}

const isOurs = (record: WalletRecord, payment: PaymentFacts): boolean =>
  record.amount === payment.amountInPoisha &&
  record.currency === payment.currency &&
  record.invoiceNumber === payment.invoiceNumber &&
  record.providerPaymentId === payment.providerPaymentId;

function decideAuthorised(
  payment: PaymentFacts,
  orderStatus: OrderStatus,
  outcome: Extract<PaymentOutcome, { kind: "authorised" }>,
  settleWindowSeconds: number,
): Decision {
  // A sale is paid or not: set aside it cannot be, so this is no answer.
  if (payment.intent === "sale") return decideDoubt(payment, "unknown", settleWindowSeconds);
  if (!isOurs(outcome, payment) || endedWithoutMoney(payment.status))
    return canBecome(payment.status, "MISMATCH")
      ? { ...ends("MISMATCH"), review: "MISMATCH" }
      : stays(payment);
  const isWanted = orderStatus === "PENDING";
  switch (payment.status) {
    case "EXECUTING":
    case "UNCERTAIN":
    case "WATCH":
      // What no order waits for any more is given free at the next check.
      return goesOn("AUTHORISED", isWanted ? AUTHORISED_STEP : 1);
    case "AUTHORISED":
      return goesOn("AUTHORISED", AUTHORISED_STEP);
    case "CAPTURING":
    case "VOIDING":
      // It may still be on its way. Only what is set aside after the settle window may be captured or voided anew.
      if (payment.secondsInStatus < settleWindowSeconds)
        return decideDoubt(payment, "unknown", settleWindowSeconds);
      return {
        ...goesOn("AUTHORISED", AUTHORISED_STEP),
        ...(isWanted ? {} : { review: "STUCK" as const }),
      };
    default:
      return stays(payment);
  }
}

/**
 * bKash knows no such payment. Soon after execute that is as good as silence; after the day that a paymentID lives it is
 * the end: a payment that had gone through bKash would know.
 */
function decideGone(payment: PaymentFacts, settleWindowSeconds: number): Decision {
  if (payment.secondsSinceExecute >= WATCH_SECONDS) {
    if (payment.status === "WATCH") return ends("EXPIRED");
    if (payment.status === "UNCERTAIN") return ends("DECLINED");
  }
  if (endedWithoutMoney(payment.status)) return stays(payment);
  return decideDoubt(payment, "unknown", settleWindowSeconds);
}

function decideDoubt(
  payment: PaymentFacts,
  said: "pending" | "unknown",
  settleWindowSeconds: number,
): Decision {
  const untilWindowEnds = settleWindowSeconds - payment.secondsSinceExecute;
  switch (payment.status) {
    case "EXECUTING":
      return goesOn("UNCERTAIN", nextIn(DOUBT_MARKS, DOUBT_STEP, 0));
    case "UNCERTAIN":
      // Silence is not "Initiated": only bKash's own word lets the shopper begin anew.
      if (said === "pending" && untilWindowEnds <= 0)
        return goesOn("WATCH", nextIn(WATCH_MARKS, WATCH_STEP, 0));
      return {
        ...goesOn("UNCERTAIN", nextIn(DOUBT_MARKS, DOUBT_STEP, payment.secondsInStatus, untilWindowEnds)),
        ...(payment.secondsSinceExecute >= STUCK_SECONDS ? { review: "STUCK" as const } : {}),
      };
    case "WATCH": {
      const untilWatchEnds = WATCH_SECONDS - payment.secondsInStatus;
      if (said === "pending" && untilWatchEnds <= 0) return ends("EXPIRED");
      return goesOn("WATCH", nextIn(WATCH_MARKS, WATCH_STEP, payment.secondsInStatus, untilWatchEnds));
    }
    case "CAPTURING":
    case "VOIDING": {
      const untilAnew = settleWindowSeconds - payment.secondsInStatus;
      return {
        ...goesOn(payment.status, nextIn(DOUBT_MARKS, DOUBT_STEP, payment.secondsInStatus, untilAnew)),
        ...(payment.secondsInStatus >= STUCK_SECONDS ? { review: "STUCK" as const } : {}),
      };
    }
    case "AUTHORISED":
      return goesOn("AUTHORISED", AUTHORISED_RETRY);
    default:
      // Not even "Initiated" is believed at once where somebody else said that money moved: bKash's query may lag behind.
      return endedWithoutMoney(payment.status) && payment.checks < REOPEN_CHECKS
        ? goesOn(payment.status, DOUBT_STEP)
        : stays(payment);
  }
}

/**
 * Seconds until the next mark, or one step when all marks are behind. Counted from the beginning of the status and not
 * from the last question, so that a question out of turn moves no other. Never past the moment that something ends.
 */
export function nextIn(marks: readonly number[], step: number, age: number, untilEnd = 0): number {
  const mark = marks.find((at) => at >= age + 1);
  const gap = mark === undefined ? step : mark - age;
  return untilEnd > 0 ? Math.min(gap, Math.max(1, untilEnd)) : gap;
}

const ends = (to: PaymentStatus): Decision => ({ to, paysOrder: false, nextCheckInSeconds: null });

const goesOn = (to: PaymentStatus, nextCheckInSeconds: number): Decision => ({
  to,
  paysOrder: false,
  nextCheckInSeconds,
});

const stays = ({ status }: PaymentFacts): Decision => ends(status);
