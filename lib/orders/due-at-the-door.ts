import type { OrderStatus, PaymentMethod } from "@/generated/prisma/enums";
import { poisha, type Poisha } from "@/lib/kernel/money";

/** What decides how much cash the courier is to bring back. */
export interface DueFacts {
  status: OrderStatus;
  paymentMethod: PaymentMethod;
  totalInPoisha: number;
  /** What the wallet takes. */
  payNowInPoisha: number;
  /** What was received at the door; null when nothing was. */
  cashInPoisha: number | null;
}

/** What is still to be paid in cash when the goods arrive, as things stand: zero for an order that the wallet pays whole. */
export function dueAtTheDoor(order: DueFacts): Poisha {
  if (order.status === "CANCELLED" || order.cashInPoisha !== null) return poisha(0);
  if (order.paymentMethod === "DELIVERY_FEE_IN_ADVANCE")
    return poisha(order.totalInPoisha - order.payNowInPoisha);
  const isCash = order.paymentMethod === "CASH_ON_DELIVERY" && order.status === "PENDING";
  return poisha(isCash ? order.totalInPoisha : 0);
}
