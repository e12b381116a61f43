import { randomInt } from "node:crypto";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { db } from "@/lib/platform/db";
import { forgetTries } from "@/lib/platform/rate-limit";
import { hashPassword } from "./password";
import { accountLimitKey, plainEmail } from "./sign-in";

/** No letters or digits that are taken for each other. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

/** Four groups of five, 98 bits: `k3v9x-…`. */
function newPassword(): string {
  const group = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}

/** Makes a merchant and tells the password, which is never told again. Null when the e-mail has an account already. */
export async function addMerchant(email: string, name: string): Promise<{ password: string } | null> {
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  try {
    await db.merchant.create({ data: { email: plainEmail(email), name, passwordHash } });
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
  return { password };
}

/** Gives a merchant a new password, ends every session, and lifts a pause after wrong guesses. Null for nobody. */
export async function resetPassword(email: string): Promise<{ password: string } | null> {
  const password = newPassword();
  const { count } = await db.merchant.updateMany({
    where: { email: plainEmail(email) },
    data: { passwordHash: await hashPassword(password), sessionVersion: { increment: 1 } },
  });
  if (count === 0) return null;
  await forgetTries(accountLimitKey(email));
  return { password };
}
