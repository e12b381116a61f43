import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { button } from "@/app/_ui/button";
import { Stars } from "@/app/_ui/stars";
import { requireMerchant } from "@/lib/auth/session";
import { isOffered } from "@/lib/platform/features";
import { listReviews, type ListedReview } from "@/lib/reviews/moderate-reviews";
import { DhakaTime } from "../../_show/dhaka-time";
import { words } from "../../_words/words";
import { ModerateButtons } from "./moderate-buttons";

export const metadata: Metadata = { title: words.reviews.title };

const says = words.reviews;
const STATUSES = ["PENDING", "PUBLISHED", "HIDDEN"] as const;

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What buyers wrote: the new ones first, to be published or hidden. */
export default async function ReviewsPage({ searchParams }: Props) {
  const asked = await searchParams;
  const status = STATUSES.find((one) => one === asked.status) ?? "PENDING";
  const page = typeof asked.page === "string" && /^[1-9]\d{0,4}$/.test(asked.page) ? Number(asked.page) : 1;
  const merchant = await requireMerchant("/admin/reviews");
  if (!isOffered("reviews")) notFound();
  const { reviews, hasMore } = await listReviews(merchant, status, page);
  const addressOf = (n: number) => `/admin/reviews?status=${status}&page=${n}`;
  return (
    <>
      <h1 className="text-2xl">{says.title}</h1>
      <p className="mt-2 max-w-prose text-ink-soft">{says.about}</p>
      <nav aria-label={says.which} className="mt-4 flex flex-wrap gap-2">
        {STATUSES.map((one) => (
          <Link
            key={one}
            href={`/admin/reviews?status=${one}`}
            prefetch={false}
            aria-current={one === status ? "page" : undefined}
            className={button(one === status ? "primary" : "quiet")}
          >
            {says.status[one]}
          </Link>
        ))}
      </nav>
      {reviews.length === 0 ? (
        <p className="mt-4 rounded-card border border-line bg-card p-6">{says.none}</p>
      ) : (
        <ol className="mt-4 grid gap-3">
          {reviews.map((review) => (
            <Review key={review.id} review={review} />
          ))}
        </ol>
      )}
      <nav aria-label={words.list.pages} className="mt-6 flex justify-center gap-4">
        {page > 1 && (
          <Link href={addressOf(page - 1)} prefetch={false} rel="prev" className={button("quiet")}>
            {says.newer}
          </Link>
        )}
        {hasMore && (
          <Link href={addressOf(page + 1)} prefetch={false} rel="next" className={button("quiet")}>
            {says.older}
          </Link>
        )}
      </nav>
    </>
  );
}

function Review({ review }: { review: ListedReview }) {
  const { id, rating, text, name, locale, at, status, product, orderNumber } = review;
  return (
    <li className="rounded-card border border-line bg-card p-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Stars value={rating} label={says.stars(rating)} />
        <Link href={`/en/products/${product.slug}`} prefetch={false} className={button("plain", "text-sm")}>
          {product.name}
        </Link>
        {orderNumber && (
          <Link href={`/admin/orders/${orderNumber}`} prefetch={false} className={button("plain", "text-sm")}>
            {orderNumber}
          </Link>
        )}
        <span className="text-sm text-ink-soft">
          <DhakaTime at={at} />
        </span>
      </p>
      <p lang={locale} className="mt-1 max-w-prose whitespace-pre-line break-words">
        {text}
      </p>
      <p className="mt-1 text-sm text-ink-soft">{says.by(name)}</p>
      <ModerateButtons id={id} status={status} of={`${product.name}, ${name}`} />
    </li>
  );
}
