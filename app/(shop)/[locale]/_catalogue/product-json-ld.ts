import "server-only";
import { href } from "@/app/_i18n/routing";
import type { ProductView } from "@/lib/catalog/views";
import { takaText, type Locale } from "@/lib/kernel/money";
import { store } from "@/store.config";
import { averageOf } from "@/lib/reviews/review-view";
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
      image: publicUrl() + product.image,
      ...(product.rating && {
        aggregateRating: {
          "@type": "AggregateRating",
          ratingValue: averageOf(product.rating.sum, product.rating.count),
          reviewCount: product.rating.count,
        },
      }),
      offers: product.variants.map((variant) => ({
        "@type": "Offer",
        url: product.variants.length > 1 ? `${url}?variant=${encodeURIComponent(variant.sku)}` : url,
        sku: variant.sku,
        price: takaText(variant.price),
        priceCurrency: "BDT",
        availability: `https://schema.org/${variant.stock > 0 ? "InStock" : "OutOfStock"}`,
        itemCondition: "https://schema.org/NewCondition",
        seller: { "@type": "Organization", name: store.name[locale] },
      })),
    },
    {
      "@context": "https://schema.org",
      "@type": "BreadcrumbList",
      itemListElement: [
        ...crumbs.map((crumb) => ({ name: crumb.text, item: publicUrl() + crumb.href })),
        { name: product.name, item: url },
      ].map((step, index) => ({ "@type": "ListItem", position: index + 1, ...step })),
    },
  ]);
}
