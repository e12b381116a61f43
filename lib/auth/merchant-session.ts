import { db } from "@/lib/platform/db";

/** Nobody at the screen for this long ends a session. */
export const IDLE_SECONDS = 30 * 60;
/** And this ends it whoever is there. */
export const LONGEST_SECONDS = 12 * 60 * 60;

/** What the session cookie says, sealed by NEXTAUTH_SECRET. */
export interface SessionClaims {
  merchantId: string;
  sessionVersion: number;
  /** Milliseconds since 1970. */
  signedInAt: number;
}

/** Reads the claims out of an opened cookie; null when they are not ours. */
export function readClaims(token: Readonly<Record<string, unknown>>): SessionClaims | null {
  const { merchantId, sessionVersion, signedInAt } = token;
  if (typeof merchantId !== "string" || typeof sessionVersion !== "number" || typeof signedInAt !== "number")
    return null;
  return { merchantId, sessionVersion, signedInAt };
}

/** The merchant of a session that has not been ended: not by age, and not by a raised version. Asks the database. */
export async function findMerchantOf(
  claims: SessionClaims,
): Promise<{ id: string; name: string; email: string } | null> {
  if (Date.now() - claims.signedInAt > LONGEST_SECONDS * 1000) return null;
  return db.merchant.findFirst({
    where: { id: claims.merchantId, sessionVersion: claims.sessionVersion },
    select: { id: true, name: true, email: true },
  });
}

/**
 * Ends every session of a merchant, on every device. A cookie that was ended before ends nothing: it must not throw out
 * who has signed in since.
 */
export async function endSessions(
  claims: Pick<SessionClaims, "merchantId" | "sessionVersion">,
): Promise<void> {
  await db.merchant.updateMany({
    where: { id: claims.merchantId, sessionVersion: claims.sessionVersion },
    data: { sessionVersion: { increment: 1 } },
  });
}
