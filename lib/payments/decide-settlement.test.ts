import fc from "fast-check";
import type { OrderStatus } from "@/generated/prisma/enums";
import { poisha } from "@/lib/kernel/money";
import {
  decideSettlement,
  nextIn,
  STUCK_SECONDS,
  WATCH_SECONDS,
  type Decision,
  type PaymentFacts,
} from "./decide-settlement";
import type { PaymentOutcome } from "./payment-provider";
import {
  canBecome,
  endedWithoutMoney,
  isBeingAsked,
  isCaptured,
  isInDoubt,
  PAYMENT_STATUSES,
  type PaymentStatus,
} from "./payment-status";

const ORDER_STATUSES: OrderStatus[] = ["PENDING", "PAID", "PARTIALLY_REFUNDED", "REFUNDED", "CANCELLED"];
const HOUR = 3600;

const asked = (facts: Partial<PaymentFacts> = {}): PaymentFacts => ({
  status: "EXECUTING",
  intent: "sale",
  amountInPoisha: poisha(1500_00),
  currency: "BDT",
  invoiceNumber: "S-10001-1",
  providerPaymentId: "CH0011abc1733727103645",
  checks: 0,
  secondsInStatus: 0,
  secondsSinceExecute: 0,
  ...facts,
});

type Completed = Extract<PaymentOutcome, { kind: "completed" }>;

const captured = (differing: Partial<Completed> = {}): Completed => ({
  kind: "completed",
  trxId: "9BL306BON9",
  amount: poisha(1500_00),
  currency: "BDT",
  invoiceNumber: "S-10001-1",
  providerPaymentId: "CH0011abc1733727103645",
  ...differing,
});

const pending: PaymentOutcome = { kind: "pending" };
const unknown: PaymentOutcome = { kind: "unknown", cause: "timeout" };
const refused: PaymentOutcome = { kind: "refused", code: "2023" };
const gone: PaymentOutcome = { kind: "gone", code: "2002" };

const seconds = fc.oneof(
  fc.double({ min: 0, max: 30 * HOUR, noNaN: true }),
  fc.constantFrom(0, 0.4, 119.9, 120, 120.1, WATCH_SECONDS - 0.1, WATCH_SECONDS, WATCH_SECONDS + 1),
);
const facts = fc.record({
  status: fc.constantFrom(...PAYMENT_STATUSES),
  intent: fc.constantFrom("sale" as const, "authorization" as const),
  amountInPoisha: fc.integer({ min: 1, max: 3 }).map(poisha),
  currency: fc.constant("BDT"),
  invoiceNumber: fc.constantFrom("S-10001-1", "S-10001-2"),
  providerPaymentId: fc.constantFrom("A", "B", null),
  checks: fc.nat(200),
  secondsInStatus: seconds,
  secondsSinceExecute: seconds,
});
const walletRecord = {
  amount: fc.option(fc.integer({ min: 1, max: 3 }).map(poisha)),
  currency: fc.constantFrom("BDT", "USD", "bdt", ""),
  invoiceNumber: fc.constantFrom("S-10001-1", "S-10001-2", ""),
  providerPaymentId: fc.constantFrom("A", "B", ""),
};
const outcome: fc.Arbitrary<PaymentOutcome> = fc.oneof(
  fc.record({
    kind: fc.constant("completed" as const),
    trxId: fc.constant("9BL306BON9"),
    ...walletRecord,
  }),
  fc.record({ kind: fc.constant("authorised" as const), ...walletRecord }),
  fc.constantFrom(pending, unknown, refused, gone, {
    kind: "unknown" as const,
    code: "2117",
    cause: "bKash answered 2117",
  }),
);
const settleWindow = fc.constantFrom(0, 1, 30, 120, 300, 3600);

type Situation = [PaymentFacts, OrderStatus, PaymentOutcome, number];

/** Tries a promise on thousands of situations, all statuses, orders and outcomes among them. */
const always = (promise: (decision: Decision, ...situation: Situation) => void) =>
  fc.assert(
    fc.property(facts, fc.constantFrom(...ORDER_STATUSES), outcome, settleWindow, (...situation) =>
      promise(decideSettlement(...situation), ...situation),
    ),
    { numRuns: 2000 },
  );

