import type { DeliveryStatus, OrderStatus, PaymentMethod } from "@/generated/prisma/enums";
import type { Account } from "@/lib/auth/account-session";
import { poisha, type Locale, type Poisha } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { claimOrders } from "./sign-in";

export const ORDERS_PER_PAGE = 10;

export interface AccountOrder {
  number: string;
  placedAt: Date;
  status: OrderStatus;
  paymentMethod: PaymentMethod;
  deliveryStatus: DeliveryStatus;
  /** A payment of it may have moved money, and nobody has said so yet. */
  isInDoubt: boolean;
  totalInPoisha: Poisha;
  /** Its articles, the dearest first. */
  lines: { name: Record<Locale, string>; image: string; quantity: number }[];
}

/** One page of an account's orders, newest first; pages count from 1. What was ordered elsewhere with its contact is among them. */
export async function listAccountOrders(
  account: Account,
  page: number,
): Promise<{ orders: AccountOrder[]; hasMore: boolean }> {
  await claimOrders(account);
  const rows = await db.order.findMany({
    where: { viewers: { some: { shopperId: account.shopperId } } },
    select: {
      number: true,
      placedAt: true,
      status: true,
      paymentMethod: true,
      deliveryStatus: true,
      totalInPoisha: true,
      payments: { where: { status: { in: ["EXECUTING", "UNCERTAIN"] } }, select: { id: true }, take: 1 },
      lines: {
        select: { nameBn: true, nameEn: true, image: true, quantity: true },
        orderBy: [{ unitPriceInPoisha: "desc" }, { sku: "asc" }],
      },
    },
    orderBy: [{ placedAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * ORDERS_PER_PAGE,
    take: ORDERS_PER_PAGE + 1,
  });
  const orders = rows.slice(0, ORDERS_PER_PAGE).map(({ lines, payments, totalInPoisha, ...order }) => ({
    ...order,
    isInDoubt: payments.length > 0,
    totalInPoisha: poisha(totalInPoisha),
    lines: lines.map(({ nameBn, nameEn, ...line }) => ({ ...line, name: { bn: nameBn, en: nameEn } })),
  }));
  return { orders, hasMore: rows.length > ORDERS_PER_PAGE };
}
