/** A bug planted on purpose, to prove that the torture would notice one like it. */
export interface Plant {
  readonly name: string;
  /** A seed that catches it, tried first; `--plant all --fresh` finds others. */
  readonly seed: number;
  readonly changes: readonly { file: string; find: string; replace: string }[];
}

const plant = (name: string, seed: number, file: string, find: string, replace: string): Plant => ({
  name,
  seed,
  changes: [{ file, find, replace }],
});

/** payments.md, goal G2. Each is a line or two that somebody might well have written. */
export const PLANTS: readonly Plant[] = [
  plant(
    "no amount check",
    75,
    "lib/payments/decide-settlement.ts",
    "record.amount === payment.amountInPoisha &&",
    "",
  ),
  plant(
    "no duplicate check",
    340,
    "lib/payments/decide-settlement.ts",
    `orderCanBecome(orderStatus, "PAID")`,
    `(orderStatus === "PAID" || orderCanBecome(orderStatus, "PAID"))`,
  ),
  plant(
    "no WATCH",
    5,
    "lib/payments/decide-settlement.ts",
    `return goesOn("WATCH", nextIn(WATCH_MARKS, WATCH_STEP, 0));`,
    `return ends("DECLINED");`,
  ),
  plant(
    "no claim",
    1,
    "lib/payments/payment-repository.ts",
    `AND p."orderId" = waiting.id AND p.status = 'CREATED'`,
    `AND p."orderId" = waiting.id AND p.status IN ('CREATED', 'EXECUTING')`,
  ),
  plant(
    "blind refund retry",
    87,
    "lib/payments/check-refund.ts",
    `case "UNKNOWN":
      return askAndSettle(refund, source);`,
    `case "UNKNOWN":
      return settleRefund(refund.id, { kind: "not refunded" }, source);`,
  ),
  plant(
    "background execute",
    6,
    "lib/payments/check-payment.ts",
    `await moveOn(db, { paymentId, from: "CREATED", to: "EXPIRED", source });`,
    `if (payment.providerPaymentId) await providerOf(payment).execute(payment.providerPaymentId);
      await moveOn(db, { paymentId, from: "CREATED", to: "EXPIRED", source });`,
  ),
  plant(
    "2029 as decline",
    44,
    "lib/payments/providers/bkash/error-codes.ts",
    `  "2023",
  "2025",`,
    `  "2023",
  "2029",
  "2025",`,
  ),
  plant(
    "decline on timeout",
    5,
    "lib/payments/providers/bkash/checkout/translate.ts",
    `export function translateExecute(answer: HttpAnswer): PaymentOutcome {
  if (answer.kind === "none") return { kind: "unknown", cause: answer.cause };`,
    `export function translateExecute(answer: HttpAnswer): PaymentOutcome {
  if (answer.kind === "none") return { kind: "refused", code: "2056" };`,
  ),
  plant(
    "token budget off",
    5,
    "lib/payments/providers/token-rows.ts",
    "CALLS_PER_WINDOW = 2",
    "CALLS_PER_WINDOW = 5",
  ),
  plant(
    "stock re-check off",
    5,
    "lib/payments/settle-payment.ts",
    "if (await holdStockAgain(tx, row.orderId)) return decision;",
    "return decision;",
  ),
  plant(
    "cancel during execute",
    25,
    "lib/payments/cancel-payment.ts",
    `await moveOn(db, { paymentId: payment.id, from: "CREATED", to: "CANCELLED", source: "cancel" });`,
    `await moveOn(db, { paymentId: payment.id, from: payment.status === "EXECUTING" ? "EXECUTING" : "CREATED", to: "CANCELLED", source: "cancel" });`,
  ),
  plant(
    "ledger row missing",
    5,
    "lib/payments/settle-payment.ts",
    `outcome.kind === "completed" && outcome.amount)`,
    `outcome.kind === "completed" && outcome.amount && source === "execute")`,
  ),
  {
    name: "refund age off",
    seed: 262,
    changes: [
      {
        file: "lib/payments/refund-rules.ts",
        find: `if (payment.secondsSinceCompleted > payment.wallet.refundDays * DAY_SECONDS) return no("TOO_OLD");`,
        replace: "",
      },
      {
        file: "lib/payments/refund-repository.ts",
        find: `        AND p."completedAt" > now() - \${refundDays} * interval '1 day'
      RETURNING r.id, r.sends`,
        replace: "      RETURNING r.id, r.sends",
      },
    ],
  },
];
