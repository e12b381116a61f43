import type { DeliveryStatus, OrderStatus, PaymentMethod } from "@/generated/prisma/enums";

export type { DeliveryStatus };

/**
 * Where the goods of an order can go. It stands beside the money's status: only the door brings the two together, where
 * cash is paid, and a parcel that comes back unpaid ends its order.
 *
 * TO_PACK      its goods are still on the shelf
 * PACKED       the parcel is ready for the courier
 * HANDED_OVER  the courier has it; the shopper was told by whom and under which number
 * DELIVERED    the shopper has it, and has paid what was still due
 * RETURNED     it came back
 */
const NEXT: Record<DeliveryStatus, readonly DeliveryStatus[]> = {
  TO_PACK: ["PACKED", "HANDED_OVER"],
  PACKED: ["TO_PACK", "HANDED_OVER"],
  HANDED_OVER: ["HANDED_OVER", "PACKED", "DELIVERED", "RETURNED"], // itself: another number, or another courier
  DELIVERED: ["RETURNED"],
  RETURNED: [],
};

export const DELIVERY_STATUSES = Object.keys(NEXT) as readonly DeliveryStatus[];

export const deliveryCanBecome = (from: DeliveryStatus, to: DeliveryStatus): boolean =>
  NEXT[from].includes(to);

/** What decides whether goods may leave. */
export interface SendableOrder {
  status: OrderStatus;
  paymentMethod: PaymentMethod;
  deliveryStatus: DeliveryStatus;
}

/** Goods leave only for an order that is paid, or is paid at the door. */
const maySend = ({ status, paymentMethod }: SendableOrder): boolean =>
  status === "PAID" ||
  status === "PARTIALLY_REFUNDED" ||
  (status === "PENDING" && paymentMethod === "CASH_ON_DELIVERY");

/** The courier has been told to collect the cash: no wallet may take the money as well. */
export const isWithCourierForCash = (order: Omit<SendableOrder, "status">): boolean =>
  order.paymentMethod === "CASH_ON_DELIVERY" &&
  order.deliveryStatus !== "TO_PACK" &&
  order.deliveryStatus !== "PACKED";

/** What is out of the house comes to its end whatever became of the money. */
const isOut = (status: DeliveryStatus): boolean => status === "HANDED_OVER" || status === "DELIVERED";

/** The steps that this order's goods can take now. */
export const deliverySteps = (order: SendableOrder): readonly DeliveryStatus[] =>
  NEXT[order.deliveryStatus].filter(
    (to) => maySend(order) || (isOut(order.deliveryStatus) && to !== "PACKED"),
  );

/** On its way: a page that shows it has something to wait for. */
export const isBeingDelivered = (order: SendableOrder): boolean =>
  maySend(order) && order.deliveryStatus !== "DELIVERED" && order.deliveryStatus !== "RETURNED";
