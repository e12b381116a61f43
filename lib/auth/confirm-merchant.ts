import { db } from "@/lib/platform/db";
import { countTry, forgetTries } from "@/lib/platform/rate-limit";
import type { ConfirmedMerchant, Merchant } from "./merchant";
import { checkPassword } from "./password-check";
import { accountLimitKey, accountRule, LONGEST_PASSWORD } from "./sign-in";

export type ConfirmMerchantResult =
  | { ok: true; merchant: ConfirmedMerchant }
  | { ok: false; code: "WRONG" }
  | { ok: false; code: "WAIT"; retryAfterSeconds: number };

/**
 * Checks a signed-in merchant's password once more, for an act that an unwatched screen must not allow. Tries count with
 * those of the sign-in: whoever guesses here is stopped there as well.
 */
export async function confirmMerchant(merchant: Merchant, password: string): Promise<ConfirmMerchantResult> {
  if (password.length > LONGEST_PASSWORD) return { ok: false, code: "WRONG" };
  const { allowed, retryAfterSeconds } = await countTry(accountRule(merchant.email));
  if (!allowed) return { ok: false, code: "WAIT", retryAfterSeconds };
  const stored = await db.merchant.findUnique({ where: { id: merchant.id }, select: { passwordHash: true } });
  if (!(await checkPassword(password, stored?.passwordHash ?? null))) return { ok: false, code: "WRONG" };
  await forgetTries(accountLimitKey(merchant.email));
  return { ok: true, merchant: merchant as ConfirmedMerchant };
}
