import { createHash } from "node:crypto";
import type { OrderStatus, PaymentMethod, ReviewReason } from "@/generated/prisma/enums";
import { poisha, type Poisha } from "@/lib/kernel/money";
import { isBeingDelivered, isWithCourierForCash, type DeliveryStatus } from "@/lib/orders/delivery-status";
import { db } from "@/lib/platform/db";
import type { StoredPayment } from "./payment-repository";
import { isCaptured, isInDoubt, isSetAside, keepsOrder, type PaymentStatus } from "./payment-status";
import { viewOf, type PaymentView } from "./payment-view";

/** Where an order stands with its money: what its page shows. All of it is of one moment. */
export interface PaymentState {
  orderStatus: OrderStatus;
  reviewReason: ReviewReason | null;
  /** The payment that decides what the page says: the one that paid, else the one in doubt, else the last. */
  payment: PaymentView | null;
  /** A new payment may be opened now. */
  mayPay: boolean;
  /** It waits for its cash, which the courier is to collect. */
  isDueAtDoor: boolean;
  /** ISO 8601: until then `payment` can still be finished in the wallet's window. Null when it cannot. */
  openUntil: string | null;
  /** Another payment of this order than `payment` may still go through. */
  isWatched: boolean;
  /** What was paid at the door; null when nothing was. */
  cashInPoisha: Poisha | null;
  /** Money came twice; one of it is to be given back. */
  hasDuplicate: boolean;
  /** ISO 8601: when the wallet was last asked about `payment`. Null when it never was. */
  askedAt: string | null;
  /** Changes whenever something changes that the page shows. */
  mark: string;
  /** When a page that is open looks again; null when nothing is expected to change any more. */
  lookAgainInMs: number | null;
}

export interface OrderFacts {
  orderStatus: OrderStatus;
  reviewReason: ReviewReason | null;
  paymentMethod: PaymentMethod;
  deliveryStatus: DeliveryStatus;
  /** The last step of its goods: it tells a changed courier from none. */
  deliveryStep: string | null;
  cashInPoisha: number | null;
}

/** A payment as the state needs it. Ages are the database's. */
export interface PaymentFacts extends StoredPayment {
  secondsInStatus: number;
  /** Until its next check; null when there is none. */
  secondsLeft: number | null;
  nextCheckAt: Date | null;
  askedAt: Date | null;
  /** Status by status, of its refunds. */
  refunds: string | null;
}

export async function readPaymentState(order: { id: string }): Promise<PaymentState> {
  // One statement: between two, a payment could complete, and the page would offer to pay an order that is paid.
  const rows = await db.$queryRaw<(OrderFacts & (PaymentFacts | { [Name in keyof PaymentFacts]: null }))[]>`
    SELECT o.status AS "orderStatus", o."reviewReason", o."paymentMethod", o."deliveryStatus",
      o."cashInPoisha", (SELECT max(d.id)::text FROM "DeliveryEvent" d WHERE d."orderId" = o.id) AS "deliveryStep", o.number AS "orderNumber", o.id AS "orderId",
      p.id, p.attempt, p.provider, p.mode, p."invoiceNumber", p.status, p."amountInPoisha", p."providerPaymentId",
      p."trxId", p."lastCode", p."completedAt", p."nextCheckAt", p."askedAt",
      extract(epoch FROM now() - p."statusSince")::float8 AS "secondsInStatus",
      extract(epoch FROM p."nextCheckAt" - now())::float8 AS "secondsLeft",
      (SELECT string_agg(r.status::text, ',' ORDER BY r.number) FROM "Refund" r WHERE r."paymentId" = p.id) AS refunds
    FROM "Order" o LEFT JOIN "Payment" p ON p."orderId" = o.id
    WHERE o.id = ${order.id}::uuid ORDER BY p.attempt DESC`;
  const [facts] = rows;
  if (!facts) throw new Error(`No order ${order.id}`);
  const payments = rows.filter((row): row is OrderFacts & PaymentFacts => row.id !== null);
  return stateOf(
    facts,
    payments.map((payment) => ({ ...payment, amountInPoisha: poisha(payment.amountInPoisha) })),
  );
}

