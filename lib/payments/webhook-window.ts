import type { PaymentMode } from "@/generated/prisma/enums";
import type { Merchant } from "@/lib/auth/merchant";
import { db, type Transaction } from "@/lib/platform/db";
import { logger } from "@/lib/platform/logger";
import { webhooksOf } from "./providers/webhooks";
import type { WalletWebhooks } from "./wallet-webhooks";

/** Long enough to tell bKash's support "now", short enough to be forgotten. */
const OPEN_MINUTES = 15;
/** A subscription waits for its confirmation for three days (AWS, "Confirm the subscription"). */
const TOKEN_DAYS = 3;

/** May a subscription to the wallet's messages be confirmed now? */
export async function isWindowOpen(
  client: Transaction | typeof db,
  { name, mode }: { name: string; mode: PaymentMode },
): Promise<boolean> {
  const rows = await client.$queryRaw<unknown[]>`
    SELECT 1 FROM "WebhookWindow" WHERE provider = ${name} AND mode = ${mode}::"PaymentMode" AND "openUntil" > now()`;
  return rows.length === 1;
}

/** The verdict on a subscription that nobody has confirmed yet. */
export const WAITS = "waits for the merchant";

/** Confirms a subscription that has been verified. False when the messenger did not take it: it goes on waiting. */
export async function confirmSubscription(
  webhooks: WalletWebhooks,
  { messageId, topic, token }: { messageId: string; topic: string; token: string },
): Promise<boolean> {
  if (!(await webhooks.confirm({ topic, token }))) {
    logger.error({ topic }, "a webhook subscription could not be confirmed");
    return false;
  }
  await db.webhookMessage.update({ where: { messageId }, data: { verdict: "confirmed" } });
  logger.info({ topic }, "a webhook subscription was confirmed");
  return true;
}

/**
 * Allows for a quarter of an hour that a subscription to the wallet's messages is confirmed; the latest one that is
 * waiting for this already is confirmed at once.
 *
 * @returns whether the waiting one could be confirmed; null when none was waiting.
 */
export async function openWebhookWindow(
  opener: Merchant,
  { name, mode }: { name: string; mode: PaymentMode },
): Promise<boolean | null> {
  const webhooks = webhooksOf(name);
  if (!webhooks) return null;
  await db.$executeRaw`
    INSERT INTO "WebhookWindow" (provider, mode, "openUntil", "openedBy")
    VALUES (${name}, ${mode}::"PaymentMode", now() + ${OPEN_MINUTES} * interval '1 minute', ${opener.id}::uuid)
    ON CONFLICT (provider, mode) DO UPDATE SET "openUntil" = EXCLUDED."openUntil", "openedBy" = EXCLUDED."openedBy"`;
  const [waiting] = await db.$queryRaw<{ messageId: string; topic: string; token: string }[]>`
    SELECT "messageId", "topicArn" AS topic, body->>'token' AS token FROM "WebhookMessage"
    WHERE kind = 'subscription' AND verdict = ${WAITS} AND "topicArn" = ANY(${[...webhooks.topics]})
      AND "receivedAt" > now() - ${TOKEN_DAYS} * interval '1 day'
    ORDER BY "receivedAt" DESC LIMIT 1`;
  return waiting ? confirmSubscription(webhooks, waiting) : null;
}
