import "server-only";
import { after } from "next/server";
import { watchOver } from "@/lib/payments/check-soon";
import { isInDoubt } from "@/lib/payments/payment-status";
import type { PaymentView } from "@/lib/payments/payment-view";
import { isServerless } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";

/** What fits into a function's time after the answer: execute 30 s, a question 10 s, and `maxDuration` is 90. */
const WATCH_OVER_MS = 20_000;

/**
 * Where no process stays up, the time after an answer is used to ask about a payment in doubt. It only makes healing
 * quicker: the scheduler finds what a platform cuts off.
 */
export function repairAfterwards({ paymentId, status }: PaymentView): void {
  if (!isServerless() || !isInDoubt(status)) return;
  after(() =>
    watchOver(paymentId, { forMs: WATCH_OVER_MS }).catch((error: unknown) =>
      logger.error({ error, paymentId }, "a payment could not be watched over"),
    ),
  );
}
