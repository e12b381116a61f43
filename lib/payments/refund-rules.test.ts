import fc from "fast-check";
import { poisha } from "@/lib/kernel/money";
import type { RefundProfile } from "./payment-provider";
import { whatIsRefundable, type RefundableFacts } from "./refund-rules";

const wallet = (refundProfile: RefundProfile = "once") => ({ refundProfile, refundDays: 15 });
const paid = (change: Partial<RefundableFacts> = {}): RefundableFacts => ({
  status: "COMPLETED",
  amountInPoisha: poisha(1000),
  takenInPoisha: poisha(1000),
  refundReservedInPoisha: poisha(0),
  refunds: 0,
  hasRefundInFlight: false,
  hasReceipt: true,
  secondsSinceCompleted: 60,
  wallet: wallet(),
  ...change,
});

test.each(["COMPLETED", "DUPLICATE", "MISMATCH"] as const)("money of a payment %s can go back", (status) => {
  expect(whatIsRefundable(paid({ status }))).toEqual({ ok: true, left: 1000, isLastOne: true });
});

test.each([
  ["NOT_CAPTURED", { status: "WATCH" }],
  ["NOT_CAPTURED", { status: "AUTHORISED" }],
  ["REFUND_IN_PROGRESS", { hasRefundInFlight: true }],
  ["NOT_UNDERSTOOD", { takenInPoisha: null }],
  ["NOT_UNDERSTOOD", { hasReceipt: false }],
  ["ALL_REFUNDED", { refundReservedInPoisha: poisha(1000), refunds: 1 }],
  ["OTHER_MODE", { wallet: null }],
  ["NO_MORE_REFUNDS", { refundReservedInPoisha: poisha(1), refunds: 1 }],
  ["NO_MORE_REFUNDS", { refunds: 10, wallet: wallet("up to 10") }],
  ["TOO_OLD", { secondsSinceCompleted: 15 * 86_400 + 1 }],
] as [string, Partial<RefundableFacts>][])("%s: nothing can go back", (code, change) => {
  expect(whatIsRefundable(paid(change))).toEqual({ ok: false, code });
});

test("on the fifteenth day money still goes back", () => {
  expect(whatIsRefundable(paid({ secondsSinceCompleted: 15 * 86_400 }))).toMatchObject({ ok: true });
});

test("with ten refunds allowed only the tenth is the last one", () => {
  const at = (refunds: number) =>
    whatIsRefundable(paid({ refunds, refundReservedInPoisha: poisha(refunds), wallet: wallet("up to 10") }));
  expect(at(8)).toEqual({ ok: true, left: 992, isLastOne: false });
  expect(at(9)).toEqual({ ok: true, left: 991, isLastOne: true });
});

test("never more than was taken, nor than the payment was for, less what was asked for already", () => {
  const amount = fc.nat(10_000).map(poisha);
  fc.assert(
    fc.property(amount, amount, amount, (amountInPoisha, takenInPoisha, refundReservedInPoisha) => {
      const may = whatIsRefundable(paid({ amountInPoisha, takenInPoisha, refundReservedInPoisha }));
      if (may.ok) expect(may.left + refundReservedInPoisha).toBe(Math.min(amountInPoisha, takenInPoisha));
      else expect(Math.min(amountInPoisha, takenInPoisha)).toBeLessThanOrEqual(refundReservedInPoisha);
    }),
  );
});
