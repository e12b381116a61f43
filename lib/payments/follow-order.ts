import { isOrderNumber, visibleTo, type Viewer } from "@/lib/orders/order-access";
import { db } from "@/lib/platform/db";
import { readPaymentState, type PaymentState } from "./payment-state";
import { askAboutOrder, type KeepAlive } from "./query-payment";

/**
 * What a page that is open asks again and again: where its order stands. Payments of the order that are in doubt or
 * watched are asked about on the way, when their time has come; so a shopper who looks at the page repairs it.
 */
export async function followOrder(
  { orderNumber, viewer }: { orderNumber: string; viewer: Viewer },
  keepAlive?: KeepAlive,
): Promise<PaymentState | null> {
  if (!isOrderNumber(orderNumber)) return null;
  const order = await db.order.findFirst({
    where: { number: orderNumber, ...visibleTo(viewer) },
    select: { id: true },
  });
  if (!order) return null;
  await askAboutOrder(order.id, keepAlive);
  return readPaymentState(order);
}
