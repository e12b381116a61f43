import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { decode } from "next-auth/jwt";
import { env } from "@/lib/platform/env";
import type { Merchant } from "./merchant";
import { sessionCookie } from "./merchant-auth";
import { endSessions, findMerchantOf, readClaims, type SessionClaims } from "./merchant-session";

/**
 * What the cookie says, if it is ours, whole, and not idle for too long. Read here and not with getServerSession, which
 * takes a database that is away for a session that has ended.
 */
async function currentClaims(): Promise<SessionClaims | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  if (!token) return null;
  const opened = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  return opened && readClaims(opened);
}

/** Who is signed in, as the database sees it now; null for nobody. */
export async function currentMerchant(): Promise<Merchant | null> {
  const claims = await currentClaims();
  return claims && ((await findMerchantOf(claims)) as Merchant | null);
}

/**
 * The merchant, or the way to the sign-in page. First line of every page and guard of every action of the back office; each
 * call asks the database, so that an ended session is over at the next click.
 *
 * @param returnTo where to come back to after signing in.
 */
export async function requireMerchant(returnTo = "/admin"): Promise<Merchant> {
  return (await currentMerchant()) ?? redirect(`/admin/sign-in?callbackUrl=${encodeURIComponent(returnTo)}`);
}

/** Ends the merchant's sessions everywhere, and takes this browser's cookie away. For actions only. */
export async function signOut(): Promise<void> {
  const claims = await currentClaims();
  if (claims) await endSessions(claims);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
