import type { DeliveryStatus, OrderStatus, PaymentMethod, ReviewReason } from "@/generated/prisma/enums";
import { poisha, times, type Locale, type Poisha } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { dueAtTheDoor } from "./due-at-the-door";
import { isOrderNumber, visibleTo, type Viewer } from "./order-access";

/** An order as its shopper may see it. */
export interface OrderView {
  id: string;
  number: string;
  status: OrderStatus;
  reviewReason: ReviewReason | null;
  paymentMethod: PaymentMethod;
  deliveryStatus: DeliveryStatus;
  locale: Locale;
  placedAt: Date;
  paidAt: Date | null;
  /** The shopper did not want it any more; false for an order that nobody paid in time. */
  isCancelledByShopper: boolean;
  /** The shopper placed another from the same cart instead. */
  isReplaced: boolean;
  holdUntil: Date;
  lines: {
    sku: string;
    name: Record<Locale, string>;
    /** The chosen size or colour in words; empty for a product without a choice. */
    choice: Record<Locale, string>;
    image: string;
    unitPriceInPoisha: Poisha;
    quantity: number;
    lineTotalInPoisha: Poisha;
  }[];
  subtotalInPoisha: Poisha;
  /** What the coupon took off; a coupon of free delivery takes nothing off and leaves no fee. */
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
  /** `phone` in E.164. */
  contact: { name: string; phone: string; email: string | null };
  delivery: {
    district: string;
    /** Null on orders from before it was asked; so are the days. */
    upazila: string | null;
    address: string;
    note: string | null;
    /** How long it was promised to take at least and at most, when it was placed. */
    days: readonly [number, number] | null;
  };
  giftNote: string | null;
}

/** An order for whoever may see it; null for anybody else, who is not told that it exists. */
export async function readOrder(orderNumber: string, viewer: Viewer): Promise<OrderView | null> {
  if (!isOrderNumber(orderNumber)) return null;
  const order = await db.order.findFirst({
    where: { number: orderNumber, ...visibleTo(viewer) },
    include: {
      lines: { orderBy: { sku: "asc" } },
      events: { where: { to: "CANCELLED" }, orderBy: { id: "desc" }, take: 1, select: { source: true } },
    },
  });
  if (!order) return null;
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    reviewReason: order.reviewReason,
    paymentMethod: order.paymentMethod,
    deliveryStatus: order.deliveryStatus,
    locale: order.locale === "bn" ? "bn" : "en",
    placedAt: order.placedAt,
    paidAt: order.paidAt,
    isCancelledByShopper: order.status === "CANCELLED" && order.events[0]?.source === "shopper",
    isReplaced: order.status === "CANCELLED" && order.events[0]?.source === "place",
    holdUntil: order.holdUntil,
    lines: order.lines.map((line) => ({
      sku: line.sku,
      name: { bn: line.nameBn, en: line.nameEn },
      choice: { bn: line.choiceBn, en: line.choiceEn },
      image: line.image,
      unitPriceInPoisha: poisha(line.unitPriceInPoisha),
      quantity: line.quantity,
      lineTotalInPoisha: times(poisha(line.unitPriceInPoisha), line.quantity),
    })),
    subtotalInPoisha: poisha(order.subtotalInPoisha),
    discountInPoisha: poisha(order.discountInPoisha),
    couponCode: order.couponCode,
    vatInPoisha: poisha(order.vatInPoisha),
    vatAddedInPoisha: poisha(order.vatAddedInPoisha),
    deliveryFeeInPoisha: poisha(order.deliveryFeeInPoisha),
    totalInPoisha: poisha(order.totalInPoisha),
    payNowInPoisha: poisha(order.payNowInPoisha),
    dueInPoisha: dueAtTheDoor(order),
    contact: { name: order.contactName, phone: order.contactPhone, email: order.contactEmail },
    delivery: {
      district: order.deliveryDistrict,
      upazila: order.deliveryUpazila,
      address: order.deliveryAddress,
      note: order.deliveryNote,
      days:
        order.deliveryDaysFrom === null || order.deliveryDaysTo === null
          ? null
          : [order.deliveryDaysFrom, order.deliveryDaysTo],
    },
    giftNote: order.giftNote,
  };
}
