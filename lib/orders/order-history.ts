import type { DeliveryStatus, OrderStatus, PaymentSource } from "@/generated/prisma/enums";
import { poisha, type Poisha } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";

/** What can happen to an order, as its shopper is told. */
export type OrderHappening =
  | "placed"
  | "cashChosen"
  | "heldLonger"
  | "paid"
  | "paidInCash"
  | "partlyRefunded"
  | "refunded"
  | "cancelledByShopper"
  | "cancelledByShop"
  | "replaced"
  | "notPaidInTime"
  | "packed"
  | "handedOver"
  | "delivered"
  | "returned"
  | "complained"
  | "answered";

export interface HistoryLine {
  at: Date;
  what: OrderHappening;
  /** Of the cash that was paid. */
  amountInPoisha: Poisha | null;
  /** Who took the parcel. */
  courier: string | null;
}

/**
 * All that happened to an order, oldest first, from its money, its goods and its complaints. For whoever may see the order:
 * the caller has asked. What a shopper has no use for is left out.
 */
export async function readOrderHistory(order: { id: string }): Promise<HistoryLine[]> {
  const where = { orderId: order.id };
  const [events, deliveries, complaints] = await Promise.all([
    db.orderEvent.findMany({ where, orderBy: { id: "asc" } }),
    db.deliveryEvent.findMany({ where, orderBy: { id: "asc" } }),
    db.complaint.findMany({ where, select: { filedAt: true, answeredAt: true } }),
  ]);
  const line = (at: Date, what: OrderHappening | null, more: Partial<HistoryLine> = {}): HistoryLine[] =>
    what ? [{ at, what, amountInPoisha: null, courier: null, ...more }] : [];
  const lines = [
    ...events.flatMap(({ at, detail, ...event }) => {
      const told = (detail ?? {}) as Record<string, unknown>;
      const cash = told.cashInPoisha;
      return line(at, ofMoney(event, told), {
        amountInPoisha: typeof cash === "number" ? poisha(cash) : null,
      });
    }),
    ...deliveries.flatMap(({ at, to, courier }) => line(at, OF_GOODS[to], { courier })),
    ...complaints.flatMap(({ filedAt, answeredAt }) => [
      ...line(filedAt, "complained"),
      ...(answeredAt ? line(answeredAt, "answered") : []),
    ]),
  ];
  return lines.sort((one, other) => one.at.getTime() - other.at.getTime());
}

const OF_GOODS: Record<DeliveryStatus, OrderHappening | null> = {
  TO_PACK: null,
  PACKED: "packed",
  HANDED_OVER: "handedOver",
  DELIVERED: "delivered",
  RETURNED: "returned",
};

function ofMoney(
  { from, to, source }: { from: OrderStatus | null; to: OrderStatus; source: PaymentSource },
  detail: Record<string, unknown>,
): OrderHappening | null {
  if (from === null) return "placed";
  if (detail.cashInPoisha !== undefined) return "paidInCash";
  if (from === to) {
    if (detail.paymentMethod === "CASH_ON_DELIVERY") return "cashChosen";
    return detail.heldForHours === undefined ? null : "heldLonger";
  }
  switch (to) {
    case "PENDING":
      return null;
    case "PAID":
      return "paid";
    case "PARTIALLY_REFUNDED":
      return "partlyRefunded";
    case "REFUNDED":
      return "refunded";
    case "CANCELLED":
      if (source === "shopper") return "cancelledByShopper";
      if (source === "place") return "replaced";
      return source === "release" ? "notPaidInTime" : "cancelledByShop";
  }
}
