import type { Merchant } from "@/lib/auth/merchant";
import type { DeliveryStatus } from "@/lib/orders/delivery-status";
import { db } from "@/lib/platform/db";

/** One step of an order's goods as its shopper may see it. */
export interface DeliveryStep {
  at: Date;
  to: DeliveryStatus;
  courier: string | null;
  trackingNumber: string | null;
  trackingLink: string | null;
}

/** The steps of an order's goods, oldest first. For whoever may see the order: the caller has asked. */
export const readDelivery = (order: { id: string }): Promise<DeliveryStep[]> =>
  db.deliveryEvent.findMany({
    where: { orderId: order.id },
    select: { at: true, to: true, courier: true, trackingNumber: true, trackingLink: true },
    orderBy: { id: "asc" },
  });

export interface RecordedDeliveryStep extends DeliveryStep {
  from: DeliveryStatus;
  /** Who said so, by name; null when that merchant is gone. */
  merchant: string | null;
  isRestocked: boolean;
  note: string | null;
}

/** The same with all that its seller needs to know. */
export async function readDeliveryAsMerchant(
  _reader: Merchant,
  orderId: string,
): Promise<RecordedDeliveryStep[]> {
  const steps = await db.deliveryEvent.findMany({ where: { orderId }, orderBy: { id: "asc" } });
  const merchants = await db.merchant.findMany({
    where: { id: { in: steps.map(({ actor }) => actor) } },
    select: { id: true, name: true },
  });
  const names = new Map(merchants.map(({ id, name }) => [id, name]));
  return steps.map(({ actor, id: _id, orderId: _orderId, ...step }) => ({
    ...step,
    merchant: names.get(actor) ?? null,
  }));
}
