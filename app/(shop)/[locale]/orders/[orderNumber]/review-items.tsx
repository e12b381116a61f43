import { getTranslations } from "next-intl/server";
import { Picture } from "@/app/_ui/picture";
import { localDigits, type Locale } from "@/lib/kernel/money";
import type { OrderView } from "@/lib/orders/read-order";
import { STARS } from "@/lib/reviews/review-view";
import { readOwnReviews } from "@/lib/reviews/write-review";
import { orderFields } from "./order-form";
import { ReviewForm } from "./review-form";

/** Where a buyer says what the goods are like, article by article. Nothing before they have arrived. */
export async function ReviewItems({
  order,
  locale,
  accessToken,
}: {
  order: OrderView;
  locale: Locale;
  accessToken: string | undefined;
}) {
  const own = await readOwnReviews(order.id);
  if (own.size === 0) return null;
  const t = await getTranslations({ locale, namespace: "reviews" });
  const starNames = STARS.map((stars) => ({
    stars,
    name: t("stars", { count: stars, shown: localDigits(String(stars), locale) }),
  }));
  return (
    <section aria-labelledby="your-reviews" className="rounded-card border border-line bg-card p-5 lg:p-7">
      <h2 id="your-reviews" className="text-xl">
        {t("yours")}
      </h2>
      <p className="mt-1 text-ink-soft">{t("yoursText")}</p>
      <ul className="mt-4 divide-y divide-line border-t border-line">
        {order.lines.map((line) => {
          const status = own.get(line.sku);
          return (
            <li key={line.sku} className="py-3">
              <div className="flex items-center gap-3">
                <Picture
                  src={line.image}
                  alt=""
                  width={48}
                  height={48}
                  className="size-12 shrink-0 rounded-lg bg-jute-tint object-cover"
                />
                <p className="min-w-0 flex-1 font-medium leading-snug">{line.name[locale]}</p>
              </div>
              {status ? (
                <p className="mt-2 text-sm font-semibold text-brand">
                  {status === "PUBLISHED" ? t("published") : t("thanks")}
                </p>
              ) : (
                <ReviewForm
                  fields={{ ...orderFields(order.number, locale, accessToken), sku: line.sku }}
                  sku={line.sku}
                  name={order.contact.name.split(/\s+/, 1).join("")}
                  stars={starNames}
                  words={{
                    open: t("open"),
                    openName: t("openName", { name: line.name[locale] }),
                    rating: t("rating"),
                    text: t("text"),
                    textHint: t("textHint"),
                    shownName: t("shownName"),
                    shownNameHint: t("shownNameHint"),
                    send: t("send"),
                    sending: t("sending"),
                    thanks: t("thanks"),
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
