import type { DeliveryStatus, OrderStatus } from "@/generated/prisma/enums";
import { db, type Transaction } from "@/lib/platform/db";
import { cancelUnpaidOrder } from "./cancel-unpaid-order";
import { isOrderNumber, mayBeSeenBy, type Viewer } from "./order-access";
import { keepsItsOrder } from "./release-expired-orders";

export type CancelOrderResult =
  { ok: true } | { ok: false; code: "ORDER_NOT_FOUND" | "NOT_PENDING" | "PAYMENT_IN_PROGRESS" };

/** Money of it may have moved, or may still: besides what keeps an order, a payment that the wallet is still asked about. */
const mayStillPay = (tx: Transaction | typeof db, orderId: string) =>
  tx.$queryRaw<{ mayPay: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Payment" p
      WHERE p."orderId" = ${orderId}::uuid AND (${keepsItsOrder} OR p.status IN ('WATCH', 'DUPLICATE'))) AS "mayPay"`;

/** Unpaid, and nobody has packed its goods: what is paid at the door leaves the house unpaid. */
const isOnTheShelf = (order: { status: OrderStatus; deliveryStatus: DeliveryStatus }): boolean =>
  order.status === "PENDING" && order.deliveryStatus === "TO_PACK";

/** Whether its shopper can cancel this order now. What holds when the button is pressed is asked again behind the lock. */
export async function mayCancelOrder(order: {
  id: string;
  status: OrderStatus;
  deliveryStatus: DeliveryStatus;
}): Promise<boolean> {
  if (!isOnTheShelf(order)) return false;
  const [row] = await mayStillPay(db, order.id);
  return row?.mayPay === false;
}

/**
 * The shopper does not want an unpaid order any more: it is cancelled and its stock is free. Refused while money may have
 * moved. Behind the order's lock, so that nobody begins to execute a payment of it meanwhile; a window of the wallet that
 * is still open leads nowhere then. Asked twice it is done once.
 */
export function cancelOrder(orderNumber: string, viewer: Viewer): Promise<CancelOrderResult> {
  if (!isOrderNumber(orderNumber)) return Promise.resolve({ ok: false, code: "ORDER_NOT_FOUND" });
  return db.$transaction(async (tx) => {
    const [order] = await tx.$queryRaw<{ id: string; status: OrderStatus; deliveryStatus: DeliveryStatus }[]>`
      SELECT o.id, o.status, o."deliveryStatus" FROM "Order" o
      WHERE o.number = ${orderNumber} AND ${mayBeSeenBy(viewer)} FOR UPDATE`;
    if (!order) return { ok: false, code: "ORDER_NOT_FOUND" };
    if (order.status === "CANCELLED") return { ok: true };
    if (!isOnTheShelf(order)) return { ok: false, code: "NOT_PENDING" };
    // A statement of its own, after the lock: it must see what whoever held the lock before has written.
    const [row] = await mayStillPay(tx, order.id);
    if (row?.mayPay !== false) return { ok: false, code: "PAYMENT_IN_PROGRESS" };
    await cancelUnpaidOrder(tx, { orderId: order.id, source: "shopper", actor: viewer.shopperId });
    return { ok: true };
  });
}
