import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { readLocale, type LocaleParams } from "@/app/_i18n/read-locale";
import { listProducts } from "@/lib/catalog/read-catalogue";
import { Listing } from "../_catalogue/listing";
import { pageMetadata } from "../_shell/page-metadata";

// Made when first asked for and kept for a minute: a build needs no database, and a busy day asks it once a minute.
export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(params);
  const t = await getTranslations({ locale, namespace: "catalogue" });
  return pageMetadata(locale, "/products", { title: t("allTitle"), description: t("allText") });
}

export default async function ProductsPage({ params }: LocaleParams) {
  const locale = await readLocale(params);
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: "catalogue" });
  return (
    <Listing
      locale={locale}
      title={t("allTitle")}
      text={t("allText")}
      products={await listProducts(locale)}
    />
  );
}
