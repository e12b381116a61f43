import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { readLocale, type LocaleParams } from "@/app/_i18n/read-locale";
import { JsonLd } from "@/app/_ui/json-ld";
import { featuredProducts } from "@/lib/catalog/read-catalogue";
import { store } from "@/store.config";
import { Categories } from "./_home/categories";
import { Collections } from "./_home/collections";
import { Hero } from "./_home/hero";
import { Promises } from "./_home/promises";
import { shopJsonLd } from "./_home/shop-json-ld";
import { Story } from "./_home/story";
import { Window } from "./_home/window";
import { PaySteps } from "./_shell/pay-steps";
import { pageMetadata } from "./_shell/page-metadata";

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(params);
  const t = await getTranslations({ locale, namespace: "home" });
  return pageMetadata(locale, "/", { title: t("title"), description: store.description[locale] });
}

export default async function HomePage({ params }: LocaleParams) {
  const locale = await readLocale(params);
  setRequestLocale(locale);
  const products = await featuredProducts(locale, 8);
  return (
    <>
      <JsonLd json={shopJsonLd(locale)} />
      <Hero locale={locale} />
      <Promises locale={locale} />
      <Categories locale={locale} />
      <Window locale={locale} products={products} />
      <Collections locale={locale} />
      <Story locale={locale} />
      <PaySteps locale={locale} />
    </>
  );
}
