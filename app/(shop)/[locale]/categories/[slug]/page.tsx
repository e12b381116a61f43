import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readLocale, type SlugParams } from "@/app/_i18n/read-locale";
import { findCategory, listProducts } from "@/lib/catalog/read-catalogue";
import { Listing } from "../../_catalogue/listing";
import { pageMetadata } from "../../_shell/page-metadata";

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];

const category = cache(findCategory);

export async function generateMetadata({ params }: SlugParams): Promise<Metadata> {
  const locale = await readLocale(params);
  const { slug } = await params;
  const found = await category(slug, locale);
  if (!found) return {};
  return pageMetadata(locale, `/categories/${slug}`, { title: found.name, description: found.description });
}

export default async function CategoryPage({ params }: SlugParams) {
  const locale = await readLocale(params);
  setRequestLocale(locale);
  const { slug } = await params;
  const found = await category(slug, locale);
  if (!found) notFound();
  return (
    <Listing
      locale={locale}
      title={found.name}
      text={found.description}
      image={found.image}
      open={slug}
      products={await listProducts(locale, { categorySlug: slug })}
    />
  );
}
