import { decode, encode } from "next-auth/jwt";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { isOffered } from "@/lib/platform/features";

/** A shopper's session ends by itself after this long. */
export const ACCOUNT_SESSION_SECONDS = 90 * 24 * 60 * 60;

/** A shopper who is signed in. */
export interface Account {
  id: string;
  /** The shopper that carts and orders of all of the account's browsers belong to. */
  shopperId: string;
  /** One of the two: `phone` in E.164. */
  phone: string | null;
  email: string | null;
}

/**
 * The key that seals shoppers' sessions is derived apart from the merchants' (merchant-auth has no salt): neither cookie
 * opens as the other, whatever is written in it.
 */
const sealing = () => ({ secret: env().NEXTAUTH_SECRET, salt: "shopper account" });

/** A new session's cookie. */
export const sealAccountSession = (account: { id: string; sessionVersion: number }): Promise<string> =>
  encode({
    ...sealing(),
    token: { accountId: account.id, accountVersion: account.sessionVersion },
    maxAge: ACCOUNT_SESSION_SECONDS,
  });

/** Who is signed in by this cookie, as the database sees it now; null when it is not ours, too old, or was ended, or there are no accounts. */
export async function findAccountOf(cookie: string): Promise<Account | null> {
  if (!isOffered("accounts")) return null;
  const opened = await decode({ ...sealing(), token: cookie }).catch(() => null);
  const { accountId, accountVersion } = (opened ?? {}) as Record<string, unknown>;
  if (typeof accountId !== "string" || typeof accountVersion !== "number") return null;
  return db.shopperAccount.findFirst({
    where: { id: accountId, sessionVersion: accountVersion },
    select: { id: true, shopperId: true, phone: true, email: true },
  });
}

/** Ends every session of an account, on every device. */
export async function endAccountSessions(account: Pick<Account, "id">): Promise<void> {
  await db.shopperAccount.updateMany({
    where: { id: account.id },
    data: { sessionVersion: { increment: 1 } },
  });
}
