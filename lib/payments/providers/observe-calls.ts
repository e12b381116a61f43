import { SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { logger } from "@/lib/platform/logger";
import { processMetrics } from "@/lib/platform/metrics";
import type { WalletCall, WalletCallObserver } from "../wallet-calls";

/** A refusal is an answer; these are not. */
const TROUBLE: ReadonlySet<WalletCall["outcome"]> = new Set(["http 4xx", "http 5xx", "timeout", "no answer"]);

/**
 * Every call of a wallet becomes a measurement, a line of the log, and a span where somebody collects traces. (Without a
 * collector OpenTelemetry's API does nothing.)
 */
export const callObserver: WalletCallObserver = {
  around: ({ wallet, operation }, run) =>
    trace
      .getTracer("shop")
      .startActiveSpan(`${wallet} ${operation}`, { kind: SpanKind.CLIENT }, async (span) => {
        try {
          return await run();
        } finally {
          span.end();
        }
      }),
  ended: (call) => {
    const { wallet, operation, outcome, ms, code } = call;
    processMetrics().walletCallSeconds.observe({ wallet, operation, outcome }, ms / 1000);
    const span = trace.getActiveSpan();
    span?.setAttributes({ "shop.outcome": outcome, ...(code ? { "shop.code": code } : {}) });
    if (TROUBLE.has(outcome)) span?.setStatus({ code: SpanStatusCode.ERROR, message: outcome });
    logger[TROUBLE.has(outcome) ? "warn" : "info"](call, "the wallet was called");
  },
};
