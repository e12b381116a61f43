import "server-only";
import { href } from "@/app/_i18n/routing";
import type { ProductView } from "@/lib/catalog/views";
import { takaText, type Locale } from "@/lib/kernel/money";
import { rasterAddress } from "@/lib/pictures/raster";
import { store } from "@/store.config";
import { averageOf } from "@/lib/reviews/review-view";
import { breadcrumbJsonLd } from "../_shell/breadcrumb-json-ld";
import { publicUrl } from "../_shell/public-url";

/** What search engines read: the product with its offers, and the way to it. */
export function productJsonLd(
  product: ProductView,
  locale: Locale,
  crumbs: { text: string; href: string }[],
): string {
  const url = publicUrl() + href(locale, `/products/${product.slug}`);
  return JSON.stringify([
    {
      "@context": "https://schema.org",
      "@type": "Product",
      name: product.name,
      description: product.summary,
      sku: product.opens.sku,
      category: product.category.name,
      ...(product.rating && {
        aggregateRating: {
          "@type": "AggregateRating",
          ratingValue: averageOf(product.rating.sum, product.rating.count),
          reviewCount: product.rating.count,
        },
      }),
      image: product.pictures.map(({ src }) => new URL(rasterAddress(src), publicUrl()).href),
      offers: product.variants.map((variant) => ({
        "@type": "Offer",
        url: product.variants.length > 1 ? `${url}?variant=${encodeURIComponent(variant.sku)}` : url,
        sku: variant.sku,
        price: takaText(variant.price),
        priceCurrency: "BDT",
        availability: `https://schema.org/${variant.stock > 0 ? "InStock" : "OutOfStock"}`,
        itemCondition: "https://schema.org/NewCondition",
        hasMerchantReturnPolicy: {
          "@type": "MerchantReturnPolicy",
          applicableCountry: "BD",
          returnPolicyCategory: "https://schema.org/MerchantReturnFiniteReturnWindow",
          merchantReturnDays: store.returnDays,
          returnMethod: "https://schema.org/ReturnByMail",
          merchantReturnLink: publicUrl() + href(locale, "/returns"),
        },
        seller: { "@type": "Organization", name: store.name[locale] },
      })),
    },
    breadcrumbJsonLd([...crumbs, { text: product.name, href: href(locale, `/products/${product.slug}`) }]),
  ]);
}
