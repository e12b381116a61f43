import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { button } from "@/app/_ui/button";
import { Price } from "@/app/_ui/price";
import { StockNote } from "@/app/_ui/stock-note";
import { MAX_PER_LINE } from "@/lib/cart/cart-view";
import type { ProductView } from "@/lib/catalog/views";
import { formatTaka, localDigits, type Locale } from "@/lib/kernel/money";
import { store } from "@/store.config";
import { AddToCart } from "./add-to-cart";
import { PurchaseFacts } from "./purchase-facts";

/** Name, price, stock and the way into the cart. */
export async function Purchase({ product, locale }: { product: ProductView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "catalogue" });
  const price = formatTaka(product.price, locale);
  const digits = (n: number) => localDigits(String(n), locale);
  const stockText = {
    "in-stock": t("inStock"),
    "low-stock": t("lowStock", { count: digits(product.stock) }),
    "sold-out": t("soldOut"),
  }[product.availability];
  return (
    <div className="flex flex-col gap-5">
      <div>
        <p className="text-sm font-semibold text-terracotta-deep">{t("from", { place: product.origin })}</p>
        <h1 className="mt-1 text-3xl">{product.name}</h1>
        <p className="mt-2 text-lg text-ink-soft">{product.summary}</p>
      </div>
      <div>
        <Price
          now={price}
          before={product.priceBefore && formatTaka(product.priceBefore, locale)}
          nowLabel={t("priceNow")}
          beforeLabel={t("priceBefore")}
          isLarge
        />
        <StockNote state={product.availability} text={stockText} />
      </div>
      {product.stock > 0 ? (
        <AddToCart
          sku={product.sku}
          locale={locale}
          quantities={Array.from({ length: Math.min(product.stock, MAX_PER_LINE) }, (_, index) =>
            digits(index + 1),
          )}
          price={price}
          cartHref={href(locale, "/cart")}
          words={{
            quantity: t("quantity"),
            add: t("addToCart"),
            adding: t("adding"),
            added: t("added"),
            goToCart: t("goToCart"),
          }}
        />
      ) : (
        <div className="grid justify-items-start gap-4">
          <p>{t("soldOutText", { phone: store.phoneShown[locale] })}</p>
          <Link href={href(locale, `/categories/${product.category.slug}`)} className={button("quiet")}>
            {t("seeSimilar")}
          </Link>
        </div>
      )}
      <PurchaseFacts locale={locale} />
    </div>
  );
}
