import { poisha } from "@/lib/kernel/money";
import { decideSettlement, STUCK_SECONDS, type PaymentFacts } from "./decide-settlement";
import type { PaymentOutcome, WalletRecord } from "./payment-provider";
import type { PaymentStatus } from "./payment-status";

const HOUR = 3600;
const DAY = 24 * HOUR;
const SETTLE_WINDOW = 120;

const asked = (facts: Partial<PaymentFacts> = {}): PaymentFacts => ({
  status: "EXECUTING",
  intent: "authorization",
  amountInPoisha: poisha(1500_00),
  currency: "BDT",
  invoiceNumber: "S-10001-1",
  providerPaymentId: "CH0011abc1733727103645",
  checks: 0,
  secondsInStatus: 0,
  secondsSinceExecute: 0,
  ...facts,
});
const record: WalletRecord = {
  amount: poisha(1500_00),
  currency: "BDT",
  invoiceNumber: "S-10001-1",
  providerPaymentId: "CH0011abc1733727103645",
};
const authorised: PaymentOutcome = { kind: "authorised", ...record };
const completed: PaymentOutcome = { kind: "completed", trxId: "9BL306BON9", ...record };
const unclear: PaymentOutcome[] = [
  { kind: "unknown", cause: "timeout" },
  { kind: "pending" },
  { kind: "gone", code: "2002" },
];
const decide = (
  facts: Partial<PaymentFacts>,
  said: PaymentOutcome,
  order: "PENDING" | "PAID" | "CANCELLED" = "PENDING",
) => decideSettlement(asked(facts), order, said, SETTLE_WINDOW);

test("money that bKash set aside for a waiting order stays there and is asked about daily", () => {
  for (const status of ["EXECUTING", "UNCERTAIN", "WATCH", "AUTHORISED"] as const)
    expect(decide({ status }, authorised)).toEqual({
      to: "AUTHORISED",
      paysOrder: false,
      nextCheckInSeconds: DAY,
    });
});

test("money set aside for an order that does not wait is looked at again at once, to be given free", () => {
  for (const order of ["PAID", "CANCELLED"] as const)
    expect(decide({}, authorised, order)).toEqual({
      to: "AUTHORISED",
      paysOrder: false,
      nextCheckInSeconds: 1,
    });
});

test.each([
  ["another amount", { amount: poisha(1499_99) }],
  ["an amount that nobody can read", { amount: null }],
  ["another currency", { currency: "USD" }],
  ["another invoice number", { invoiceNumber: "S-10001-2" }],
  ["another payment's id", { providerPaymentId: "CH0011abc1733727103646" }],
])("money set aside with %s goes to a person", (_what, differing) => {
  for (const status of ["EXECUTING", "UNCERTAIN", "WATCH", "AUTHORISED", "CAPTURING", "VOIDING"] as const)
    expect(decide({ status }, { ...authorised, ...differing } as PaymentOutcome)).toEqual({
      to: "MISMATCH",
      paysOrder: false,
      review: "MISMATCH",
      nextCheckInSeconds: null,
    });
});

test("money set aside for a payment that had ended goes to a person, and for one that took money changes nothing", () => {
  for (const status of ["DECLINED", "CANCELLED", "EXPIRED", "ABANDONED", "VOIDED"] as const)
    expect(decide({ status }, authorised)).toMatchObject({ to: "MISMATCH", review: "MISMATCH" });
  for (const status of ["COMPLETED", "DUPLICATE", "MISMATCH"] as const)
    expect(decide({ status }, authorised)).toEqual({
      to: status,
      paysOrder: false,
      nextCheckInSeconds: null,
    });
});

test("a sale cannot be set aside: bKash is asked until it says something that fits", () => {
  expect(decide({ intent: "sale" }, authorised)).toEqual({
    to: "UNCERTAIN",
    paysOrder: false,
    nextCheckInSeconds: 2,
  });
  expect(decide({ intent: "sale", status: "UNCERTAIN", secondsSinceExecute: 600 }, authorised)).toMatchObject(
    {
      to: "UNCERTAIN",
      review: "STUCK",
    },
  );
});

test("captured money pays an order that waits, and is flagged when the order does not", () => {
  for (const status of ["AUTHORISED", "CAPTURING", "VOIDING"] as const) {
    expect(decide({ status }, completed)).toMatchObject({
      to: "COMPLETED",
      paysOrder: true,
      nextCheckInSeconds: null,
    });
    expect(decide({ status }, completed, "PAID")).toMatchObject({
      to: "DUPLICATE",
      review: "DUPLICATE_CAPTURE",
    });
  }
});

test.each(["CAPTURING", "VOIDING"] as const)(
  "while %s goes unanswered bKash is asked as in any doubt",
  (status) => {
    const times: number[] = [];
    for (let now = 0; now < 200;) {
      const { to, nextCheckInSeconds } = decide(
        { status, secondsInStatus: now },
        unclear[0] as PaymentOutcome,
      );
      expect(to).toBe(status);
      times.push((now += nextCheckInSeconds ?? Infinity));
    }
    expect(times).toEqual([2, 5, 10, 20, 45, 105, 120, 180, 240]);
    for (const said of unclear) {
      expect(decide({ status, secondsInStatus: STUCK_SECONDS - 1 }, said).review).toBeUndefined();
      expect(decide({ status, secondsInStatus: STUCK_SECONDS }, said)).toEqual({
        to: status,
        paysOrder: false,
        review: "STUCK",
        nextCheckInSeconds: 60,
      });
    }
  },
);

test.each(["CAPTURING", "VOIDING"] as const)(
  "%s may be sent anew only when bKash still has the money after the settle window",
  (status) => {
    expect(decide({ status, secondsInStatus: SETTLE_WINDOW - 1 }, authorised)).toMatchObject({
      to: status,
      nextCheckInSeconds: 1,
    });
    const after = { status, secondsInStatus: SETTLE_WINDOW };
    expect(decide(after, authorised)).toEqual({
      to: "AUTHORISED",
      paysOrder: false,
      nextCheckInSeconds: DAY,
    });
    expect(decide(after, authorised, "PAID")).toEqual({
      to: "AUTHORISED",
      paysOrder: false,
      review: "STUCK",
      nextCheckInSeconds: DAY,
    });
    for (const said of unclear) expect(decide(after, said).to).toBe(status);
  },
);

test("money set aside that bKash says nothing about stays so and is asked about hourly", () => {
  for (const said of unclear)
    expect(decide({ status: "AUTHORISED", secondsSinceExecute: 30 * HOUR }, said)).toEqual({
      to: "AUTHORISED",
      paysOrder: false,
      nextCheckInSeconds: HOUR,
    });
});

test("what bKash calls cancelled, expired or declined is the shopper's again", () => {
  for (const status of ["AUTHORISED", "CAPTURING", "VOIDING"] satisfies PaymentStatus[])
    expect(decide({ status }, { kind: "refused", code: "Cancelled" })).toEqual({
      to: "VOIDED",
      paysOrder: false,
      nextCheckInSeconds: null,
    });
});
