import { getTranslations } from "next-intl/server";
import { Stars } from "@/app/_ui/stars";
import { localDigits, type Locale } from "@/lib/kernel/money";
import { averageOf } from "@/lib/reviews/review-view";

/** `★★★★☆ 4.5 (12)`, or with the word for reviews. */
export async function RatingInWords({
  rating,
  locale,
  isLong = false,
}: {
  rating: { readonly sum: number; readonly count: number };
  locale: Locale;
  isLong?: boolean;
}) {
  const t = await getTranslations({ locale, namespace: "reviews" });
  const average = averageOf(rating.sum, rating.count);
  const shown = localDigits(average.toFixed(1), locale);
  const count = localDigits(String(rating.count), locale);
  return (
    <span className="inline-flex items-center gap-1.5 text-sm">
      <Stars value={average} label={t("starsOf", { stars: shown })} />
      <span aria-hidden="true" className="font-semibold tabular-nums">
        {shown}
      </span>
      {isLong ? (
        <span className="text-ink-soft">{t("count", { count: rating.count, shown: count })}</span>
      ) : (
        <span className="text-ink-soft">
          <span aria-hidden="true">({count})</span>
          <span className="sr-only">{t("count", { count: rating.count, shown: count })}</span>
        </span>
      )}
    </span>
  );
}
