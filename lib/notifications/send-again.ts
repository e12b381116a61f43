import type { Merchant } from "@/lib/auth/merchant";
import { db } from "@/lib/platform/db";

/**
 * Has a message sent once more: one that was given up or waits, by the ways that did not take it; one that went out, by all
 * of them and as another message, because the first did not reach its reader.
 *
 * @returns false when there is no such message, or it carries a code.
 */
export async function sendAgain(_merchant: Merchant, messageId: string): Promise<boolean> {
  const changed = await db.$executeRaw`
    UPDATE "OutboxMessage" SET tries = 0, "nextTryAt" = now(), "lastError" = NULL,
      round = CASE WHEN "sentAt" IS NULL THEN round ELSE round + 1 END,
      "smsSentAt" = CASE WHEN "sentAt" IS NULL THEN "smsSentAt" END,
      "emailSentAt" = CASE WHEN "sentAt" IS NULL THEN "emailSentAt" END, "sentAt" = NULL
    WHERE id = ${messageId}::uuid AND "signInCodeId" IS NULL`; // a code is good for minutes
  return changed === 1;
}
