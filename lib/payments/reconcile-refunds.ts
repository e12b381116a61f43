import { env } from "@/lib/platform/env";
import { failpoint } from "@/lib/platform/failpoint";
import { logger } from "@/lib/platform/logger";
import { checkRefund } from "./check-refund";
import { refundDuplicates } from "./refund-duplicates";
import { takeDueRefunds } from "./refund-repository";

export interface ReconciledRefunds {
  /** Refunds of duplicates that were begun. */
  begun: number;
  checked: number;
  failed: number;
}

/** How many go on at once: enough to catch up after an outage, few enough not to lean on bKash. */
const AT_ONCE = 5;

/**
 * Begins the refunds of money that came twice, sends what waits, and asks the wallets about what is in doubt. Any number of
 * these may run at once.
 *
 * @param limit at most so many refunds.
 * @param deadlineMs begins nothing new after this; what has begun may take its whole time.
 */
export async function reconcileRefunds({
  limit,
  deadlineMs,
}: {
  limit: number;
  deadlineMs: number;
}): Promise<ReconciledRefunds> {
  const stopAt = Date.now() + deadlineMs;
  const done: ReconciledRefunds = { begun: 0, checked: 0, failed: 0 };
  if (env().AUTO_REFUND_DUPLICATES === "1") done.begun = await refundDuplicates({ limit });
  while (done.checked + done.failed < limit && Date.now() < stopAt) {
    const due = await takeDueRefunds(Math.min(AT_ONCE, limit - done.checked - done.failed));
    if (due.length === 0) break;
    failpoint("reconcile-refunds:taken");
    const results = await Promise.allSettled(due.map((id) => checkRefund(id, "reconcile")));
    for (const [index, result] of results.entries()) {
      if (result.status === "fulfilled") done.checked++;
      else {
        done.failed++;
        logger.error(
          { error: result.reason as unknown, refundId: due[index] },
          "a refund could not be checked",
        );
      }
    }
  }
  return done;
}
