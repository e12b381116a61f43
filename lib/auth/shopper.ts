import { hashSecretToken, newSecretToken } from "@/lib/kernel/secret-token";
import { db } from "@/lib/platform/db";

/** A browser with a cart or an order. */
export interface Shopper {
  id: string;
}

/** The shopper whose cookie says `secret`, or null. */
export async function findShopper(secret: string): Promise<Shopper | null> {
  if (secret.length !== 43) return null;
  return db.shopper.findUnique({ where: { cookieHash: hashSecretToken(secret) }, select: { id: true } });
}

/** A new shopper, and the secret for the cookie. Only its hash is stored. */
export async function createShopper(): Promise<Shopper & { secret: string }> {
  const secret = newSecretToken();
  const { id } = await db.shopper.create({
    data: { cookieHash: hashSecretToken(secret) },
    select: { id: true },
  });
  return { id, secret };
}
