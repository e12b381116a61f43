import type { PaymentSource } from "@/generated/prisma/enums";
import type { Transaction } from "@/lib/platform/db";
import { failpoint } from "@/lib/platform/failpoint";
import { writeOrderEvent } from "./order-event";
import { returnStock } from "./return-stock";

/**
 * Cancels an unpaid order and gives its stock back, as when its hold is over or its shopper does not want it any more. The
 * caller holds the order's row lock, has seen that it is PENDING, and that no payment keeps it.
 *
 * @param actor the merchant or shopper who did it, when a person did: their id.
 */
export async function cancelUnpaidOrder(
  tx: Transaction,
  { orderId, source, actor }: { orderId: string; source: PaymentSource; actor?: string | undefined },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Order" SET status = 'CANCELLED', "cancelledAt" = now() WHERE id = ${orderId}::uuid`;
  await writeOrderEvent(tx, { orderId, from: "PENDING", to: "CANCELLED", source, actor });
  failpoint("release:cancelled");
  await returnStock(tx, orderId);
  failpoint("release:stock-returned");
}
