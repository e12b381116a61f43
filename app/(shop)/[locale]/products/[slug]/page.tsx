import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readLocale, type SlugParams } from "@/app/_i18n/read-locale";
import { href } from "@/app/_i18n/routing";
import { Breadcrumbs } from "@/app/_ui/breadcrumbs";
import { JsonLd } from "@/app/_ui/json-ld";
import { findProduct, relatedProducts } from "@/lib/catalog/read-catalogue";
import { isOffered } from "@/lib/platform/features";
import { Gallery } from "../../_catalogue/gallery";
import { ProductFacts } from "../../_catalogue/product-facts";
import { ProductGrid } from "../../_catalogue/product-grid";
import { productJsonLd } from "../../_catalogue/product-json-ld";
import { Purchase } from "../../_catalogue/purchase";
import { RecentlySeen } from "../../_catalogue/recently-seen";
import { Reviews } from "../../_catalogue/reviews";
import { pageMetadata } from "../../_shell/page-metadata";

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];

const product = cache(findProduct);

export async function generateMetadata({ params }: SlugParams): Promise<Metadata> {
  const locale = await readLocale(params);
  const found = await product((await params).slug, locale);
  if (!found) return {};
  return pageMetadata(locale, `/products/${found.slug}`, {
    title: found.name,
    description: found.summary,
  });
}

export default async function ProductPage({ params }: SlugParams) {
  const locale = await readLocale(params);
  setRequestLocale(locale);
  const found = await product((await params).slug, locale);
  if (!found) notFound();
  const t = await getTranslations({ locale, namespace: "catalogue" });
  const related = await relatedProducts(found.slug, locale, 4);
  const crumbs = [
    { text: t("home"), href: href(locale) },
    { text: found.category.name, href: href(locale, `/categories/${found.category.slug}`) },
  ];
  return (
    <div className="page-width pb-20">
      <JsonLd json={productJsonLd(found, locale, crumbs)} />
      <div className="py-1 lg:py-3">
        <Breadcrumbs label={t("crumbs")} steps={crumbs} here={found.name} />
      </div>
      <div className="grid gap-x-14 gap-y-6 lg:grid-cols-[1.15fr_1fr]">
        <Gallery
          pictures={found.pictures}
          words={{
            pictures: t("pictures"),
            enlarge: t("enlarge"),
            close: t("close"),
            previous: t("previous"),
            next: t("next"),
          }}
        />
        <Purchase product={found} locale={locale} />
      </div>
      <ProductFacts product={found} locale={locale} />
      {isOffered("reviews") && <Reviews slug={found.slug} locale={locale} />}
      {related.length > 0 && (
        <section aria-labelledby="related" className="mt-14 lg:mt-24">
          <h2 id="related" className="mb-6 text-2xl">
            {t("related")}
          </h2>
          <ProductGrid products={related} locale={locale} />
        </section>
      )}
      <RecentlySeen
        slug={found.slug}
        name={found.name}
        image={found.image}
        locale={locale}
        title={t("recentlySeen")}
      />
    </div>
  );
}
