import { releaseExpiredOrders } from "./orders/release-expired-orders";
import type { TokenRenewal } from "./payments/payment-provider";
import { installedProviders } from "./payments/providers/registry";
import { reconcilePayments } from "./payments/reconcile-payments";

/**
 * What the system does by itself, every minute, without any shopper: in the server process through lib/platform/jobs, or
 * through /api/cron where no process stays up. Any number of them may run at once.
 */

/** Renews each wallet's token when it is time to. */
export async function renewTokens(): Promise<Record<string, TokenRenewal>> {
  const renewed: Record<string, TokenRenewal> = {};
  for (const provider of installedProviders()) renewed[provider.name] = await provider.renewToken();
  return renewed;
}

/** Asks the wallets about payments in doubt. */
export const reconcileSome = () => reconcilePayments({ limit: 100, deadlineMs: 45_000 });

/** Gives back the stock of orders that nobody paid. */
export const releaseSomeOrders = async () => ({ released: await releaseExpiredOrders({ limit: 200 }) });

export async function doBackgroundWork() {
  // What needs no bKash comes first: a bKash that hangs must not keep stock locked.
  const orders = await releaseSomeOrders();
  const tokens = await renewTokens();
  return { orders, tokens, payments: await reconcileSome() };
}
