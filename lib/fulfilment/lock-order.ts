import type { SendableOrder } from "@/lib/orders/delivery-status";
import { isOrderNumber } from "@/lib/orders/order-access";
import { keepsItsOrder } from "@/lib/orders/release-expired-orders";
import type { Transaction } from "@/lib/platform/db";

export interface LockedOrder extends SendableOrder {
  id: string;
  /** A payment of it is in doubt, set aside or mismatched. */
  isInDoubt: boolean;
}

/** Behind the order's lock, as every change of its money. Null when there is no such order. */
export async function lockOrder(tx: Transaction, orderNumber: string): Promise<LockedOrder | null> {
  if (!isOrderNumber(orderNumber)) return null;
  const [order] = await tx.$queryRaw<Omit<LockedOrder, "isInDoubt">[]>`
    SELECT o.id, o.status, o."paymentMethod", o."deliveryStatus" FROM "Order" o WHERE o.number = ${orderNumber} FOR UPDATE`;
  if (!order) return null;
  // A statement of its own, after the lock: it must see what whoever held the lock before has written.
  const [row] = await tx.$queryRaw<{ isInDoubt: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Payment" p WHERE p."orderId" = ${order.id}::uuid AND ${keepsItsOrder}) AS "isInDoubt"`;
  return { ...order, isInDoubt: row?.isInDoubt ?? true };
}
