import { createHash } from "node:crypto";
import { db } from "@/lib/platform/db";
import { countTry, forgetTries, type RateLimitRule } from "@/lib/platform/rate-limit";
import { checkPassword } from "./password-check";

const WINDOW_SECONDS = 15 * 60;
/** Wrong guesses of one person; a forgotten password takes fewer. */
const TRIES_PER_ACCOUNT = 10;
/** Offices and mobile carriers in Bangladesh share addresses. */
const TRIES_PER_ADDRESS = 50;
/** Hashing takes its time with the length; nobody's password is longer. */
export const LONGEST_PASSWORD = 200;

export interface SignedIn {
  id: string;
  name: string;
  email: string;
  sessionVersion: number;
}

export type SignInResult =
  | { ok: true; merchant: SignedIn }
  /** The same whether the account is unknown or the password wrong. */
  | { ok: false; code: "WRONG" }
  | { ok: false; code: "WAIT"; retryAfterSeconds: number };

/** E-mail addresses as they are stored. */
export const plainEmail = (email: string): string => email.trim().toLowerCase();

const limitKey = (kind: string, who: string) =>
  `sign-in:${kind}:${createHash("sha256").update(who).digest("base64url")}`;

export const accountLimitKey = (email: string): string => limitKey("account", plainEmail(email));

/**
 * Checks a merchant's e-mail and password. Every try counts against the account, whether it exists or not, and against the
 * address it comes from, when the platform vouches for one; beyond the limit nothing is checked any more.
 */
export async function signIn(request: {
  email: string;
  password: string;
  address: string | null;
}): Promise<SignInResult> {
  const email = plainEmail(request.email);
  if (email.length > LONGEST_PASSWORD || request.password.length > LONGEST_PASSWORD)
    return { ok: false, code: "WRONG" };
  for (const rule of rules(email, request.address)) {
    const { allowed, retryAfterSeconds } = await countTry(rule);
    if (!allowed) return { ok: false, code: "WAIT", retryAfterSeconds };
  }
  const merchant = await db.merchant.findUnique({ where: { email } });
  const matches = await checkPassword(request.password, merchant?.passwordHash ?? null);
  if (!merchant || !matches) return { ok: false, code: "WRONG" };
  await forgetTries(accountLimitKey(email));
  const { id, name, sessionVersion } = merchant;
  return { ok: true, merchant: { id, name, email, sessionVersion } };
}

/** The address first: one that is over its limit cannot fill the table with accounts. */
function* rules(email: string, address: string | null): Generator<RateLimitRule> {
  if (address)
    yield { key: limitKey("address", address), limit: TRIES_PER_ADDRESS, windowSeconds: WINDOW_SECONDS };
  yield accountRule(email);
}

/** How often one account's password may be tried. */
export const accountRule = (email: string): RateLimitRule => ({
  key: accountLimitKey(email),
  limit: TRIES_PER_ACCOUNT,
  windowSeconds: WINDOW_SECONDS,
});
