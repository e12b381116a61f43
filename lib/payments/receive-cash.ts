import { poisha, type Poisha } from "@/lib/kernel/money";
import { markOrderPaidInCash } from "@/lib/orders/mark-order-paid";
import type { OrderStatus } from "@/lib/orders/order-status";
import { publicMode } from "@/lib/platform/env";
import type { Transaction } from "@/lib/platform/db";
import { bookCash } from "./ledger";

/** What is still to be paid when the goods arrive: all that no payment has paid. The caller holds the order's row lock. */
export async function dueAtTheDoor(tx: Transaction, orderId: string): Promise<Poisha> {
  const [row] = await tx.$queryRaw<{ due: number }[]>`
    SELECT o."totalInPoisha" - COALESCE(p."amountInPoisha", 0) - COALESCE(o."cashInPoisha", 0) AS due
    FROM "Order" o LEFT JOIN "Payment" p ON p.id = o."paidPaymentId" WHERE o.id = ${orderId}::uuid`;
  if (!row) throw new Error(`No order ${orderId}`);
  return poisha(Math.max(0, row.due));
}

/**
 * Records that the shopper paid at the door what was still due: on the order, in its history and in the books. The amount
 * is not typed by anybody. A payment of the order that the wallet captures later finds the order paid, and goes back.
 *
 * @returns what was received; nothing is written when nothing was due.
 */
export async function receiveCash(
  tx: Transaction,
  order: { id: string; status: OrderStatus },
  merchantId: string,
): Promise<Poisha> {
  const due = await dueAtTheDoor(tx, order.id);
  if (due === 0) return due;
  await markOrderPaidInCash(tx, order, due, merchantId);
  await bookCash(tx, { id: order.id, mode: publicMode(), amount: due });
  return due;
}
