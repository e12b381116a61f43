import type { Scene } from "../scene.ts";
import type { Evidence } from "../evidence.ts";
import { violation, type Rule, type Violation } from "./rule.ts";

/** Where a payment may go from where (payments.md 2.2): written down a second time, because a check must not ask the checked. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  "": ["NEW"],
  NEW: ["CREATED", "CANCELLED", "ABANDONED"],
  CREATED: ["EXECUTING", "CANCELLED", "EXPIRED"],
  EXECUTING: ["COMPLETED", "DUPLICATE", "MISMATCH", "DECLINED", "UNCERTAIN"],
  UNCERTAIN: ["COMPLETED", "DUPLICATE", "MISMATCH", "DECLINED", "WATCH"],
  WATCH: ["COMPLETED", "DUPLICATE", "MISMATCH", "DECLINED", "EXPIRED"],
  // Two questions at once, and the answer to the first is spoilt: the second one's counts, whichever comes first.
  MISMATCH: ["COMPLETED", "DUPLICATE"],
  DECLINED: ["COMPLETED", "DUPLICATE", "MISMATCH"],
  CANCELLED: ["COMPLETED", "DUPLICATE", "MISMATCH"],
  EXPIRED: ["COMPLETED", "DUPLICATE", "MISMATCH"],
  ABANDONED: ["COMPLETED", "DUPLICATE", "MISMATCH"],
};

const ORDER_STEPS: Readonly<Record<string, readonly string[]>> = {
  "": ["PENDING"],
  PENDING: ["PAID", "CANCELLED"],
  CANCELLED: ["PAID"],
  PAID: ["PARTIALLY_REFUNDED", "REFUNDED"],
  PARTIALLY_REFUNDED: ["REFUNDED"],
};

const REFUND_STEPS: Readonly<Record<string, readonly string[]>> = {
  "": ["REQUESTED"],
  REQUESTED: ["SENDING", "SUCCEEDED", "FAILED"],
  SENDING: ["SUCCEEDED", "FAILED", "UNKNOWN"],
  UNKNOWN: ["SUCCEEDED", "REQUESTED", "FAILED"],
};

/** I9: the history of a payment or an order, replayed, is how it stands, and every step of it is a step that exists. */
function* historyTellsAll(
  _scene: Scene,
  { payments, events, orders, orderEvents, refunds, refundEvents }: Evidence,
): Generator<Violation> {
  for (const payment of payments)
    yield* replay(
      payment.invoiceNumber,
      payment.status,
      STEPS,
      events.filter(({ paymentId }) => paymentId === payment.id),
    );
  for (const order of orders)
    yield* replay(
      order.number,
      order.status,
      ORDER_STEPS,
      orderEvents.filter(({ orderId }) => orderId === order.id),
    );
  for (const refund of refunds)
    yield* replay(
      `refund ${refund.number}`,
      refund.status,
      REFUND_STEPS,
      refundEvents.filter(({ refundId }) => refundId === refund.id),
    );
}

function* replay(
  name: string,
  status: string,
  steps: Readonly<Record<string, readonly string[]>>,
  events: readonly { from: string | null; to: string }[],
): Generator<Violation> {
  let at = "";
  for (const event of events) {
    if ((event.from ?? "") !== at || !steps[at]?.includes(event.to))
      yield violation(
        "I9",
        `${name}: from ${at || "nothing"} its history goes from ${event.from} to ${event.to}`,
        ...events,
      );
    at = event.to;
  }
  if (at !== status)
    yield violation("I9", `${name} is ${status}, and its history ends in ${at || "nothing"}`, ...events);
}

/** How everything came to stand as it does. */
export const HISTORY_RULES: readonly Rule[] = [historyTellsAll];
