import type { ReviewStatus } from "@/generated/prisma/enums";
import type { Merchant } from "@/lib/auth/merchant";
import { db } from "@/lib/platform/db";
import type { ReviewView } from "./review-view";

export interface ListedReview extends ReviewView {
  readonly status: ReviewStatus;
  readonly product: { readonly slug: string; readonly name: string };
  /** Null for a review of the demo's seed. */
  readonly orderNumber: string | null;
}

const PER_PAGE = 30;

/** Reviews of one status, the newest first, a page at a time. `page` counts from 1. */
export async function listReviews(
  _reader: Merchant,
  status: ReviewStatus,
  page: number,
): Promise<{ reviews: ListedReview[]; hasMore: boolean }> {
  const rows = await db.review.findMany({
    where: { status },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * PER_PAGE,
    take: PER_PAGE + 1,
    include: {
      product: { select: { slug: true, nameEn: true } },
      orderLine: { select: { order: { select: { number: true } } } },
    },
  });
  const reviews = rows.slice(0, PER_PAGE).map((row) => ({
    id: row.id,
    rating: row.rating,
    text: row.text,
    name: row.shownName,
    locale: row.locale === "bn" ? ("bn" as const) : ("en" as const),
    at: row.createdAt,
    status: row.status,
    product: { slug: row.product.slug, name: row.product.nameEn },
    orderNumber: row.orderLine?.order.number ?? null,
  }));
  return { reviews, hasMore: rows.length > PER_PAGE };
}

export const countPendingReviews = (_reader: Merchant): Promise<number> =>
  db.review.count({ where: { status: "PENDING" } });

/** Shows a review in the shop, or takes it away. @returns the product's slug; null when there is no such review. */
export async function moderateReview(
  _moderator: Merchant,
  id: string,
  status: "PUBLISHED" | "HIDDEN",
): Promise<string | null> {
  const [review] = await db.review.updateManyAndReturn({
    where: { id },
    data: { status },
    select: { product: { select: { slug: true } } },
  });
  return review?.product.slug ?? null;
}
