import { getTranslations } from "next-intl/server";
import { href } from "@/app/_i18n/routing";
import { MAX_PER_LINE } from "@/lib/cart/cart-view";
import type { ProductView, VariantView } from "@/lib/catalog/views";
import { formatTaka, localDigits, type Locale } from "@/lib/kernel/money";
import { isOffered } from "@/lib/platform/features";
import { store } from "@/store.config";
import { BuyBox, type ShownVariant } from "./buy-box";
import { Heart } from "./heart";
import { RatingInWords } from "./rating-in-words";
import { PurchaseFacts } from "./purchase-facts";

/** Name, price, stock, what there is to choose, and the way into the cart. */
export async function Purchase({ product, locale }: { product: ProductView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "catalogue" });
  const w = await getTranslations({ locale, namespace: "wishlist" });
  const r = await getTranslations({ locale, namespace: "restock" });
  const e = await getTranslations({ locale, namespace: "errors" });
  const digits = (n: number) => localDigits(String(n), locale);
  const shown = (variant: VariantView): ShownVariant => ({
    sku: variant.sku,
    chosen: variant.chosen,
    price: formatTaka(variant.price, locale),
    priceBefore: variant.priceBefore && formatTaka(variant.priceBefore, locale),
    stock: variant.stock,
    availability: variant.availability,
    stockText: {
      "in-stock": t("inStock"),
      "low-stock": t("lowStock", { count: digits(variant.stock) }),
      "sold-out": t("soldOut"),
    }[variant.availability],
    picture: variant.image,
  });
  return (
    <div className="flex flex-col gap-5">
      <div>
        <p className="text-sm font-semibold text-terracotta-deep">{t("from", { place: product.origin })}</p>
        <div className="mt-1 flex items-start justify-between gap-3">
          <h1 className="text-3xl">{product.name}</h1>
          {isOffered("wishlist") && (
            <Heart
              product={product.slug}
              locale={locale}
              words={{
                heart: w("heart", { name: product.name }),
                saved: w("saved", { name: product.name }),
              }}
              look="relative shrink-0"
            />
          )}
        </div>
        {product.rating && (
          <a
            href="#reviews"
            className="mt-1 inline-flex min-h-11 items-center underline-offset-4 hover:underline"
          >
            <RatingInWords rating={product.rating} locale={locale} isLong />
          </a>
        )}
        <p className="mt-2 text-lg text-ink-soft">{product.summary}</p>
      </div>
      <BuyBox
        product={product.slug}
        locale={locale}
        choices={product.choices}
        variants={product.variants.map(shown)}
        opens={shown(product.opens)}
        quantities={Array.from({ length: MAX_PER_LINE }, (_, index) => digits(index + 1))}
        cartHref={href(locale, "/cart")}
        similarHref={href(locale, `/categories/${product.category.slug}`)}
        words={{
          quantity: t("quantity"),
          add: t("addToCart"),
          adding: t("adding"),
          unreachable: e("unreachable"),
          added: t("added"),
          goToCart: t("goToCart"),
          noCookies: t("noCookies", { phone: store.phoneShown[locale] }),
          priceNow: t("priceNow"),
          priceBefore: t("priceBefore"),
          soldOut: t("soldOut"),
          soldOutText: t("soldOutText", { phone: store.phoneShown[locale] }),
          seeSimilar: t("seeSimilar"),
          restock: isOffered("backInStock")
            ? {
                title: r("title"),
                contact: r("contact"),
                contactHint: r("contactHint"),
                ask: r("ask"),
                asking: r("asking"),
                done: r("done"),
              }
            : null,
        }}
      />
      <PurchaseFacts locale={locale} />
    </div>
  );
}
