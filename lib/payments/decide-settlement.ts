import type { OrderStatus, ReviewReason } from "@/generated/prisma/enums";
import { assertNever } from "@/lib/kernel/assert-never";
import type { Poisha } from "@/lib/kernel/money";
import { orderCanBecome } from "@/lib/orders/order-status";
import type { PaymentOutcome } from "./payment-provider";
import { canBecome, type PaymentStatus } from "./payment-status";

/** A payment as the decision needs it. Ages are the database's, in seconds: processes' clocks differ. */
export interface PaymentFacts {
  status: PaymentStatus;
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

/** Gaps between questions while in doubt: at 2, 5, 10, 20 and 45 s, then every minute. */
const DOUBT_GAPS = [2, 3, 5, 10, 25];
const DOUBT_STEP = 60;
/** While watching: at 5 and 15 minutes, 1, 6, 12 and 25 hours. */
const WATCH_GAPS = [300, 600, 2700, 18_000, 21_600, 46_800];
/** A paymentID lives 24 h (developer.bka.sh, Checkout); one hour is kept as a margin. */
export const WATCH_SECONDS = 25 * 3600;

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
    case "refused":
      return canBecome(payment.status, "DECLINED") ? ends("DECLINED") : stays(payment);
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
  const matches =
    outcome.amount === payment.amountInPoisha &&
    outcome.currency === payment.currency &&
    outcome.invoiceNumber === payment.invoiceNumber &&
    outcome.providerPaymentId === payment.providerPaymentId;
  const to: PaymentStatus = !matches
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

function decideDoubt(
  payment: PaymentFacts,
  said: "pending" | "unknown",
  settleWindowSeconds: number,
): Decision {
  const untilWindowEnds = settleWindowSeconds - payment.secondsSinceExecute;
  switch (payment.status) {
    case "EXECUTING":
      return { to: "UNCERTAIN", paysOrder: false, nextCheckInSeconds: DOUBT_GAPS[0] ?? DOUBT_STEP };
    case "UNCERTAIN":
      // Silence is not "Initiated": only bKash's own word lets the shopper begin anew.
      if (said === "pending" && untilWindowEnds <= 0)
        return { to: "WATCH", paysOrder: false, nextCheckInSeconds: WATCH_GAPS[0] ?? DOUBT_STEP };
      return {
        to: "UNCERTAIN",
        paysOrder: false,
        nextCheckInSeconds: nextGap(DOUBT_GAPS, payment.checks, DOUBT_STEP, untilWindowEnds),
      };
    case "WATCH":
      if (said === "pending" && payment.secondsInStatus >= WATCH_SECONDS) return ends("EXPIRED");
      return {
        to: "WATCH",
        paysOrder: false,
        nextCheckInSeconds: nextGap(
          WATCH_GAPS,
          payment.checks,
          3600,
          WATCH_SECONDS - payment.secondsInStatus,
        ),
      };
    default:
      return stays(payment);
  }
}

/** The gap before the next question, and never past the moment that something ends. */
function nextGap(gaps: readonly number[], checks: number, step: number, untilEnd: number): number {
  const gap = gaps[checks + 1] ?? step;
  return untilEnd > 0 ? Math.min(gap, Math.max(1, Math.ceil(untilEnd))) : gap;
}

const ends = (to: PaymentStatus): Decision => ({ to, paysOrder: false, nextCheckInSeconds: null });

const stays = ({ status }: PaymentFacts): Decision => ({
  to: status,
  paysOrder: false,
  nextCheckInSeconds: null,
});
