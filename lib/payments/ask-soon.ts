import type { Transaction } from "@/lib/platform/db";
import { sendJob } from "@/lib/platform/send-job";

/** The queue of questions that are due sooner than the regular check comes by; lib/payments/check-soon asks them. */
export const CHECK_SOON = "check-payment";

/** Questions that are further off than this are left to the regular check of every minute. */
const SOON_SECONDS = 90;

/** Leaves word, in the transaction that finds a payment in doubt, that its wallet is to be asked in a moment. */
export async function askSoon(tx: Transaction, paymentId: string, afterSeconds: number): Promise<void> {
  if (afterSeconds <= SOON_SECONDS) await sendJob(tx, CHECK_SOON, paymentId, { afterSeconds });
}
