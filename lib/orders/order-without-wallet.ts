import { Prisma } from "@/generated/prisma/client";
import type { PaymentMethod } from "@/generated/prisma/enums";
import { db, type Transaction } from "@/lib/platform/db";
import { isOrderNumber, mayBeSeenBy, type Viewer } from "./order-access";
import { writeOrderEvent } from "./order-event";
import { keepsItsOrder } from "./release-expired-orders";
import { takeOutOfCart } from "./take-out-of-cart";

/** What a shopper can do with an unpaid order whose wallet cannot be paid with. */

/** Long enough for every outage that we have heard of, short enough for others who want the goods. */
export const LONG_HOLD_HOURS = 24;

export type WithoutWallet =
  | { ok: true }
  | { ok: false; code: "ORDER_NOT_FOUND" | "NOT_PENDING" | "PAYMENT_IN_PROGRESS" | "HELD_ALREADY" };

export interface OrderWithoutWallet {
  method: PaymentMethod;
  /** Its stock has been kept longer once, at the shopper's wish. */
  isHeldLonger: boolean;
  holdUntil: Date;
  /** No payment of it is in doubt, set aside or mismatched, and it waits for money. */
  isFree: boolean;
}

export async function readOrderWithoutWallet(orderId: string): Promise<OrderWithoutWallet> {
  const [row] = await db.$queryRaw<OrderWithoutWallet[]>`
    SELECT o."paymentMethod" AS method, o."holdUntil", ${heldLonger} AS "isHeldLonger",
      o.status = 'PENDING' AND NOT EXISTS (SELECT 1 FROM "Payment" p WHERE p."orderId" = o.id AND ${keepsItsOrder}) AS "isFree"
    FROM "Order" o WHERE o.id = ${orderId}::uuid`;
  if (!row) throw new Error(`No order ${orderId}`);
  return row;
}

/**
 * The shopper pays in cash when the goods arrive. Its stock is kept as long as it takes, and the wallet may still pay it.
 * Chosen twice it is chosen once. Refused while money may have moved.
 */
export function chooseCashOnDelivery(orderNumber: string, viewer: Viewer): Promise<WithoutWallet> {
  return withUnpaidOrder(orderNumber, viewer, async (tx, order) => {
    if (order.method === "CASH_ON_DELIVERY") return { ok: true };
    // Chosen instead of the whole payment, and not instead of the advance: that is what the merchant asks for.
    if (order.method !== "WALLET") return { ok: false, code: "NOT_PENDING" };
    await tx.$executeRaw`UPDATE "Order" SET "paymentMethod" = 'CASH_ON_DELIVERY' WHERE id = ${order.id}::uuid`;
    await takeOutOfCart(tx, order.id);
    await tell(tx, order.id, viewer, { paymentMethod: "CASH_ON_DELIVERY" });
    return { ok: true };
  });
}

/** Keeps an unpaid order's stock for 24 hours from now, once. */
export function holdOrderLonger(orderNumber: string, viewer: Viewer): Promise<WithoutWallet> {
  return withUnpaidOrder(orderNumber, viewer, async (tx, order) => {
    if (order.isHeldLonger) return { ok: false, code: "HELD_ALREADY" };
    await tx.$executeRaw`
      UPDATE "Order" SET "holdUntil" = GREATEST("holdUntil", now() + ${LONG_HOLD_HOURS} * interval '1 hour')
      WHERE id = ${order.id}::uuid`;
    await tell(tx, order.id, viewer, { heldForHours: LONG_HOLD_HOURS });
    return { ok: true };
  });
}

const heldLonger = Prisma.sql`EXISTS (
  SELECT 1 FROM "OrderEvent" e WHERE e."orderId" = o.id AND e.detail->>'heldForHours' IS NOT NULL)`;

interface Locked {
  id: string;
  status: string;
  method: PaymentMethod;
}

/** Behind the order's lock, as every change of its money: nobody begins to execute a payment of it meanwhile. */
function withUnpaidOrder(
  orderNumber: string,
  viewer: Viewer,
  change: (tx: Transaction, order: Locked & { isHeldLonger: boolean }) => Promise<WithoutWallet>,
): Promise<WithoutWallet> {
  if (!isOrderNumber(orderNumber)) return Promise.resolve({ ok: false, code: "ORDER_NOT_FOUND" });
  return db.$transaction(async (tx) => {
    const [order] = await tx.$queryRaw<Locked[]>`
      SELECT o.id, o.status::text, o."paymentMethod" AS method FROM "Order" o
      WHERE o.number = ${orderNumber} AND ${mayBeSeenBy(viewer)} FOR UPDATE`;
    if (!order) return { ok: false, code: "ORDER_NOT_FOUND" };
    if (order.status !== "PENDING") return { ok: false, code: "NOT_PENDING" };
    // A statement of its own, after the lock: it must see what whoever held the lock before has written.
    const [row] = await tx.$queryRaw<{ isHeldLonger: boolean; isKept: boolean }[]>`
      SELECT ${heldLonger} AS "isHeldLonger",
        EXISTS (SELECT 1 FROM "Payment" p WHERE p."orderId" = o.id AND ${keepsItsOrder}) AS "isKept"
      FROM "Order" o WHERE o.id = ${order.id}::uuid`;
    if (!row || row.isKept) return { ok: false, code: "PAYMENT_IN_PROGRESS" };
    return change(tx, { ...order, isHeldLonger: row.isHeldLonger });
  });
}

const tell = (
  tx: Transaction,
  orderId: string,
  { shopperId }: Viewer,
  detail: Record<string, string | number>,
) =>
  writeOrderEvent(tx, {
    orderId,
    from: "PENDING",
    to: "PENDING",
    source: "shopper",
    actor: shopperId,
    detail,
  });
