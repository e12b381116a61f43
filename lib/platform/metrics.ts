import { Counter, Histogram, Registry, collectDefaultMetrics } from "prom-client";

/** What this process has seen with its own eyes. What the database knows is read when it is asked for: lib/shop-metrics. */
interface ProcessMetrics {
  registry: Registry;
  walletCallSeconds: Histogram<"wallet" | "operation" | "outcome">;
  timeToPaidSeconds: Histogram;
  webhooksNotTaken: Counter<"wallet" | "kind">;
}

/** Server, routes and jobs are bundled apart, and count together. */
const store = globalThis as { __shopMetrics?: ProcessMetrics };

export const processMetrics = (): ProcessMetrics => (store.__shopMetrics ??= make());

function make(): ProcessMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    walletCallSeconds: new Histogram({
      name: "shop_wallet_call_seconds",
      help: "How long the wallet took to answer, by what it was asked and how it answered.",
      labelNames: ["wallet", "operation", "outcome"],
      // To the wallet's own deadline of 30 s.
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30],
      registers: [registry],
    }),
    timeToPaidSeconds: new Histogram({
      name: "shop_time_to_paid_seconds",
      help: "From the click on pay until the order is paid: the shopper's time in the wallet's window, and ours.",
      // To the 25 hours that a payment is watched.
      buckets: [5, 10, 20, 30, 60, 120, 300, 900, 3_600, 21_600, 90_000],
      registers: [registry],
    }),
    webhooksNotTaken: new Counter({
      name: "shop_webhooks_not_taken_total",
      help: "Messages to the webhook that were refused, or whose sender could not be made out.",
      labelNames: ["wallet", "kind"],
      registers: [registry],
    }),
  };
}
