import type { PaymentSource } from "@/generated/prisma/enums";
import { assertNever } from "@/lib/kernel/assert-never";
import { failpoint } from "@/lib/platform/failpoint";
import { logger } from "@/lib/platform/logger";
import type { RefundStatusOutcome } from "./payment-provider";
import { providerOf } from "./providers/registry";
import { findRefund, type StoredRefund } from "./refund-repository";
import type { RefundStatus } from "./refund-status";
import { sendRefund } from "./send-refund";
import { settleRefund } from "./settle-refund";

/**
 * Takes a refund one step further that the caller has taken: sends what waits, and asks the wallet about what is in doubt.
 * A sending whose process died is never repeated before the wallet said "not refunded".
 *
 * @returns its status afterwards.
 */
export async function checkRefund(refundId: string, source: PaymentSource): Promise<RefundStatus> {
  const refund = await findRefund(refundId);
  if (!refund) throw new Error(`No refund ${refundId}`);
  switch (refund.status) {
    case "REQUESTED":
      return sendRefund(refundId, source);
    case "SENDING": {
      const status = await settleRefund(refundId, { kind: "lease over" }, source);
      failpoint("refund:lease-over");
      return status === "UNKNOWN" ? askAndSettle(refund, source) : status;
    }
    case "UNKNOWN":
      return askAndSettle(refund, source);
    case "SUCCEEDED":
    case "FAILED":
      return refund.status;
    default:
      return assertNever(refund.status);
  }
}

async function askAndSettle(refund: StoredRefund, source: PaymentSource): Promise<RefundStatus> {
  const outcome = await ask(refund);
  failpoint("refund:status-answered");
  return settleRefund(refund.id, outcome, source);
}

async function ask(refund: StoredRefund): Promise<RefundStatusOutcome> {
  const { providerPaymentId, trxId } = refund;
  if (!providerPaymentId || !trxId) return { kind: "unknown", cause: "no receipt of the payment" };
  try {
    return await providerOf(refund).refundStatus({ providerPaymentId, trxId });
  } catch (error) {
    logger.warn({ error, refundId: refund.id }, "the wallet could not be asked about a refund");
    return { kind: "unknown", cause: error instanceof Error ? error.message : String(error) };
  }
}
