import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { Picture } from "@/app/_ui/picture";
import { Price } from "@/app/_ui/price";
import type { ProductCard as Product } from "@/lib/catalog/views";
import { Heart } from "./heart";
import { RatingInWords } from "./rating-in-words";
import { isOffered } from "@/lib/platform/features";
import { formatTaka, localDigits, type Locale } from "@/lib/kernel/money";

/** A product in a list. The name is the link, and the whole card can be tapped. */
export async function ProductCard({
  product,
  locale,
  load = "later",
  isWished = false,
}: {
  product: Product;
  locale: Locale;
  load?: "first" | "soon" | "later";
  /** Known only where the page is made for one shopper. */
  isWished?: boolean;
}) {
  const w = await getTranslations({ locale, namespace: "wishlist" });
  const t = await getTranslations({ locale, namespace: "catalogue" });
  const isGone = product.availability === "sold-out";
  return (
    <article className="group relative flex h-full flex-col">
      <div className="relative overflow-hidden rounded-card bg-jute-tint">
        <Picture
          src={product.image}
          alt=""
          width={400}
          height={400}
          load={load}
          className={`aspect-square w-full object-cover transition-transform duration-300 group-hover:scale-[1.03] ${isGone ? "opacity-60 saturate-50" : ""}`}
        />
        {product.availability !== "in-stock" && (
          <p
            className={`absolute start-2 top-2 rounded-full px-2.5 py-0.5 text-xs font-semibold ${isGone ? "bg-ink text-paper" : "bg-card text-terracotta-deep"}`}
          >
            {isGone ? t("soldOut") : t("lowStock", { count: localDigits(String(product.stock), locale) })}
          </p>
        )}
      </div>
      {isOffered("wishlist") && (
        <Heart
          product={product.slug}
          locale={locale}
          isFull={isWished}
          words={{
            heart: w("heart", { name: product.name }),
            saved: w("saved", { name: product.name }),
          }}
          look="absolute end-2 top-2 z-10"
        />
      )}
      <div className="flex flex-1 flex-col gap-0.5 pt-3">
        <h3 className="font-semibold leading-snug">
          <Link
            href={href(locale, `/products/${product.slug}`)}
            prefetch={false}
            className="underline-offset-4 after:absolute after:inset-0 group-hover:text-brand group-hover:underline"
          >
            {product.name}
          </Link>
        </h3>
        <p className="text-sm text-ink-soft">{product.origin}</p>
        {product.rating && <RatingInWords rating={product.rating} locale={locale} />}
        {product.colours.length > 0 && (
          <ul aria-label={t("colours")} className="flex gap-1.5 py-0.5">
            {product.colours.map(({ name, colour }) => (
              <li
                key={name}
                className="size-4 rounded-full border border-ink/20"
                style={{ background: colour }}
              >
                <span className="sr-only">{name}</span>
              </li>
            ))}
          </ul>
        )}
        <div className="mt-auto pt-1">
          <Price
            now={
              product.hasHigherPrices
                ? t("fromPrice", { price: formatTaka(product.price, locale) })
                : formatTaka(product.price, locale)
            }
            before={product.priceBefore && formatTaka(product.priceBefore, locale)}
            nowLabel={t("priceNow")}
            beforeLabel={t("priceBefore")}
          />
        </div>
      </div>
    </article>
  );
}
