import type { PaymentSource, PaymentStatus } from "@/generated/prisma/enums";
import { logger } from "@/lib/platform/logger";
import { processMetrics } from "@/lib/platform/metrics";

/** A payment has moved from one status to another; told after it is committed. */
export interface PaymentChange {
  paymentId: string;
  /** Null when it was just written. */
  from: PaymentStatus | null;
  to: PaymentStatus;
  source: PaymentSource;
  /** Since the payment was written. */
  ms: number;
  /** Its order is paid by it. */
  paysOrder?: boolean;
}

/** One line of the log for every change of a payment; and how long it took, when its order is paid. */
export function tellChange({ paysOrder = false, ms, ...change }: PaymentChange): void {
  logger.info({ ...change, ms: Math.round(ms) }, "a payment changed");
  if (paysOrder) processMetrics().timeToPaidSeconds.observe(ms / 1000);
}
