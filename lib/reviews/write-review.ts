import type { ReviewStatus } from "@/generated/prisma/enums";
import type { OrderWhereInput } from "@/generated/prisma/models";
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
  /**
   * `NOT_YOURS`: no such order for this viewer, not paid, not delivered, or the article is not in it; or the shop shows no
   * reviews.
   */
  | { readonly ok: false; readonly code: "NOT_YOURS" | "REVIEWED_ALREADY" };

/** Whoever has the goods, has paid for them, and has not got all the money back, may say what they are like. */
const BOUGHT = {
  status: { in: ["PAID", "PARTIALLY_REFUNDED"] },
  deliveryStatus: "DELIVERED",
} satisfies OrderWhereInput;

/** A review by a viewer of the delivered order, once for each of its lines. It is shown when the merchant has published it. */
export async function writeReview(viewer: Viewer, review: NewReview): Promise<ReviewResult> {
  const { orderNumber, sku, ...said } = review;
  if (!isOffered("reviews") || !isOrderNumber(orderNumber)) return { ok: false, code: "NOT_YOURS" };
  const line = await db.orderLine.findFirst({
    where: { sku, order: { number: orderNumber, ...BOUGHT, ...visibleTo(viewer) } },
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

/** What of an order can be reviewed, by SKU: null where nothing is said yet. Empty until it is paid and delivered. */
export async function readOwnReviews(orderId: string): Promise<Map<string, ReviewStatus | null>> {
  if (!isOffered("reviews")) return new Map();
  const lines = await db.orderLine.findMany({
    where: { orderId, order: BOUGHT },
    select: { sku: true, review: { select: { status: true } } },
  });
  return new Map(lines.map(({ sku, review }) => [sku, review?.status ?? null]));
}
