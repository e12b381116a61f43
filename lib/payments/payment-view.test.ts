import { poisha } from "@/lib/kernel/money";
import type { StoredPayment } from "./payment-repository";
import { PAYMENT_STATUSES } from "./payment-status";
import { viewOf } from "./payment-view";

const stored = (facts: Partial<StoredPayment>): StoredPayment => ({
  id: "0c1d9f6e-4f0e-4d0c-9a53-0c8f3f1f6a11",
  orderId: "0c1d9f6e-4f0e-4d0c-9a53-0c8f3f1f6a12",
  orderNumber: "S-10001",
  orderStatus: "PENDING",
  attempt: 1,
  provider: "bkash",
  mode: "simulator",
  invoiceNumber: "S-10001-1",
  status: "EXECUTING",
  amountInPoisha: poisha(1500_00),
  providerPaymentId: "A",
  trxId: null,
  lastCode: "9999",
  completedAt: null,
  ...facts,
});

test("nobody reads that no money was taken while it may have been, or was", () => {
  const told = PAYMENT_STATUSES.filter((status) => viewOf(stored({ status })).refusal);
  expect(told).toEqual(["DECLINED", "ABANDONED"]);
});

test("a declined payment tells why", () => {
  const { refusal } = viewOf(stored({ status: "DECLINED", lastCode: "2023" }));
  expect(refusal?.code).toBe("2023");
  expect(refusal?.customer.en).toContain("balance is too low");
});

test("while bKash refuses the same amount twice, the shopper is told to wait, and not that no money was taken", () => {
  const { hint, refusal } = viewOf(stored({ status: "UNCERTAIN", lastCode: "2029" }));
  expect(hint?.en).toContain("wait a few minutes");
  expect(hint?.en).not.toMatch(/no money/i);
  expect(refusal).toBeNull();
  expect(viewOf(stored({ status: "COMPLETED", lastCode: "2029" })).hint).toBeNull();
  expect(viewOf(stored({ status: "UNCERTAIN", lastCode: "9999" })).hint).toBeNull();
});
