import { db } from "@/lib/platform/db";
import { averageOf, STARS, type ReviewSummary, type ReviewView } from "./review-view";

/** So many of them are on a product's page. */
const SHOWN = 30;

export interface ProductReviews extends ReviewSummary {
  /** The newest, those in the reader's language first. */
  readonly reviews: readonly ReviewView[];
}

/** What those who bought a product say of it: published reviews only. */
export async function readReviews(productSlug: string, locale: "bn" | "en"): Promise<ProductReviews> {
  const ofProduct = { status: "PUBLISHED", product: { slug: productSlug } } as const;
  const counted = await db.review.groupBy({ by: ["rating"], where: ofProduct, _count: true });
  const distribution = STARS.map((stars) => counted.find(({ rating }) => rating === stars)?._count ?? 0);
  const count = distribution.reduce((all, n) => all + n, 0);
  const sum = counted.reduce((all, { rating, _count }) => all + rating * _count, 0);
  const rows =
    count === 0
      ? []
      : await db.review.findMany({
          where: ofProduct,
          orderBy: [{ locale: locale === "bn" ? "asc" : "desc" }, { createdAt: "desc" }],
          take: SHOWN,
        });
  return {
    count,
    average: averageOf(sum, count),
    distribution,
    reviews: rows.map(({ id, rating, text, shownName, createdAt, ...row }) => ({
      id,
      rating,
      text,
      name: shownName,
      locale: row.locale === "bn" ? "bn" : "en",
      at: createdAt,
    })),
  };
}
