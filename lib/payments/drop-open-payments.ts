import type { Transaction } from "@/lib/platform/db";
import { moveOn } from "./payment-repository";

/**
 * Drops what was opened at a wallet and not begun to be executed: no money has moved, and none can any more. The caller
 * holds the order's row lock.
 */
export async function dropOpenPayments(tx: Transaction, orderId: string): Promise<void> {
  const open = await tx.payment.findMany({
    where: { orderId, status: { in: ["NEW", "CREATED"] } },
    select: { id: true, status: true },
  });
  for (const { id, status } of open)
    await moveOn(tx, { paymentId: id, from: status, to: "CANCELLED", source: "merchant" });
}
