import { Gauge, Registry } from "prom-client";
import { readOutboxState, type OutboxState } from "./notifications/outbox";
import { measurePayments, type PaymentMeasures } from "./payments/measure-payments";
import { installedProviders } from "./payments/providers/registry";
import { readJobRuns, type JobRunTime } from "./platform/job-runs";
import { processMetrics } from "./platform/metrics";

interface Measured {
  wallets: { name: string; isWell: boolean }[];
  payments: PaymentMeasures;
  outbox: OutboxState;
  jobs: JobRunTime[];
}

type Labels = Record<string, string>;

/** What the database says, name by name: docs/operations.md tells what each means and what to do about it. */
const GAUGES: readonly {
  name: string;
  help: string;
  labels: readonly string[];
  values: (measured: Measured) => (readonly [Labels, number])[];
}[] = [
  {
    name: "shop_payments_open",
    help: "Payments that are open now.",
    labels: ["mode", "status"],
    values: ({ payments }) => payments.open.map(({ mode, status, count }) => [{ mode, status }, count]),
  },
  {
    name: "shop_payments_ended_last_day",
    help: "Payments that ended within the last 24 hours.",
    labels: ["mode", "status"],
    values: ({ payments }) => payments.ended.map(({ mode, status, count }) => [{ mode, status }, count]),
  },
  {
    name: "shop_oldest_doubt_seconds",
    help: "Since when the payment that is longest in doubt is so. Without a value none is.",
    labels: ["mode"],
    values: ({ payments }) => payments.oldestDoubtSeconds.map(({ mode, seconds }) => [{ mode }, seconds]),
  },
  {
    name: "shop_duplicates_not_refunded",
    help: "Payments whose money came twice or too late, and was not given back yet.",
    labels: ["mode"],
    values: ({ payments }) => payments.duplicates.map(({ mode, count }) => [{ mode }, count]),
  },
  {
    name: "shop_refunds",
    help: "Refunds that are on the way, or ended within the last 24 hours.",
    labels: ["status"],
    values: ({ payments }) => payments.refunds.map(({ status, count }) => [{ status }, count]),
  },
  {
    name: "shop_orders_to_review",
    help: "Orders that a person must look at.",
    labels: ["reason"],
    values: ({ payments }) => payments.reviews.map(({ reason, count }) => [{ reason }, count]),
  },
  {
    name: "shop_discrepancies_open",
    help: "What two records tell differently, and nobody has resolved.",
    labels: ["kind"],
    values: ({ payments }) => payments.discrepancies.map(({ kind, count }) => [{ kind }, count]),
  },
  {
    name: "shop_token_calls_last_hour",
    help: "Grants and refreshes within the last hour. A third one makes bKash lock the merchant out.",
    labels: ["wallet", "mode"],
    values: ({ payments }) => payments.tokenCalls.map(({ wallet, mode, count }) => [{ wallet, mode }, count]),
  },
  {
    name: "shop_payments_paused_seconds",
    help: "For how long no payment is opened because there is no token. 0 when payments are opened.",
    labels: ["wallet", "mode"],
    values: ({ payments }) =>
      payments.pausedSeconds.map(({ wallet, mode, seconds }) => [{ wallet, mode }, seconds]),
  },
  {
    name: "shop_wallet_well",
    help: "1 while the wallet answers this process and there is a token for it, else 0.",
    labels: ["wallet"],
    values: ({ wallets }) => wallets.map(({ name, isWell }) => [{ wallet: name }, isWell ? 1 : 0]),
  },
  {
    name: "shop_outbox_messages",
    help: "Messages that wait to be sent, and messages that were given up.",
    labels: ["state"],
    values: ({ outbox }) => [
      [{ state: "waiting" }, outbox.waiting],
      [{ state: "given up" }, outbox.givenUp],
    ],
  },
  {
    name: "shop_outbox_lag_seconds",
    help: "How long the message that waits longest has been waiting.",
    labels: [],
    values: ({ outbox }) => [[{}, outbox.oldestWaitingSeconds]],
  },
  {
    name: "shop_job_last_success_seconds",
    help: "How long ago a job last succeeded. +Inf when it never did.",
    labels: ["job"],
    values: ({ jobs }) =>
      jobs.map(({ name, secondsSinceSuccess }) => [{ job: name }, secondsSinceSuccess ?? Infinity]),
  },
];

/**
 * All measurements as Prometheus reads them: what the database says for all processes together, and what this process has
 * seen since it started.
 */
export async function renderMetrics(): Promise<{ contentType: string; text: string }> {
  const [wallets, payments, outbox, jobs] = await Promise.all([
    readWallets(),
    measurePayments(),
    readOutboxState(),
    readJobRuns(),
  ]);
  const measured: Measured = { wallets, payments, outbox, jobs };
  const shared = new Registry();
  for (const { name, help, labels, values } of GAUGES) {
    const gauge = new Gauge({ name, help, labelNames: [...labels], registers: [shared] });
    for (const [label, value] of values(measured)) gauge.set(label, value);
  }
  const own = processMetrics().registry;
  return { contentType: own.contentType, text: `${await shared.metrics()}\n${await own.metrics()}` };
}

const readWallets = (): Promise<Measured["wallets"]> =>
  Promise.all(
    installedProviders().map(async (provider) => ({
      name: provider.name,
      isWell: (await provider.health()).kind === "well",
    })),
  );
