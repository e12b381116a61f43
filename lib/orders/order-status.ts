import type { OrderStatus } from "@/generated/prisma/enums";

export type { OrderStatus };

/**
 * Where an order can go. Money moves orders: only lib/payments leads to PAID and beyond. Where its goods are is
 * delivery-status.
 *
 * PENDING             placed; its stock is kept for it until the hold is over
 * PAID                exactly one payment paid it, or it was paid in cash at the door
 * PARTIALLY_REFUNDED  some of its money went back
 * REFUNDED            all of its money went back
 * CANCELLED           nobody paid, in time or at the door
 */
const NEXT: Record<OrderStatus, readonly OrderStatus[]> = {
  PENDING: ["PAID", "CANCELLED"],
  PAID: ["PARTIALLY_REFUNDED", "REFUNDED"],
  PARTIALLY_REFUNDED: ["REFUNDED"],
  REFUNDED: [],
  CANCELLED: ["PAID"], // money that arrives late, while the goods can still be kept for it
};

export const ORDER_STATUSES = Object.keys(NEXT) as readonly OrderStatus[];

export const orderCanBecome = (from: OrderStatus, to: OrderStatus): boolean => NEXT[from].includes(to);
