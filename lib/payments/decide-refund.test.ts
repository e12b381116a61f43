import { poisha } from "@/lib/kernel/money";
import { decideRefund, type RefundFacts, type RefundNews } from "./decide-refund";
import { isInFlight, refundCanBecome, REFUND_STATUSES } from "./refund-status";

const facts = (change: Partial<RefundFacts> = {}): RefundFacts => ({
  status: "UNKNOWN",
  amountInPoisha: poisha(50_000),
  currency: "BDT",
  trxId: "BL96ABC123",
  sends: 1,
  checks: 0,
  secondsInStatus: 0,
  ...change,
});
const receipt = (change = {}): RefundNews => ({
  kind: "refunded",
  refundTrxId: "BL96DEF456",
  amount: poisha(50_000),
  trxId: "BL96ABC123",
  currency: "BDT",
  ...change,
});
const NEWS: RefundNews[] = [
  receipt(),
  receipt({ amount: poisha(1) }),
  { kind: "refused", code: "2023" },
  { kind: "not refunded" },
  { kind: "unknown", cause: "timeout" },
  { kind: "lease over" },
  { kind: "too old" },
  { kind: "not in the portal" },
];

test.each(REFUND_STATUSES)("whatever is told, a refund %s goes only where the table allows", (status) => {
  for (const news of NEWS)
    for (const sends of [1, 2, 3])
      for (const secondsInStatus of [0, 59, 60, 600, 1e6]) {
        const { to, nextCheckInSeconds } = decideRefund(facts({ status, sends, secondsInStatus }), news);
        if (to !== status) expect(refundCanBecome(status, to)).toBe(true);
        if (to !== status && isInFlight(to)) expect(nextCheckInSeconds).not.toBeNull();
        if (!isInFlight(to)) expect(nextCheckInSeconds).toBeNull();
      }
});

test.each(["REQUESTED", "SENDING", "UNKNOWN"] as const)(
  "a receipt that matches ends a refund %s well",
  (status) => {
    expect(decideRefund(facts({ status }), receipt()).to).toBe("SUCCEEDED");
    expect(decideRefund(facts({ status }), receipt({ trxId: null, currency: null })).to).toBe("SUCCEEDED");
  },
);

test.each([
  ["another amount", { amount: poisha(50_001) }],
  ["an amount that nobody can read", { amount: null }],
  ["another currency", { currency: "USD" }],
  ["another payment", { trxId: "BL96XXX999" }],
])("a receipt with %s proves nothing", (_what, change) => {
  expect(decideRefund(facts({ status: "SENDING" }), receipt(change)).to).toBe("UNKNOWN");
  expect(decideRefund(facts(), receipt(change)).to).toBe("UNKNOWN");
});

test("only a clear no to the first sending is a failure", () => {
  const no: RefundNews = { kind: "refused", code: "2023" };
  expect(decideRefund(facts({ status: "SENDING", sends: 1 }), no).to).toBe("FAILED");
  expect(decideRefund(facts({ status: "SENDING", sends: 2 }), no).to).toBe("UNKNOWN");
  expect(decideRefund(facts({ status: "UNKNOWN" }), no).to).toBe("UNKNOWN");
});

test("silence never ends a refund, and never has it sent again", () => {
  for (const secondsInStatus of [0, 60, 600, 1e7])
    for (const sends of [1, 3])
      expect(decideRefund(facts({ secondsInStatus, sends }), { kind: "unknown", cause: "" }).to).toBe(
        "UNKNOWN",
      );
});

test("it is sent again only when the wallet said that it was not refunded, a minute after the doubt began", () => {
  const said: RefundNews = { kind: "not refunded" };
  expect(decideRefund(facts({ secondsInStatus: 59.9 }), said).to).toBe("UNKNOWN");
  expect(decideRefund(facts({ secondsInStatus: 60 }), said)).toMatchObject({
    to: "REQUESTED",
    nextCheckInSeconds: 0,
  });
  expect(decideRefund(facts({ status: "SENDING", secondsInStatus: 70 }), said).to).toBe("SENDING");
});

test("it is sent three times at most, and has failed only ten minutes after the last", () => {
  const said: RefundNews = { kind: "not refunded" };
  expect(decideRefund(facts({ sends: 2, secondsInStatus: 60 }), said).to).toBe("REQUESTED");
  expect(decideRefund(facts({ sends: 3, secondsInStatus: 599 }), said).to).toBe("UNKNOWN");
  expect(decideRefund(facts({ sends: 3, secondsInStatus: 600 }), said).to).toBe("FAILED");
});

test("the wallet is asked after 10, 30, 60, 120, 300 and 600 seconds, and then every hour", () => {
  const silence: RefundNews = { kind: "unknown", cause: "" };
  let age = decideRefund(facts({ status: "SENDING" }), silence).nextCheckInSeconds ?? 0;
  const asked = [age];
  for (let checks = 0; checks < 7; checks++) {
    age += decideRefund(facts({ secondsInStatus: age, checks }), silence).nextCheckInSeconds ?? 0;
    asked.push(age);
  }
  expect(asked).toEqual([10, 30, 60, 120, 300, 600, 4200, 7800]);
});

test("after six questions without an answer a person is called", () => {
  const silence: RefundNews = { kind: "unknown", cause: "" };
  for (const [checks, needsReview] of [
    [4, false],
    [5, true],
    [50, true],
  ] as const)
    expect(decideRefund(facts({ checks }), silence).needsReview).toBe(needsReview);
});

test("a refund that bKash is too late for fails while it waits to be sent, and in no other status", () => {
  const failed = { to: "FAILED", needsReview: false, nextCheckInSeconds: null };
  expect(decideRefund(facts({ status: "REQUESTED" }), { kind: "too old" })).toEqual(failed);
  for (const status of ["SENDING", "UNKNOWN"] as const)
    expect(decideRefund(facts({ status }), { kind: "too old" }).to).toBe(status);
});

test("a sending that nobody was heard of again is in doubt, and no other status is", () => {
  const doubt = { to: "UNKNOWN", needsReview: false, nextCheckInSeconds: 10 };
  expect(decideRefund(facts({ status: "SENDING", secondsInStatus: 75 }), { kind: "lease over" })).toEqual(
    doubt,
  );
  const waiting = facts({ status: "UNKNOWN" });
  expect(decideRefund(waiting, { kind: "lease over" })).toEqual(decideRefund(waiting, { kind: "too old" }));
});

test("that the portal knows no refund ends one that is in doubt for ten minutes, and nothing else", () => {
  const told = (change: Partial<RefundFacts>) =>
    decideRefund(facts(change), { kind: "not in the portal" }).to;
  expect(told({ secondsInStatus: 600 })).toBe("FAILED");
  expect(told({ secondsInStatus: 599 })).toBe("UNKNOWN");
  for (const status of ["REQUESTED", "SENDING", "SUCCEEDED", "FAILED"] as const)
    expect(told({ status, secondsInStatus: 1e6 })).toBe(status);
});
