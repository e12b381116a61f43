import type { PaymentSource } from "@/generated/prisma/enums";
import { failpoint } from "@/lib/platform/failpoint";
import { logger } from "@/lib/platform/logger";
import { PaymentsPaused, type PaymentProvider, type RefundOutcome } from "./payment-provider";
import { providerOf } from "./providers/registry";
import { claimForSending, findRefund, type StoredRefund } from "./refund-repository";
import type { RefundStatus } from "./refund-status";
import { settleRefund } from "./settle-refund";

/**
 * Sends a refund to its wallet, if it waits for that. Whoever does not win the claim sends nothing. While the wallet takes
 * no calls at all it goes on waiting: nothing was claimed.
 *
 * @returns where it stands afterwards.
 */
export async function sendRefund(refundId: string, source: PaymentSource): Promise<RefundStatus> {
  const refund = await findRefund(refundId);
  if (!refund) throw new Error(`No refund ${refundId}`);
  if (refund.status !== "REQUESTED") return refund.status;
  const provider = providerOf(refund);
  if (!(await isReady(provider))) return refund.status;
  failpoint("refund:token-ready");

  const claimed = await claimForSending(refundId, source, provider.refundDays);
  if (claimed.kind === "too old") return settleRefund(refundId, { kind: "too old" }, source);
  if (claimed.kind === "taken") return (await findRefund(refundId))?.status ?? refund.status;
  failpoint("refund:claimed");
  const outcome = await send(provider, refund);
  failpoint("refund:answered");
  return settlePersistently(refundId, outcome, claimed.sends);
}

async function isReady(provider: PaymentProvider): Promise<boolean> {
  try {
    await provider.ready("refund");
    return true;
  } catch (error) {
    if (!(error instanceof PaymentsPaused)) throw error;
    logger.warn({ error, provider: provider.name }, "a refund waits: the wallet cannot be called");
    return false;
  }
}

async function send(provider: PaymentProvider, refund: StoredRefund): Promise<RefundOutcome> {
  const { providerPaymentId, trxId, amountInPoisha: amount, invoiceNumber: sku, reason } = refund;
  if (!providerPaymentId || !trxId) return { kind: "unknown", cause: "no receipt of the payment" };
  try {
    return await provider.refund({ providerPaymentId, trxId, amount, sku, reason });
  } catch (error) {
    logger.error({ error, refundId: refund.id }, "a refund broke off");
    return { kind: "unknown", cause: error instanceof Error ? error.message : String(error) };
  }
}

const SETTLE_RETRY_MS = [0, 500, 1500];

/** The wallet has answered; a hiccup of the database must not lose it. What cannot be written is asked for again later. */
async function settlePersistently(
  refundId: string,
  outcome: RefundOutcome,
  sending: number,
): Promise<RefundStatus> {
  for (const [attempt, delay] of SETTLE_RETRY_MS.entries()) {
    await new Promise((wake) => setTimeout(wake, delay));
    try {
      failpoint("refund:before-settle");
      return await settleRefund(refundId, outcome, "refund", sending);
    } catch (error) {
      logger.error({ error, refundId, attempt }, "an answer to a refund could not be stored");
    }
  }
  logger.error({ refundId, outcome }, "refund_unpersisted: the wallet will be asked again");
  return "SENDING";
}
