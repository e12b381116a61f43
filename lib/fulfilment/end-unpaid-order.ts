import { writeOrderEvent } from "@/lib/orders/order-event";
import type { Transaction } from "@/lib/platform/db";

/** Cancels an order that nobody has paid. The caller holds its row lock, and no payment of it is in doubt. */
export async function endUnpaidOrder(
  tx: Transaction,
  orderId: string,
  merchantId: string,
  cause: string,
): Promise<void> {
  await tx.$executeRaw`UPDATE "Order" SET status = 'CANCELLED', "cancelledAt" = now() WHERE id = ${orderId}::uuid`;
  await writeOrderEvent(tx, {
    orderId,
    from: "PENDING",
    to: "CANCELLED",
    source: "merchant",
    actor: merchantId,
    detail: { cause },
  });
}
