import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import {
  ACCOUNT_SESSION_SECONDS,
  endAccountSessions,
  findAccountOf,
  sealAccountSession,
  type Account,
} from "@/lib/auth/account-session";
import { appUrl } from "@/lib/platform/env";

/** `__Host-` pins a cookie to this very host, which browsers allow on https only. */
const isHttps = () => appUrl().protocol === "https:";
const nameOf = (cookie: "account" | "sign_in") => (isHttps() ? `__Host-${cookie}` : cookie);
const options = () => ({ httpOnly: true, sameSite: "lax", secure: isHttps(), path: "/" }) as const;

/** A code is asked for and typed within this time, with a second try. */
const SIGN_IN_SECONDS = 30 * 60;

/** The account that this browser is signed in to; null for a guest. The database is asked once a request. */
export const currentAccount = cache(async (): Promise<Account | null> => {
  const cookie = (await cookies()).get(nameOf("account"))?.value;
  return cookie ? findAccountOf(cookie) : null;
});

/** For actions only: a page cannot set a cookie. */
export async function startAccountSession(account: { id: string; sessionVersion: number }): Promise<void> {
  const jar = await cookies();
  jar.set(nameOf("account"), await sealAccountSession(account), {
    ...options(),
    maxAge: ACCOUNT_SESSION_SECONDS,
  });
  jar.delete({ name: nameOf("sign_in"), ...options() });
}

/** Signs this browser out, or every browser of the account. For actions only. */
export async function endAccountSession(account: Account, where: "here" | "everywhere"): Promise<void> {
  if (where === "everywhere") await endAccountSessions(account);
  (await cookies()).delete({ name: nameOf("account"), ...options() });
}

/** The secret of the code that this browser waits for. */
export const signInToken = async (): Promise<string | null> =>
  (await cookies()).get(nameOf("sign_in"))?.value ?? null;

/** Remembers which code this browser asked for. For actions only. */
export async function keepSignInToken(token: string): Promise<void> {
  (await cookies()).set(nameOf("sign_in"), token, { ...options(), maxAge: SIGN_IN_SECONDS });
}
