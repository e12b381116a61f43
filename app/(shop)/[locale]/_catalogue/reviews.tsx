import { getTranslations } from "next-intl/server";
import { Stars } from "@/app/_ui/stars";
import { longDate } from "@/lib/kernel/dates";
import { localDigits, type Locale } from "@/lib/kernel/money";
import { readReviews } from "@/lib/reviews/read-reviews";
import { STARS, type ReviewView } from "@/lib/reviews/review-view";

/** What buyers say: how many stars from how many, and their words. */
export async function Reviews({ slug, locale }: { slug: string; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "reviews" });
  const { count, average, distribution, reviews } = await readReviews(slug, locale);
  const digits = (n: number | string) => localDigits(String(n), locale);
  return (
    <section id="reviews" aria-labelledby="reviews-title" className="mt-14 scroll-mt-6 lg:mt-20">
      <h2 id="reviews-title" className="text-2xl">
        {t("title")}
      </h2>
      {count === 0 ? (
        <p className="mt-3 max-w-text text-ink-soft">{t("none")}</p>
      ) : (
        <div className="mt-5 grid items-start gap-x-16 gap-y-8 lg:grid-cols-[18rem_1fr]">
          <div className="rounded-card bg-jute-tint p-5">
            <p className="flex items-center gap-3">
              <span className="font-display text-3xl font-bold tabular-nums">
                {digits(average.toFixed(1))}
              </span>
              <span className="grid gap-1">
                <Stars
                  value={average}
                  size={20}
                  label={t("starsOf", { stars: digits(average.toFixed(1)) })}
                />
                <span className="text-sm text-ink-soft">{t("count", { count, shown: digits(count) })}</span>
              </span>
            </p>
            <ul className="mt-4 grid gap-1.5">
              {STARS.map((stars, index) => (
                <li key={stars} className="grid grid-cols-[4.5rem_1fr_2rem] items-center gap-2 text-sm">
                  <span>{t("stars", { count: stars, shown: digits(stars) })}</span>
                  <span aria-hidden="true" className="h-2 overflow-hidden rounded-full bg-line">
                    <span
                      className="block h-full rounded-full bg-turmeric-deep"
                      style={{ width: `${((distribution[index] ?? 0) / count) * 100}%` }}
                    />
                  </span>
                  <span className="text-end tabular-nums">{digits(distribution[index] ?? 0)}</span>
                </li>
              ))}
            </ul>
            <p className="mt-4 text-sm text-ink-soft">{t("onlyBuyers")}</p>
          </div>
          <ul className="divide-y divide-line">
            {reviews.map((review) => (
              <Review key={review.id} review={review} locale={locale} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

async function Review({ review, locale }: { review: ReviewView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "reviews" });
  return (
    <li className="py-5 first:pt-0">
      <article>
        <Stars
          value={review.rating}
          label={t("starsOf", { stars: localDigits(String(review.rating), locale) })}
        />
        <p lang={review.locale} className="mt-1.5 max-w-text whitespace-pre-line break-words">
          {review.text}
        </p>
        <p className="mt-1.5 text-sm text-ink-soft">
          <span className="font-semibold text-ink">{review.name}</span> · {t("verified")} ·{" "}
          {longDate(review.at, locale)}
        </p>
      </article>
    </li>
  );
}
