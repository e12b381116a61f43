import "server-only";
import { cookies } from "next/headers";
import { createShopper, findShopper, type Shopper } from "@/lib/auth/shopper";
import { currentAccount } from "./account";
import { appUrl } from "@/lib/platform/env";

/** `__Host-` pins a cookie to this very host, which browsers allow on https only. */
const isHttps = () => appUrl().protocol === "https:";
const cookieName = () => (isHttps() ? "__Host-shopper" : "shopper");
const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Who is shopping: the account that this browser is signed in to, or the guest whom it knows by its cookie. */
export async function currentShopper(): Promise<Shopper | null> {
  const account = await currentAccount();
  return account ? { id: account.shopperId } : browserShopper();
}

/** The guest of this browser, whoever is signed in. */
export async function browserShopper(): Promise<Shopper | null> {
  const secret = (await cookies()).get(cookieName())?.value;
  return secret ? findShopper(secret) : null;
}

/** Who is shopping; a new shopper gets a cookie. For actions and route handlers only: a page cannot set one. */
export async function ensureShopper(): Promise<Shopper> {
  const known = await currentShopper();
  if (known) return known;
  const { id, secret } = await createShopper();
  (await cookies()).set(cookieName(), secret, {
    httpOnly: true,
    sameSite: "lax",
    secure: isHttps(),
    path: "/",
    maxAge: ONE_YEAR_SECONDS,
  });
  return { id };
}
