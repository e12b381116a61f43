import type { PaymentStatus, RefundStatus } from "@/generated/prisma/enums";
import { enqueueMessage } from "@/lib/notifications/outbox";
import type { Transaction } from "@/lib/platform/db";

/** A doubt that ends sooner is not told: the page has said it, and a message would only frighten. */
const TELL_DOUBT_AFTER_SECONDS = 120;

/** Writes down what the shopper is to be told of a settlement, in its transaction: that the order is paid, or still in doubt. */
export async function tellShopper(
  tx: Transaction,
  payment: { id: string; orderId: string; secondsSinceExecute: number },
  settled: { to: PaymentStatus; paysOrder: boolean; trxId: string | null },
): Promise<void> {
  const { id, orderId, secondsSinceExecute } = payment;
  if (settled.paysOrder)
    await enqueueMessage(tx, {
      topic: "order-paid",
      dedupeKey: `paid:${orderId}`,
      orderId,
      body: settled.trxId === null ? {} : { trxId: settled.trxId },
    });
  else if (settled.to === "UNCERTAIN" && secondsSinceExecute > TELL_DOUBT_AFTER_SECONDS)
    await enqueueMessage(tx, { topic: "payment-in-doubt", dedupeKey: `doubt:${id}`, orderId, body: {} });
}

/**
 * Writes down what the shopper is to be told of a refund, in its transaction: that the money went back, or that the wallet
 * has not confirmed it for a while. One that failed is the merchant's business: nothing has changed for the shopper.
 */
export async function tellShopperOfRefund(
  tx: Transaction,
  refund: { id: string; orderId: string; amountInPoisha: number; secondsInStatus: number },
  settled: { from: RefundStatus; to: RefundStatus; refundTrxId: string | null },
): Promise<void> {
  const { id, orderId, amountInPoisha, secondsInStatus } = refund;
  if (settled.to === "SUCCEEDED")
    await enqueueMessage(tx, {
      topic: "refunded",
      dedupeKey: `refunded:${id}`,
      orderId,
      body: { amountInPoisha, ...(settled.refundTrxId === null ? {} : { trxId: settled.refundTrxId }) },
    });
  else if (
    settled.from === "UNKNOWN" &&
    settled.to === "UNKNOWN" &&
    secondsInStatus > TELL_DOUBT_AFTER_SECONDS
  )
    await enqueueMessage(tx, {
      topic: "refund-in-doubt",
      dedupeKey: `refund-doubt:${id}`,
      orderId,
      body: { amountInPoisha },
    });
}
