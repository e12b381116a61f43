import type { OrderStatus } from "@/generated/prisma/enums";

export type { OrderStatus };

/** Where an order can go. Money moves orders: only lib/payments leads to PAID and beyond. */
const NEXT: Record<OrderStatus, readonly OrderStatus[]> = {
  PENDING: ["PAID", "CANCELLED"],
  PAID: ["PARTIALLY_REFUNDED", "REFUNDED"],
  PARTIALLY_REFUNDED: ["REFUNDED"],
  REFUNDED: [],
  CANCELLED: ["PAID"], // money that arrives late, while the goods can still be kept for it
};

export const orderCanBecome = (from: OrderStatus, to: OrderStatus): boolean => NEXT[from].includes(to);
