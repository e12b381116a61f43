import { isInFlight, refundCanBecome, REFUND_STATUSES, type RefundStatus } from "./refund-status";

/** The design's table, written down a second time: whoever changes one has to mean it. */
const DESIGNED: Record<RefundStatus, string> = {
  REQUESTED: "SENDING SUCCEEDED FAILED",
  SENDING: "SUCCEEDED FAILED UNKNOWN",
  UNKNOWN: "SUCCEEDED REQUESTED FAILED",
  SUCCEEDED: "",
  FAILED: "",
};

const pairs = REFUND_STATUSES.flatMap((from) => REFUND_STATUSES.map((to) => [from, to] as const));
const allowed = pairs.filter(([from, to]) => refundCanBecome(from, to));

test("there are five statuses and so 25 pairs", () => {
  expect(pairs).toHaveLength(25);
});

test.each(pairs)("a refund %s may become %s exactly when the design says so", (from, to) => {
  expect(refundCanBecome(from, to)).toBe(DESIGNED[from].split(" ").includes(to));
});

test("a refund is sent from REQUESTED alone, and doubt never leads to a sending straight away", () => {
  expect(allowed.filter(([, to]) => to === "SENDING")).toEqual([["REQUESTED", "SENDING"]]);
});

test("a refund is in flight until the wallet has said yes or no", () => {
  expect(REFUND_STATUSES.filter(isInFlight)).toEqual(["REQUESTED", "SENDING", "UNKNOWN"]);
});

test("what has ended stays ended", () => {
  expect(allowed.filter(([from]) => !isInFlight(from))).toEqual([]);
});
