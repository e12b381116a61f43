import type { WalletHealth } from "./payment-provider";
import { findProvider } from "./providers/registry";

export type { WalletHealth };

/** Whether a wallet can be paid with now: what the shop says before the shopper clicks, and the back office at once. */
export async function walletHealth(name: string): Promise<WalletHealth> {
  const provider = findProvider(name);
  if (!provider) throw new Error(`The wallet "${name}" is not installed`);
  return provider.health();
}
