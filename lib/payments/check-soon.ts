import { db } from "@/lib/platform/db";
import { askSoon } from "./ask-soon";
import { checkPayment } from "./check-payment";
import { WALLET_DEADLINE_MS } from "./payment-provider";
import { secondsUntilCheck, takeCheck } from "./payment-repository";

/**
 * Asks the wallet if the time has come. When somebody else asked meanwhile, a page that is open perhaps, it comes again at
 * the time that this left.
 */
export async function checkSoon(paymentId: string): Promise<void> {
  if (await takeCheck(paymentId)) {
    await checkPayment(paymentId, "reconcile", WALLET_DEADLINE_MS);
    return;
  }
  const seconds = await secondsUntilCheck(paymentId);
  if (seconds !== null) await db.$transaction((tx) => askSoon(tx, paymentId, seconds));
}

/**
 * Goes on asking about a payment in doubt for a while, for where no process stays up and a request's own time after its
 * answer is all there is.
 *
 * @param forMs begins no question after this.
 */
export async function watchOver(paymentId: string, { forMs }: { forMs: number }): Promise<void> {
  const stopAt = Date.now() + forMs;
  for (;;) {
    const seconds = await secondsUntilCheck(paymentId);
    if (seconds === null || Date.now() + seconds * 1000 > stopAt) return;
    await new Promise((wake) => setTimeout(wake, Math.max(200, seconds * 1000)));
    if (await takeCheck(paymentId)) await checkPayment(paymentId, "reconcile", WALLET_DEADLINE_MS);
  }
}