test("a payment completes only when amount, currency, invoice and payment id are all ours", () => {
  always((decision, payment, _order, said) => {
    if (decision.to !== "COMPLETED" || payment.status === "COMPLETED") return;
    expect(said).toMatchObject({
      kind: "completed",
      amount: payment.amountInPoisha,
      currency: payment.currency,
      invoiceNumber: payment.invoiceNumber,
      providerPaymentId: payment.providerPaymentId,
    });
  });
});

test("an order is paid exactly when a payment newly completes, and only an order that waits or was cancelled", () => {
  always((decision, payment, order) => {
    expect(decision.paysOrder).toBe(decision.to === "COMPLETED" && payment.status !== "COMPLETED");
    if (decision.paysOrder) expect(["PENDING", "CANCELLED"]).toContain(order);
  });
});

test("every decision is a step that the table of statuses allows, or no step", () => {
  always((decision, { status }) => {
    if (decision.to !== status) expect(canBecome(status, decision.to)).toBe(true);
  });
});

test("silence, an unclear answer and Initiated never decline a payment", () => {
  always((decision, { status }, _order, said) => {
    if (said.kind === "refused" || said.kind === "gone" || status === "DECLINED") return;
    expect(decision.to).not.toBe("DECLINED");
  });
});

test("that bKash knows no such payment ends it only when its day is over, and an hour more", () => {
  always((decision, { status, secondsSinceExecute }, _order, said) => {
    if (said.kind !== "gone" || decision.to === status || decision.to === "UNCERTAIN") return;
    expect(secondsSinceExecute).toBeGreaterThanOrEqual(WATCH_SECONDS);
    expect([status, decision.to]).toEqual(
      status === "WATCH" ? ["WATCH", "EXPIRED"] : ["UNCERTAIN", "DECLINED"],
    );
  });
});

test("no money moves into a payment's status without the wallet's word that it moved", () => {
  always((decision, { status }, _order, said) => {
    if (said.kind === "completed" || isCaptured(status)) return;
    // Money that was set aside and is not what we asked for is a person's business as well.
    if (said.kind === "authorised") expect(["COMPLETED", "DUPLICATE"]).not.toContain(decision.to);
    else expect(isCaptured(decision.to)).toBe(false);
  });
});

test("money that cannot be booked to its order always reaches a person", () => {
  always((decision, { status }) => {
    if (decision.review === "STUCK") return;
    if (decision.to === status) expect(decision.review).toBeUndefined();
    else if (decision.to === "DUPLICATE") expect(decision.review).toBe("DUPLICATE_CAPTURE");
    else if (decision.to === "MISMATCH") expect(decision.review).toBe("MISMATCH");
    else expect(decision.review).toBeUndefined();
  });
});

test("doubt of more than ten minutes is shown to a person, and nothing else is called stuck", () => {
  always((decision, { status, secondsSinceExecute, secondsInStatus }, order) => {
    const age = isInDoubt(status) ? secondsSinceExecute : secondsInStatus;
    const isSent = status === "CAPTURING" || status === "VOIDING";
    const lasts = (status === "UNCERTAIN" || isSent) && decision.to === status && age >= STUCK_SECONDS;
    // Money that no order waits for and that bKash did not give free.
    const isUnwanted = isSent && decision.to === "AUTHORISED" && order !== "PENDING";
    expect(decision.review === "STUCK").toBe(lasts || isUnwanted);
  });
});

test("a payment in doubt or watched is always asked about again, one that took money never", () => {
  always(({ to, nextCheckInSeconds }) => {
    if (isBeingAsked(to)) expect(nextCheckInSeconds).toBeGreaterThanOrEqual(1);
    if (isCaptured(to)) expect(nextCheckInSeconds).toBeNull();
  });
});

test("an ended payment that is asked about once more is asked twelve times more, unless bKash says something final", () => {
  always((decision, { status, checks, intent }, _order, said) => {
    if (!endedWithoutMoney(status) || decision.to !== status) return;
    const saysNothing =
      said.kind === "unknown" || said.kind === "pending" || (said.kind === "authorised" && intent === "sale");
    const isUnclear = saysNothing && checks < 12;
    expect(decision.nextCheckInSeconds).toBe(isUnclear ? 60 : null);
  });
});

