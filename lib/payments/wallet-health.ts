import { env } from "@/lib/platform/env";
import type { WalletHealth } from "./payment-provider";
import { findProvider } from "./providers/registry";

export type { WalletHealth };

/** Whether a wallet can be paid with now: what the shop says before the shopper clicks, and the back office at once. */
export async function walletHealth(name: string): Promise<WalletHealth> {
  const provider = findProvider(name);
  if (!provider) throw new Error(`The wallet "${name}" is not installed`);
  return provider.health();
}

/** What an unpaid order is offered beside the wallet: cash as the merchant has set it, a longer hold while it is down. */
export async function offersWithoutWallet(name: string): Promise<{ cash: boolean; hold: boolean }> {
  const isDown = (await walletHealth(name)).kind !== "well";
  const when = env().CASH_ON_DELIVERY;
  return { cash: when === "always" || (when === "outage" && isDown), hold: isDown };
}
