import type { OrderStatus, ReviewStatus } from "@/generated/prisma/enums";
import { isOrderNumber, visibleTo, type Viewer } from "@/lib/orders/order-access";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { db } from "@/lib/platform/db";
import { isOffered } from "@/lib/platform/features";

export interface NewReview {
  readonly orderNumber: string;
  readonly sku: string;
  /** 1 to 5. */
  readonly rating: number;
  readonly text: string;
  readonly shownName: string;
  readonly locale: "bn" | "en";
}

export type ReviewResult =
  | { readonly ok: true }
  /** `NOT_YOURS`: no such order for this viewer, not paid, or the article is not in it; or the shop shows no reviews. */
  | { readonly ok: false; readonly code: "NOT_YOURS" | "REVIEWED_ALREADY" };

/** Whoever has paid for goods, and has not got all the money back, may say what they are like. */
const PAID: OrderStatus[] = ["PAID", "PARTIALLY_REFUNDED"];

/** A review by a viewer of the paid order, once for each of its lines. It is shown when the merchant has published it. */
export async function writeReview(viewer: Viewer, review: NewReview): Promise<ReviewResult> {
  const { orderNumber, sku, ...said } = review;
  if (!isOffered("reviews") || !isOrderNumber(orderNumber)) return { ok: false, code: "NOT_YOURS" };
  const line = await db.orderLine.findFirst({
    where: { sku, order: { number: orderNumber, status: { in: PAID }, ...visibleTo(viewer) } },
    select: { id: true, variant: { select: { productId: true } } },
  });
  if (!line) return { ok: false, code: "NOT_YOURS" };
  try {
    await db.review.create({
      data: { ...said, productId: line.variant.productId, orderLineId: line.id },
    });
    return { ok: true };
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, code: "REVIEWED_ALREADY" };
    throw error;
  }
}

/** What of a paid order can be reviewed, by SKU: null where nothing is said yet. Empty for an order that is not paid. */
export async function readOwnReviews(orderId: string): Promise<Map<string, ReviewStatus | null>> {
  if (!isOffered("reviews")) return new Map();
  const lines = await db.orderLine.findMany({
    where: { orderId, order: { status: { in: PAID } } },
    select: { sku: true, review: { select: { status: true } } },
  });
  return new Map(lines.map(({ sku, review }) => [sku, review?.status ?? null]));
}
