import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { readLocale, type LocaleParams } from "@/app/_i18n/read-locale";
import { button } from "@/app/_ui/button";
import { privateMetadata } from "../_shell/page-metadata";
import { SeenPages } from "./seen-pages";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await readLocale(params), namespace: "offline" });
  return privateMetadata(t("title"));
}

/** Shown by public/sw.js in place of a page that cannot be fetched, at that page's address. */
export default async function OfflinePage({ params }: LocaleParams) {
  const locale = await readLocale(params);
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: "offline" });
  return (
    <section className="page-width max-w-text pb-20 pt-12 lg:pt-20">
      <h1 className="text-3xl">{t("title")}</h1>
      <p className="mt-3 text-lg text-ink-soft">{t("text")}</p>
      <p className="mt-3 text-lg text-ink-soft">{t("paying")}</p>
      {/* An empty address is this page's own: the one that could not be fetched. */}
      <a href="" className={button("primary", "mt-6")}>
        {t("retry")}
      </a>
      <SeenPages locale={locale} heading={t("seen")} />
    </section>
  );
}
