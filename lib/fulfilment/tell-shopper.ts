import { enqueueMessage } from "@/lib/notifications/outbox";
import { dueAtTheDoor } from "@/lib/payments/receive-cash";
import type { Transaction } from "@/lib/platform/db";
import type { DeliveryChange } from "./change-delivery";

/**
 * Writes down what the shopper is to be told of goods on their way, in the transaction that moves them: by whom they come,
 * under which number and with what to pay; and that they have arrived. Another courier or number is told anew.
 */
export async function tellShopperOfDelivery(
  tx: Transaction,
  orderId: string,
  change: DeliveryChange,
): Promise<void> {
  if (change.to === "HANDED_OVER") {
    const { courier, trackingNumber } = change;
    const due = await dueAtTheDoor(tx, orderId);
    await enqueueMessage(tx, {
      topic: "handed-over",
      dedupeKey: `handed-over:${orderId}:${courier}:${trackingNumber ?? ""}`,
      orderId,
      body: {
        courier,
        ...(trackingNumber ? { trackingNumber } : {}),
        ...(due > 0 ? { dueInPoisha: due } : {}),
      },
    });
  }
  if (change.to === "DELIVERED")
    await enqueueMessage(tx, { topic: "delivered", dedupeKey: `delivered:${orderId}`, orderId, body: {} });
}

export const tellShopperOfCancellation = (tx: Transaction, orderId: string): Promise<void> =>
  enqueueMessage(tx, { topic: "order-cancelled", dedupeKey: `cancelled:${orderId}`, orderId, body: {} });
