import type { Merchant } from "@/lib/auth/merchant";
import type { Poisha } from "@/lib/kernel/money";
import { deliverySteps, type DeliveryStatus } from "@/lib/orders/delivery-status";
import { dropOpenPayments } from "@/lib/payments/drop-open-payments";
import { receiveCash } from "@/lib/payments/receive-cash";
import { db, type Transaction } from "@/lib/platform/db";
import { returnStock } from "@/lib/orders/return-stock";
import { endUnpaidOrder } from "./end-unpaid-order";
import { tellShopperOfDelivery } from "./tell-shopper";
import { lockOrder, type LockedOrder } from "./lock-order";

/** One step of an order's goods, with what belongs to it. */
export type DeliveryChange =
  | { to: "TO_PACK" | "PACKED" | "DELIVERED" }
  | {
      to: "HANDED_OVER";
      courier: string;
      trackingNumber?: string | undefined;
      /** An https address, for the shopper. */
      trackingLink?: string | undefined;
    }
  | {
      to: "RETURNED";
      /** The goods are for sale again. */
      isRestocked: boolean;
      note?: string | undefined;
    };

export type ChangeDeliveryResult =
  /** `cash` was due at the door, and is recorded as received. */
  | { ok: true; cash: Poisha | null }
  | { ok: false; code: "ORDER_NOT_FOUND" }
  /** The order does not stand where the caller saw it, or its money does not allow this step. */
  | { ok: false; code: "NOT_NOW" }
  /** It would be cancelled, and bKash may have its money: that must be known first. */
  | { ok: false; code: "PAYMENT_IN_PROGRESS" };

/**
 * Moves an order's goods one step, and writes who did it. Delivered goods of an order that was not paid before are paid at
 * the door: the cash is recorded as received. Goods that come back unpaid end their order.
 *
 * @param seen where the caller saw them: of two clicks at once the second changes nothing.
 */
export function changeDelivery(
  merchant: Merchant,
  orderNumber: string,
  seen: DeliveryStatus,
  change: DeliveryChange,
): Promise<ChangeDeliveryResult> {
  return db.$transaction(async (tx): Promise<ChangeDeliveryResult> => {
    const order = await lockOrder(tx, orderNumber);
    if (!order) return { ok: false, code: "ORDER_NOT_FOUND" };
    if (order.deliveryStatus !== seen || !deliverySteps(order).includes(change.to))
      return { ok: false, code: "NOT_NOW" };
    const isUnpaid = order.status === "PENDING";
    if (change.to === "RETURNED" && isUnpaid && order.isInDoubt)
      return { ok: false, code: "PAYMENT_IN_PROGRESS" };

    await writeChange(tx, order, merchant, change);
    // From here on the courier collects: a window of bKash that is open still leads nowhere.
    if (change.to === "HANDED_OVER" && isUnpaid) await dropOpenPayments(tx, order.id);
    await tellShopperOfDelivery(tx, order.id, change);
    if (change.to === "DELIVERED") return { ok: true, cash: await receiveCash(tx, order, merchant.id) };
    if (change.to === "RETURNED") {
      if (isUnpaid) await endUnpaidOrder(tx, order.id, merchant.id, "RETURNED");
      if (change.isRestocked) await returnStock(tx, order.id);
    }
    return { ok: true, cash: null };
  });
}

async function writeChange(
  tx: Transaction,
  order: LockedOrder,
  merchant: Merchant,
  change: DeliveryChange,
): Promise<void> {
  await tx.order.update({ where: { id: order.id }, data: { deliveryStatus: change.to } });
  await tx.deliveryEvent.create({
    data: {
      orderId: order.id,
      from: order.deliveryStatus,
      to: change.to,
      actor: merchant.id,
      ...(change.to === "HANDED_OVER"
        ? {
            courier: change.courier,
            trackingNumber: change.trackingNumber ?? null,
            trackingLink: change.trackingLink ?? null,
          }
        : {}),
      ...(change.to === "RETURNED" ? { isRestocked: change.isRestocked, note: change.note ?? null } : {}),
    },
  });
}
