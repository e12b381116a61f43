import {
  canBecome,
  isCaptured,
  isClosed,
  isBeingAsked,
  isInDoubt,
  isSetAside,
  isUnanswered,
  keepsOrder,
  PAYMENT_STATUSES,
  type PaymentStatus,
} from "./payment-status";

/** The design's table, written down a second time: whoever changes one has to mean it. */
const DESIGNED: Record<PaymentStatus, string> = {
  NEW: "CREATED CANCELLED ABANDONED",
  CREATED: "EXECUTING CANCELLED EXPIRED",
  EXECUTING: "COMPLETED DUPLICATE MISMATCH DECLINED UNCERTAIN AUTHORISED",
  UNCERTAIN: "COMPLETED DUPLICATE MISMATCH DECLINED WATCH AUTHORISED",
  WATCH: "COMPLETED DUPLICATE MISMATCH DECLINED EXPIRED AUTHORISED",
  COMPLETED: "",
  DUPLICATE: "",
  MISMATCH: "COMPLETED DUPLICATE",
  DECLINED: "COMPLETED DUPLICATE MISMATCH",
  CANCELLED: "COMPLETED DUPLICATE MISMATCH",
  EXPIRED: "COMPLETED DUPLICATE MISMATCH",
  ABANDONED: "COMPLETED DUPLICATE MISMATCH",
  AUTHORISED: "CAPTURING VOIDING VOIDED COMPLETED DUPLICATE MISMATCH",
  CAPTURING: "COMPLETED DUPLICATE MISMATCH AUTHORISED VOIDED",
  VOIDING: "VOIDED AUTHORISED COMPLETED DUPLICATE MISMATCH",
  VOIDED: "COMPLETED DUPLICATE MISMATCH",
};

const pairs = PAYMENT_STATUSES.flatMap((from) => PAYMENT_STATUSES.map((to) => [from, to] as const));
const allowed = pairs.filter(([from, to]) => canBecome(from, to));
const leaving = (statuses: readonly PaymentStatus[]) => allowed.filter(([from]) => statuses.includes(from));

test("there are sixteen statuses and so 256 pairs", () => {
  expect(PAYMENT_STATUSES).toHaveLength(16);
  expect(pairs).toHaveLength(256);
});

test.each(pairs)("%s to %s is allowed exactly when the design says so", (from, to) => {
  expect(canBecome(from, to)).toBe(DESIGNED[from].split(" ").includes(to));
});

test("a status never follows itself", () => {
  expect(allowed.filter(([from, to]) => from === to)).toEqual([]);
});

test("a payment whose money is booked never changes again", () => {
  expect(leaving(["COMPLETED", "DUPLICATE"])).toEqual([]);
});

test("money that moved stays moved: no captured status leads to one without money", () => {
  expect(leaving(PAYMENT_STATUSES.filter(isCaptured)).filter(([, to]) => !isCaptured(to))).toEqual([]);
});

test("a payment that ended without money is only ever reopened by money", () => {
  const ended: PaymentStatus[] = ["DECLINED", "CANCELLED", "EXPIRED", "ABANDONED", "VOIDED"];
  expect(leaving(ended)).toHaveLength(15);
  expect(leaving(ended).filter(([, to]) => !isCaptured(to))).toEqual([]);
});

test("a payment in doubt is never simply cancelled, expired or forgotten", () => {
  const forgotten: PaymentStatus[] = ["CANCELLED", "EXPIRED", "ABANDONED", "NEW", "CREATED"];
  expect(leaving(PAYMENT_STATUSES.filter(isInDoubt)).filter(([, to]) => forgotten.includes(to))).toEqual([]);
});

test("a payment is executed from CREATED alone, so that it is executed once", () => {
  expect(allowed.filter(([, to]) => to === "EXECUTING")).toEqual([["CREATED", "EXECUTING"]]);
});

test("before execute nothing can be paid, declined or in doubt", () => {
  const before = leaving(["NEW", "CREATED"]).map(([, to]) => to);
  expect(new Set(before)).toEqual(new Set(["CREATED", "EXECUTING", "CANCELLED", "EXPIRED", "ABANDONED"]));
});

test("every payment can come to an end", () => {
  const reaches = (from: PaymentStatus, seen = new Set<PaymentStatus>()): boolean =>
    isClosed(from) ||
    (!seen.has(from) &&
      PAYMENT_STATUSES.some((to) => canBecome(from, to) && reaches(to, new Set(seen).add(from))));
  expect(PAYMENT_STATUSES.filter((status) => !reaches(status))).toEqual([]);
});

test("the shopper may not pay anew while money may have moved, is set aside, or is not understood", () => {
  expect(PAYMENT_STATUSES.filter(isInDoubt)).toEqual(["EXECUTING", "UNCERTAIN"]);
  expect(PAYMENT_STATUSES.filter(isSetAside)).toEqual(["AUTHORISED", "CAPTURING", "VOIDING"]);
  expect(PAYMENT_STATUSES.filter(keepsOrder)).toEqual([
    "EXECUTING",
    "UNCERTAIN",
    "MISMATCH",
    "AUTHORISED",
    "CAPTURING",
    "VOIDING",
  ]);
});

test("bKash is asked about what it has not answered, and about money that it keeps", () => {
  const unanswered = ["EXECUTING", "UNCERTAIN", "WATCH", "CAPTURING", "VOIDING"];
  expect(PAYMENT_STATUSES.filter(isUnanswered)).toEqual(unanswered);
  expect(PAYMENT_STATUSES.filter((status) => isBeingAsked(status) && !isUnanswered(status))).toEqual([
    "AUTHORISED",
  ]);
  expect(PAYMENT_STATUSES.filter((status) => isUnanswered(status) && !isBeingAsked(status))).toEqual([]);
});

test("somebody still waits for a payment that is open, in doubt or watched", () => {
  expect(PAYMENT_STATUSES.filter((status) => !isClosed(status))).toEqual([
    "NEW",
    "CREATED",
    "EXECUTING",
    "UNCERTAIN",
    "WATCH",
    "AUTHORISED",
    "CAPTURING",
    "VOIDING",
  ]);
});
