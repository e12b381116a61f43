import { MINUTE_WORK_MS } from "@/lib/background-work";
import { QUICK_QUESTION_MS } from "@/lib/payments/check-payment";
import { WALLET_DEADLINE_MS } from "@/lib/payments/payment-provider";
import { maxDuration as forJobs } from "./cron/jobs/route";
import { maxDuration as forCreate } from "./payments/[provider]/create/route";
import { maxDuration as forExecute } from "./payments/[provider]/execute/route";

/** After a 401 that comes so late execute is not sent again: lib/payments/providers/bkash/signed-call.ts. */
const RESEND_WITHIN_MS = 40_000;

test("C43: the platform lets execute take as long as execute, its one repeat and the question after it", () => {
  expect(forExecute * 1000).toBeGreaterThan(RESEND_WITHIN_MS + WALLET_DEADLINE_MS + QUICK_QUESTION_MS);
});

test("C43: the platform lets create take longer than bKash may", () => {
  expect(forCreate * 1000).toBeGreaterThan(WALLET_DEADLINE_MS);
});

test("C43: the platform lets the minute's work take as long as it can while bKash hangs", () => {
  expect(forJobs * 1000).toBeGreaterThan(MINUTE_WORK_MS);
});