/** @param payments of the order, the latest first. */
export function stateOf(order: OrderFacts, payments: readonly PaymentFacts[]): PaymentState {
  const isWaiting = order.orderStatus === "PENDING";
  const isDueAtDoor = isWaiting && isWithCourierForCash(order);
  const telling = tellingOf(order, payments);
  const others = payments.filter(({ id }) => id !== telling?.id);
  const isOpen =
    isWaiting &&
    !isDueAtDoor &&
    telling?.status === "CREATED" &&
    (telling.secondsLeft ?? 0) >= TIME_TO_FINISH_SECONDS;
  return {
    orderStatus: order.orderStatus,
    reviewReason: order.reviewReason,
    payment: telling ? viewOf(telling) : null,
    mayPay:
      isWaiting && !isDueAtDoor && !payments.some(({ status }) => keepsOrder(status) || isCaptured(status)),
    isDueAtDoor,
    openUntil: isOpen ? (telling.nextCheckAt?.toISOString() ?? null) : null,
    isWatched: others.some(({ status }) => status === "WATCH" || isInDoubt(status)),
    cashInPoisha: order.cashInPoisha === null ? null : poisha(order.cashInPoisha),
    hasDuplicate: payments.some(({ status }) => status === "DUPLICATE"),
    askedAt: telling?.askedAt?.toISOString() ?? null,
    mark: markOf(order, payments),
    lookAgainInMs: lookAgainInMs(order, payments),
  };
}

/** Number, code and PIN take a shopper about this long; a payment with less time left is not offered any more. */
export const TIME_TO_FINISH_SECONDS = 120;

function tellingOf(order: OrderFacts, payments: readonly PaymentFacts[]): PaymentFacts | undefined {
  const first = (claim: (status: PaymentStatus) => boolean) => payments.find(({ status }) => claim(status));
  return (
    first((status) => status === "COMPLETED") ??
    first(isInDoubt) ??
    first(keepsOrder) ??
    // Money that came for an order that could not be kept.
    (order.orderStatus === "CANCELLED" ? first(isCaptured) : undefined) ??
    payments[0]
  );
}

const markOf = (order: OrderFacts, payments: readonly PaymentFacts[]): string =>
  createHash("sha256")
    .update(
      JSON.stringify([
        order.orderStatus,
        order.reviewReason,
        order.paymentMethod,
        order.deliveryStep,
        payments.map(({ id, status, lastCode, refunds }) => [id, status, lastCode, refunds]),
      ]),
    )
    .digest("base64url")
    .slice(0, 22);

/** A parcel is on its way for days. */
const DELIVERY_LOOK_MS = 60_000;

/** In doubt a shopper waits for every second; who only looks around in an open order need not hear at once. */
function lookAgainInMs(order: OrderFacts, payments: readonly PaymentFacts[]): number | null {
  const { orderStatus, paymentMethod } = order;
  const doubt = payments.find(({ status }) => isInDoubt(status));
  if (doubt) return doubt.secondsInStatus < 15 ? 1_500 : 3_000;
  const some = (claim: (status: PaymentStatus) => boolean) => payments.some(({ status }) => claim(status));
  if (orderStatus === "PENDING") {
    if (some((status) => status === "NEW" || status === "CREATED")) return 4_000;
    if (some((status) => isSetAside(status) || isCaptured(status))) return 15_000;
    if (paymentMethod !== "CASH_ON_DELIVERY") return 10_000;
  }
  if (some((status) => status === "WATCH")) return 15_000;
  if (payments.some(({ refunds }) => /REQUESTED|SENDING|UNKNOWN/.test(refunds ?? ""))) return 30_000;
  return isBeingDelivered({ ...order, status: orderStatus }) ? DELIVERY_LOOK_MS : null;
}
