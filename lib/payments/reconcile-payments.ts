import { failpoint } from "@/lib/platform/failpoint";
import { logger } from "@/lib/platform/logger";
import { checkPayment } from "./check-payment";
import { WALLET_DEADLINE_MS } from "./payment-provider";
import { takeDueChecks } from "./payment-repository";

export interface Reconciled {
  checked: number;
  failed: number;
}

/** How many payments are asked about at once: enough to catch up after an outage, few enough not to lean on bKash. */
const AT_ONCE = 5;

/**
 * Goes through the payments whose check is due and asks the wallet about each. Any number of these may run at once.
 *
 * @param limit at most so many payments.
 * @param deadlineMs begins no new question after this; one that has begun may take its whole time.
 */
export async function reconcilePayments({
  limit,
  deadlineMs,
}: {
  limit: number;
  deadlineMs: number;
}): Promise<Reconciled> {
  const stopAt = Date.now() + deadlineMs;
  const done: Reconciled = { checked: 0, failed: 0 };
  while (done.checked + done.failed < limit && Date.now() < stopAt) {
    const due = await takeDueChecks(Math.min(AT_ONCE, limit - done.checked - done.failed));
    if (due.length === 0) break;
    failpoint("reconcile:taken");
    const results = await Promise.allSettled(
      due.map((id) => checkPayment(id, "reconcile", WALLET_DEADLINE_MS)),
    );
    failpoint("reconcile:checked");
    for (const [index, result] of results.entries()) {
      if (result.status === "fulfilled") done.checked++;
      else {
        done.failed++;
        logger.error(
          { error: result.reason as unknown, paymentId: due[index] },
          "a payment could not be checked",
        );
      }
    }
  }
  return done;
}
