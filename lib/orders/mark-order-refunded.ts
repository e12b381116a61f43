import type { OrderStatus } from "@/generated/prisma/enums";
import type { Poisha } from "@/lib/kernel/money";
import type { Transaction } from "@/lib/platform/db";
import { writeOrderEvent } from "./order-event";
import { orderCanBecome } from "./order-status";

/**
 * Says on the order how much of what its wallet took has gone back. The caller holds the order's row lock and has booked the refund;
 * this is the order's half, in the same transaction. Stock is not touched: whether the goods come back is another question.
 *
 * @param refunded all that went back of this order's payment so far.
 */
export async function markOrderRefunded(
  tx: Transaction,
  order: { id: string; status: OrderStatus; payNowInPoisha: Poisha },
  refunded: Poisha,
  told: { actor: string | undefined; refundTrxId: string },
): Promise<void> {
  const to: OrderStatus = refunded >= order.payNowInPoisha ? "REFUNDED" : "PARTIALLY_REFUNDED";
  if (!orderCanBecome(order.status, to)) return;
  await tx.order.update({ where: { id: order.id }, data: { status: to } });
  await writeOrderEvent(tx, {
    orderId: order.id,
    from: order.status,
    to,
    source: "refund",
    actor: told.actor,
    detail: { refundedInPoisha: refunded, refundTrxId: told.refundTrxId },
  });
}
