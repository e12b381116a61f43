import type { Account } from "@/lib/auth/account-session";
import { db } from "@/lib/platform/db";

/**
 * Takes an account away with its sessions, addresses, cart and wishes. Its orders stay, as the law wants of a seller's
 * books; nobody sees them by this account any more.
 */
export async function deleteAccount(account: Account): Promise<void> {
  await db.shopper.delete({ where: { id: account.shopperId } });
}