test("a watched payment expires only after 25 hours, and only on bKash's own word", () => {
  always((decision, { status, secondsInStatus, secondsSinceExecute }, _order, said) => {
    if (decision.to !== "EXPIRED" || status === "EXPIRED") return;
    expect(status).toBe("WATCH");
    expect(["pending", "gone"]).toContain(said.kind);
    expect(said.kind === "pending" ? secondsInStatus : secondsSinceExecute).toBeGreaterThanOrEqual(
      WATCH_SECONDS,
    );
  });
});

test("a new payment is offered only on bKash's own Initiated and after the settle window", () => {
  always((decision, payment, _order, said, settleWindow) => {
    if (decision.to !== "WATCH" || payment.status === "WATCH") return;
    expect(payment.status).toBe("UNCERTAIN");
    expect(said.kind).toBe("pending");
    expect(payment.secondsSinceExecute).toBeGreaterThanOrEqual(settleWindow);
  });
});

test("no question is put off past the end of the settle window", () => {
  always((decision, payment, _order, _said, settleWindow) => {
    const left = settleWindow - payment.secondsSinceExecute;
    if (payment.status === "UNCERTAIN" && decision.to === "UNCERTAIN" && left > 0)
      expect(decision.nextCheckInSeconds).toBeLessThanOrEqual(Math.max(1, Math.ceil(left)));
  });
});

test("no question is put off past the end of the watch", () => {
  always((decision, payment) => {
    const left = WATCH_SECONDS - payment.secondsInStatus;
    if (payment.status === "WATCH" && decision.to === "WATCH" && left > 0)
      expect(decision.nextCheckInSeconds).toBeLessThanOrEqual(Math.max(1, Math.ceil(left)));
  });
});

test.each(ORDER_STATUSES.flatMap((order) => PAYMENT_STATUSES.map((status) => [status, order] as const)))(
  "a matching capture of a %s payment whose order is %s is booked or flagged, and nothing else",
  (status, order) => {
    const booked = order === "PENDING" || order === "CANCELLED" ? "COMPLETED" : "DUPLICATE";
    const { to } = decideSettlement(asked({ status }), order, captured(), 120);
    expect(to).toBe(canBecome(status, booked) ? booked : status);
  },
);

test.each([
  ["another amount", { amount: poisha(1499_99) }],
  ["an amount that nobody can read", { amount: null }],
  ["another currency", { currency: "USD" }],
  ["no currency", { currency: "" }],
  ["another invoice number", { invoiceNumber: "S-10001-2" }],
  ["another payment's id", { providerPaymentId: "CH0011abc1733727103646" }],
])("a capture with %s goes to a person and leaves the order as it was", (_what, differing) => {
  for (const status of [
    "EXECUTING",
    "UNCERTAIN",
    "WATCH",
    "DECLINED",
    "CANCELLED",
    "EXPIRED",
    "ABANDONED",
  ] as const)
    for (const order of ORDER_STATUSES)
      expect(decideSettlement(asked({ status }), order, captured(differing), 120)).toEqual({
        to: "MISMATCH",
        paysOrder: false,
        review: "MISMATCH",
        nextCheckInSeconds: null,
      });
});

test("a payment that bKash never gave an id cannot be paid by an answer without one", () => {
  const payment = asked({ status: "ABANDONED", providerPaymentId: null });
  expect(decideSettlement(payment, "PENDING", captured({ providerPaymentId: "" }), 120).to).toBe("MISMATCH");
});

test("a clear no declines a payment that was executed, gives free what was set aside, and touches no other", () => {
  const declined = PAYMENT_STATUSES.filter(
    (status) => decideSettlement(asked({ status }), "PENDING", refused, 120).to !== status,
  );
  const after = declined.map((status) => decideSettlement(asked({ status }), "PENDING", refused, 120).to);
  expect(declined).toEqual(["EXECUTING", "UNCERTAIN", "WATCH", "AUTHORISED", "CAPTURING", "VOIDING"]);
  expect(after).toEqual(["DECLINED", "DECLINED", "DECLINED", "VOIDED", "VOIDED", "VOIDED"]);
});

test("a capture that comes after everybody gave up still pays the order", () => {
  for (const status of ["WATCH", "DECLINED", "CANCELLED", "EXPIRED", "ABANDONED"] as const)
    expect(decideSettlement(asked({ status }), "PENDING", captured(), 120)).toMatchObject({
      to: "COMPLETED",
      paysOrder: true,
    });
});

