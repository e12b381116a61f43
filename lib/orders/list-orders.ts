import type { DeliveryStatus, OrderStatus, PaymentMode, ReviewReason } from "@/generated/prisma/enums";
import type { OrderWhereInput } from "@/generated/prisma/models";
import type { Merchant } from "@/lib/auth/merchant";
import { poisha, type Poisha } from "@/lib/kernel/money";
import { maskMsisdn } from "@/lib/kernel/msisdn";
import { db } from "@/lib/platform/db";
import { dueAtTheDoor } from "./due-at-the-door";

export const ORDERS_PER_PAGE = 25;

/** Which orders; every condition that is there must hold. */
export interface OrderFilter {
  status?: OrderStatus;
  /** Those whose goods may leave (or have left), and are there. */
  goods?: DeliveryStatus;
  /** Those that a person must look at, and whose money is of this mode. */
  reviewIn?: PaymentMode;
  number?: string;
  /** E.164. */
  phone?: string;
  ids?: readonly string[];
}

export interface ListedOrder {
  id: string;
  number: string;
  placedAt: Date;
  customerName: string;
  maskedPhone: string;
  totalInPoisha: Poisha;
  status: OrderStatus;
  reviewReason: ReviewReason | null;
  /** Something of it is to be paid in cash when it arrives, and was not paid yet. */
  isCashOnDelivery: boolean;
}

/** One page of orders; pages count from 1. */
export async function listOrders(
  _reader: Merchant,
  filter: OrderFilter,
  page: number,
  first: "newest" | "oldest" = "newest",
): Promise<{ orders: ListedOrder[]; hasMore: boolean }> {
  const direction = first === "newest" ? "desc" : "asc";
  const rows = await db.order.findMany({
    where: conditions(filter),
    select: {
      id: true,
      number: true,
      placedAt: true,
      contactName: true,
      contactPhone: true,
      totalInPoisha: true,
      status: true,
      reviewReason: true,
      paymentMethod: true,
      payNowInPoisha: true,
      cashInPoisha: true,
    },
    orderBy: [{ placedAt: direction }, { id: direction }],
    skip: (page - 1) * ORDERS_PER_PAGE,
    take: ORDERS_PER_PAGE + 1, // one more tells whether there is a next page, without counting a million rows
  });
  const orders = rows
    .slice(0, ORDERS_PER_PAGE)
    .map(
      ({
        contactName,
        contactPhone,
        totalInPoisha,
        paymentMethod,
        payNowInPoisha,
        cashInPoisha,
        ...order
      }) => ({
        ...order,
        isCashOnDelivery:
          dueAtTheDoor({ status: order.status, paymentMethod, totalInPoisha, payNowInPoisha, cashInPoisha }) >
          0,
        customerName: contactName,
        maskedPhone: maskMsisdn(contactPhone),
        totalInPoisha: poisha(totalInPoisha),
      }),
    );
  return { orders, hasMore: rows.length > ORDERS_PER_PAGE };
}

/** How many orders a person must look at, with money of one mode. */
export const countOrdersToReview = (_reader: Merchant, mode: PaymentMode): Promise<number> =>
  db.order.count({ where: conditions({ reviewIn: mode }) });

/** Goods leave when they are paid, or are paid at the door: delivery-status says the same of one order. */
const MAY_LEAVE = [
  { status: { in: ["PAID", "PARTIALLY_REFUNDED"] } },
  { status: "PENDING", paymentMethod: "CASH_ON_DELIVERY" },
] satisfies OrderWhereInput[];

function conditions({ status, goods, reviewIn, number, phone, ids }: OrderFilter): OrderWhereInput {
  return {
    ...(status ? { status } : {}),
    ...(goods ? { deliveryStatus: goods, OR: MAY_LEAVE } : {}),
    ...(reviewIn ? { reviewReason: { not: null }, payments: { some: { mode: reviewIn } } } : {}),
    ...(number ? { number } : {}),
    ...(phone ? { contactPhone: phone } : {}),
    ...(ids ? { id: { in: [...ids] } } : {}),
  };
}
