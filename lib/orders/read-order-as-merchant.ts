import type { DeliveryStatus, OrderStatus, PaymentMethod, ReviewReason } from "@/generated/prisma/enums";
import type { Merchant } from "@/lib/auth/merchant";
import { poisha, times, type Poisha } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { dueAtTheDoor } from "./due-at-the-door";

/** An order with all that its seller needs to know. */
export interface WholeOrder {
  id: string;
  number: string;
  status: OrderStatus;
  reviewReason: ReviewReason | null;
  paymentMethod: PaymentMethod;
  deliveryStatus: DeliveryStatus;
  /** What was paid at the door; null when nothing was. */
  cashInPoisha: Poisha | null;
  /** The shopper's language. */
  locale: string;
  placedAt: Date;
  paidAt: Date | null;
  cancelledAt: Date | null;
  holdUntil: Date;
  lines: { sku: string; name: string; quantity: number; unitPriceInPoisha: Poisha; totalInPoisha: Poisha }[];
  subtotalInPoisha: Poisha;
  discountInPoisha: Poisha;
  couponCode: string | null;
  /** All VAT, and of it what is paid on top of the prices. */
  vatInPoisha: Poisha;
  vatAddedInPoisha: Poisha;
  deliveryFeeInPoisha: Poisha;
  totalInPoisha: Poisha;
  /** What the wallet takes of it, and what is still to be paid in cash at the door. */
  payNowInPoisha: Poisha;
  dueInPoisha: Poisha;
  contactName: string;
  /** E.164. */
  contactPhone: string;
  contactEmail: string | null;
  deliveryDistrict: string;
  /** Null on orders from before it was asked. */
  deliveryUpazila: string | null;
  deliveryAddress: string;
  deliveryNote: string | null;
  giftNote: string | null;
}

/** The order of that number, or null. */
export async function readOrderAsMerchant(
  _reader: Merchant,
  orderNumber: string,
): Promise<WholeOrder | null> {
  const order = await db.order.findUnique({
    where: { number: orderNumber },
    omit: { accessTokenHash: true, idempotencyKey: true },
    include: { lines: { orderBy: { sku: "asc" } } },
  });
  if (!order) return null;
  return {
    ...order,
    cashInPoisha: order.cashInPoisha === null ? null : poisha(order.cashInPoisha),
    lines: order.lines.map(({ sku, nameEn, choiceEn, quantity, unitPriceInPoisha }) => ({
      sku,
      name: choiceEn ? `${nameEn}, ${choiceEn}` : nameEn,
      quantity,
      unitPriceInPoisha: poisha(unitPriceInPoisha),
      totalInPoisha: times(poisha(unitPriceInPoisha), quantity),
    })),
    subtotalInPoisha: poisha(order.subtotalInPoisha),
    discountInPoisha: poisha(order.discountInPoisha),
    vatInPoisha: poisha(order.vatInPoisha),
    vatAddedInPoisha: poisha(order.vatAddedInPoisha),
    deliveryFeeInPoisha: poisha(order.deliveryFeeInPoisha),
    totalInPoisha: poisha(order.totalInPoisha),
    payNowInPoisha: poisha(order.payNowInPoisha),
    dueInPoisha: dueAtTheDoor(order),
  };
}
