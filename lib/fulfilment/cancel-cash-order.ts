import type { Merchant } from "@/lib/auth/merchant";
import { returnStock } from "@/lib/orders/return-stock";
import { db } from "@/lib/platform/db";
import { endUnpaidOrder } from "./end-unpaid-order";
import { tellShopperOfCancellation } from "./tell-shopper";
import { lockOrder, type LockedOrder } from "./lock-order";

export type CancelCashOrderResult =
  { ok: true } | { ok: false; code: "ORDER_NOT_FOUND" | "NOT_NOW" | "PAYMENT_IN_PROGRESS" };

/** An order that is to be paid at the door, and whose goods are still in the house. */
export const mayCancel = (order: Pick<LockedOrder, "status" | "paymentMethod" | "deliveryStatus">): boolean =>
  order.status === "PENDING" &&
  order.paymentMethod === "CASH_ON_DELIVERY" &&
  (order.deliveryStatus === "TO_PACK" || order.deliveryStatus === "PACKED");

/**
 * A merchant cancels an order that is to be paid at the door: the shopper changed their mind, or cannot be reached. Its
 * goods are for sale again. Refused while the wallet may have its money.
 *
 * @param reason in the merchant's words, kept in the order's history.
 */
export function cancelCashOrder(
  merchant: Merchant,
  orderNumber: string,
  reason: string,
): Promise<CancelCashOrderResult> {
  return db.$transaction(async (tx): Promise<CancelCashOrderResult> => {
    const order = await lockOrder(tx, orderNumber);
    if (!order) return { ok: false, code: "ORDER_NOT_FOUND" };
    if (!mayCancel(order)) return { ok: false, code: "NOT_NOW" };
    if (order.isInDoubt) return { ok: false, code: "PAYMENT_IN_PROGRESS" };
    await endUnpaidOrder(tx, order.id, merchant.id, reason);
    await returnStock(tx, order.id);
    await tellShopperOfCancellation(tx, order.id);
    return { ok: true };
  });
}
