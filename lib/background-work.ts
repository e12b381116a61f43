import { sweepSignInCodes } from "./accounts/sign-in-code";
import { issueDueInvoices } from "./fulfilment/issue-invoice";
import { deliverDueMessages } from "./orders/deliver-due-messages";
import { releaseExpiredOrders } from "./orders/release-expired-orders";
import { WALLET_DEADLINE_MS, type TokenRenewal } from "./payments/payment-provider";
import { installedProviders } from "./payments/providers/registry";
import { reconcilePayments } from "./payments/reconcile-payments";
import { reconcileRefunds } from "./payments/reconcile-refunds";
import { checkBooks, SELF_CHECK } from "./payments/self-check";
import { tellRestocked } from "./restock/tell-restocked";
import { sweepIdempotentRequests } from "./platform/idempotent-requests";
import { recordRun } from "./platform/job-runs";
import type { RepeatedJob } from "./platform/jobs";
import { logger } from "./platform/logger";
import { withReference } from "./platform/reference";

/**
 * What the system does by itself, without any shopper: in the server process through lib/platform/jobs, or
 * through /api/cron where no process stays up. Any number of them may run at once.
 */

/** Renews each wallet's token when it is time to. */
export async function renewTokens(): Promise<Record<string, TokenRenewal>> {
  const renewed: Record<string, TokenRenewal> = {};
  for (const provider of installedProviders()) renewed[provider.name] = await provider.renewToken();
  return renewed;
}

/**
 * When the last questions to wallets begin, counted from the beginning of the minute's work: a wallet that hangs takes 30 s of
 * each, and a platform that runs all jobs in one request allows it 90 (app/api/cron/jobs).
 */
const LAST_QUESTION_MS = { payments: 25_000, refunds: 50_000 };
export const MINUTE_WORK_MS = Math.max(...Object.values(LAST_QUESTION_MS)) + WALLET_DEADLINE_MS;

interface MinuteJob {
  name: string;
  /** @param elapsedMs since the work of this minute began. */
  run: (elapsedMs: number) => Promise<unknown>;
}

/** In this order where they run one after the other: a bKash that hangs must not keep stock locked. */
const JOBS: readonly MinuteJob[] = [
  {
    name: "release-expired-orders",
    run: async () => ({ released: await releaseExpiredOrders({ limit: 200 }) }),
  },
  { name: "issue-invoices", run: async () => ({ issued: await issueDueInvoices({ limit: 200 }) }) },
  { name: "tell-restocked", run: async () => ({ told: await tellRestocked({ limit: 200 }) }) },
  {
    name: "deliver-messages",
    run: deliverDueMessages,
  },
  { name: "renew-wallet-tokens", run: renewTokens },
  {
    name: "reconcile-payments",
    run: (elapsedMs) => reconcilePayments({ limit: 100, deadlineMs: LAST_QUESTION_MS.payments - elapsedMs }),
  },
  {
    name: "reconcile-refunds",
    run: (elapsedMs) => reconcileRefunds({ limit: 50, deadlineMs: LAST_QUESTION_MS.refunds - elapsedMs }),
  },
  {
    name: "sweep-idempotent-requests",
    run: async () => ({ swept: await sweepIdempotentRequests() }),
  },
  { name: "sweep-sign-in-codes", run: async () => ({ swept: await sweepSignInCodes() }) },
];

/** Each leaves a trace of when it ran. */
const everyMinute = JOBS.map(({ name, run }) => ({
  name,
  run: (elapsedMs = 0) => withReference({ job: name }, () => recordRun(name, () => run(elapsedMs))),
}));

/** Half past two at night in Dhaka. */
const NIGHTLY = "30 20 * * *";

/** For a server process that stays up. */
export const repeatedJobs: readonly RepeatedJob[] = [
  ...everyMinute.map(({ name, run }) => ({ name, run: () => run() })),
  { name: SELF_CHECK, run: checkBooks, cron: NIGHTLY },
];

/** Does everything once that is done every minute. One that fails keeps no other from running; then it throws. */
export async function doBackgroundWork(): Promise<Record<string, unknown>> {
  const startedAt = Date.now();
  const results: Record<string, unknown> = {};
  const errors: unknown[] = [];
  for (const { name, run } of everyMinute)
    try {
      results[name] = await run(Date.now() - startedAt);
    } catch (error) {
      logger.error({ error, job: name }, "a job failed");
      errors.push(error);
    }
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} jobs failed`);
  return results;
}