/** Asks whenever a question is due, beginning at the lost answer, and returns the seconds of the questions. */
function questionsWhile(said: PaymentOutcome, settleWindow: number, untilSeconds: number): number[] {
  const times: number[] = [];
  let status: PaymentStatus = "EXECUTING";
  let [now, since, checks] = [0, 0, 0];
  while (now <= untilSeconds) {
    const payment = asked({ status, checks, secondsInStatus: now - since, secondsSinceExecute: now });
    const { to, nextCheckInSeconds } = decideSettlement(payment, "PENDING", said, settleWindow);
    checks = to === status ? checks + 1 : 0;
    if (to !== status) since = now;
    status = to;
    if (nextCheckInSeconds === null) break;
    now += nextCheckInSeconds;
    times.push(now);
  }
  return times;
}

test("after a lost answer bKash is asked at 2, 5, 10, 20 and 45 seconds, then every minute", () => {
  expect(questionsWhile(unknown, 3600, 300)).toEqual([2, 5, 10, 20, 45, 105, 165, 225, 285, 345]);
});

test("silence is asked about every minute for ever: nobody gives up on money that may have moved", () => {
  const times = questionsWhile(unknown, 120, 48 * HOUR);
  expect(times.length).toBeGreaterThan(48 * 59);
  expect(Math.max(...times.map((time, n) => time - (times[n - 1] ?? 0)))).toBeLessThanOrEqual(60);
});

test("with the default window the shopper may pay anew after 120 seconds, and is watched for 25 hours after", () => {
  const times = questionsWhile(pending, 120, 30 * HOUR);
  expect(times.slice(0, 6)).toEqual([2, 5, 10, 20, 45, 105]);
  expect(times[6]).toBe(120);
  expect(times.slice(7).map((time) => time - 120)).toEqual([300, 900, HOUR, 6 * HOUR, 12 * HOUR, 25 * HOUR]);
});

test("with a settle window of 0 bKash's first Initiated lets the shopper pay anew, and the watch goes on", () => {
  expect(decideSettlement(asked({ status: "EXECUTING" }), "PENDING", pending, 0).to).toBe("UNCERTAIN");
  expect(decideSettlement(asked({ status: "UNCERTAIN" }), "PENDING", pending, 0).to).toBe("WATCH");
  expect(decideSettlement(asked({ status: "UNCERTAIN" }), "PENDING", unknown, 0).to).toBe("UNCERTAIN");
  expect(questionsWhile(pending, 0, 30 * HOUR).at(-1)).toBe(2 + 25 * HOUR);
});

test("one second short of 25 hours a watched payment is still watched", () => {
  const watched = (secondsInStatus: number) => asked({ status: "WATCH", checks: 5, secondsInStatus });
  expect(decideSettlement(watched(WATCH_SECONDS - 1), "PENDING", pending, 120)).toMatchObject({
    to: "WATCH",
    nextCheckInSeconds: 1,
  });
  expect(decideSettlement(watched(WATCH_SECONDS), "PENDING", pending, 120).to).toBe("EXPIRED");
  expect(decideSettlement(watched(WATCH_SECONDS * 2), "PENDING", unknown, 120).to).toBe("WATCH");
});

test.each([
  ["WATCH", "EXPIRED"],
  ["UNCERTAIN", "DECLINED"],
] as const)(
  "a payment in %s that bKash does not know after the day of its paymentID is %s",
  (status, end) => {
    const after = (secondsSinceExecute: number) =>
      decideSettlement(
        asked({ status, secondsSinceExecute, secondsInStatus: secondsSinceExecute - 60 }),
        "PENDING",
        gone,
        120,
      );
    expect(after(WATCH_SECONDS)).toMatchObject({ to: end, nextCheckInSeconds: null, paysOrder: false });
    expect(after(WATCH_SECONDS - 1).to).toBe(status);
  },
);

test("the next question comes at the next mark, never within the same second, and never past an end", () => {
  const marks = [2, 5, 10];
  expect(nextIn(marks, 60, 0)).toBe(2);
  expect(nextIn(marks, 60, 1)).toBe(1);
  expect(nextIn(marks, 60, 1.5)).toBe(3.5);
  expect(nextIn(marks, 60, 4)).toBe(1);
  expect(nextIn(marks, 60, 10)).toBe(60);
  expect(nextIn(marks, 60, 10, 20)).toBe(20);
  expect(nextIn(marks, 60, 10, 0.2)).toBe(1);
});
