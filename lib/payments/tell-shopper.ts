import type { PaymentStatus } from "@/generated/prisma/enums";
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
