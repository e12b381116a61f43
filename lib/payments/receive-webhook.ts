import type { PaymentMode, PaymentStatus } from "@/generated/prisma/enums";
import { db, type Transaction } from "@/lib/platform/db";
import { failpoint } from "@/lib/platform/failpoint";
import { logger } from "@/lib/platform/logger";
import { processMetrics } from "@/lib/platform/metrics";
import { noteFindings } from "./discrepancies";
import { isCaptured } from "./payment-status";
import { recheck, takeRecheck } from "./recheck-payment";
import type { CaptureNotice, WalletWebhooks, WebhookDelivery, WebhookReading } from "./wallet-webhooks";
import { confirmSubscription, isWindowOpen, WAITS } from "./webhook-window";

/** Whose messages: a wallet as this shop runs with it. */
export interface WebhookWallet {
  name: string;
  mode: PaymentMode;
}

export type ReceivedWebhook =
  | { kind: "refused"; reason: string }
  /** It may be the wallet's, and nobody could tell: let it come again. */
  | { kind: "again"; reason: string }
  /** `afterwards` asks the wallet, or the messenger; run it once the sender has its answer. */
  | { kind: "taken"; verdict: string; afterwards: (() => Promise<void>) | null };

type Verified = Exclude<WebhookReading, { kind: "refused" | "unverified" }>;

interface Judged {
  verdict: string;
  notice?: CaptureNotice;
  /** What is kept of it. */
  body?: Record<string, string>;
  afterwards?: () => Promise<void>;
}

/**
 * Takes a message from a wallet's server. Nothing is written before its signature is verified; a message that comes again
 * has no second effect; and its only effect on a payment is that the wallet is asked about it.
 */
export async function receiveWebhook(
  wallet: WebhookWallet,
  webhooks: WalletWebhooks,
  delivery: WebhookDelivery,
): Promise<ReceivedWebhook> {
  const reading = await webhooks.read(delivery, databaseTime);
  if (reading.kind === "refused" || reading.kind === "unverified") {
    processMetrics().webhooksNotTaken.inc({ wallet: wallet.name, kind: reading.kind });
    logger.warn({ wallet: wallet.name, reason: reading.reason }, "a webhook was not taken");
    return { kind: reading.kind === "refused" ? "refused" : "again", reason: reading.reason };
  }
  failpoint("webhook:verified");
  const judged = await db.$transaction(async (tx) => {
    if (!(await keep(tx, reading))) return null;
    const judged = await judge(tx, wallet, webhooks, reading);
    await keepVerdict(tx, reading.messageId, judged);
    failpoint("webhook:before-commit");
    return judged;
  });
  failpoint("webhook:taken");
  if (!judged) return { kind: "taken", verdict: "heard before", afterwards: null };
  return { kind: "taken", verdict: judged.verdict, afterwards: judged.afterwards ?? null };
}

async function databaseTime(): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT now()`;
  if (!row) throw new Error("SELECT now() returned no row");
  return row.now;
}

/** False when it came before. One that comes at the same moment waits here until the first is written. */
async function keep(tx: Transaction, { messageId, topic, kind }: Verified): Promise<boolean> {
  const written = await tx.$executeRaw`
    INSERT INTO "WebhookMessage" ("messageId", "topicArn", kind, verdict, body)
    VALUES (${messageId}, ${topic}, ${kind}, '', '{}') ON CONFLICT DO NOTHING`;
  return written === 1;
}

async function keepVerdict(
  tx: Transaction,
  messageId: string,
  { verdict, notice, body = {} }: Judged,
): Promise<void> {
  await tx.webhookMessage.update({
    where: { messageId },
    data: {
      verdict,
      invoiceNumber: notice?.invoiceNumber ?? null,
      trxId: notice?.trxId ?? null,
      body: notice?.kept ?? body,
    },
  });
}

async function judge(
  tx: Transaction,
  wallet: WebhookWallet,
  webhooks: WalletWebhooks,
  reading: Verified,
): Promise<Judged> {
  switch (reading.kind) {
    case "notice":
      return { ...(await judgeNotice(tx, wallet, reading.notice)), notice: reading.notice };
    case "subscription": {
      const { messageId, topic, token } = reading;
      const waits = { verdict: WAITS, body: { token } };
      if (!(await isWindowOpen(tx, wallet))) return waits;
      return {
        ...waits,
        afterwards: async () => void (await confirmSubscription(webhooks, { messageId, topic, token })),
      };
    }
    case "unsubscribed":
      await noteFindings(tx, [{ kind: "webhook: ended", subject: reading.topic, detail: {} }]);
      return { verdict: "unsubscribed" };
    case "other":
      return { verdict: "not understood" };
  }
}

interface OwnPayment {
  id: string;
  status: PaymentStatus;
  amountInPoisha: number;
  currency: string;
  trxId: string | null;
  hasWalletId: boolean;
}

async function judgeNotice(
  tx: Transaction,
  { name, mode }: WebhookWallet,
  notice: CaptureNotice,
): Promise<Judged> {
  if (!notice.isCompleted) return { verdict: "not completed" };
  const { invoiceNumber, trxId } = notice;
  const differs = (kind: string, detail: Record<string, string | number | null>) =>
    noteFindings(tx, [
      { kind: `webhook: ${kind}`, subject: trxId, detail: { invoiceNumber, ...notice.kept, ...detail } },
    ]);
  const [payment] = await tx.$queryRaw<OwnPayment[]>`
    SELECT id, status, "amountInPoisha", currency, "trxId", "providerPaymentId" IS NOT NULL AS "hasWalletId"
    FROM "Payment" WHERE provider = ${name} AND mode = ${mode}::"PaymentMode" AND "invoiceNumber" = ${invoiceNumber}
    FOR UPDATE`;
  if (!payment) {
    await differs("unknown invoice", {});
    return { verdict: "unknown invoice" };
  }
  if (notice.isForeign) {
    await differs("other account", {});
    return { verdict: "other account" };
  }
  if (notice.amount !== payment.amountInPoisha || notice.currency !== payment.currency)
    await differs("other amount", { expectedInPoisha: payment.amountInPoisha });
  if (isCaptured(payment.status)) {
    if (payment.trxId !== trxId) await differs("second capture", { bookedTrxId: payment.trxId });
    return { verdict: "captured already" };
  }
  if (await takeRecheck(tx, payment.id, "webhook"))
    return { verdict: "asked", afterwards: () => recheck(payment.id, "webhook") };
  if (!payment.hasWalletId) await differs("never opened", {});
  return { verdict: "left alone" };
}
