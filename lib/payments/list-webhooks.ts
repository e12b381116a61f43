import type { PaymentMode } from "@/generated/prisma/enums";
import type { Merchant } from "@/lib/auth/merchant";
import { db } from "@/lib/platform/db";
import { webhooksOf } from "./providers/webhooks";

export interface ListedWebhook {
  messageId: string;
  kind: string;
  verdict: string;
  invoiceNumber: string | null;
  trxId: string | null;
  receivedAt: Date;
}

export interface WebhooksOverview {
  /** Where the wallet's messages may come from; empty when the shop was not told. */
  topics: readonly string[];
  /** Until then a subscription is confirmed; null when none is. */
  openUntil: Date | null;
  /** The latest, newest first. */
  messages: ListedWebhook[];
}

const LATEST = 30;

/** How a wallet's server and the shop's talk. */
export async function readWebhooks(
  _reader: Merchant,
  { name, mode }: { name: string; mode: PaymentMode },
): Promise<WebhooksOverview> {
  const topics = webhooksOf(name)?.topics ?? [];
  const [[window], messages] = await Promise.all([
    db.$queryRaw<{ openUntil: Date }[]>`
      SELECT "openUntil" FROM "WebhookWindow"
      WHERE provider = ${name} AND mode = ${mode}::"PaymentMode" AND "openUntil" > now()`,
    db.webhookMessage.findMany({
      where: { topicArn: { in: [...topics] } },
      omit: { body: true, topicArn: true },
      orderBy: { receivedAt: "desc" },
      take: LATEST,
    }),
  ]);
  return { topics, openUntil: window?.openUntil ?? null, messages };
}
