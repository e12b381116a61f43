import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { readLocale, type LocaleParams } from "@/app/_i18n/read-locale";
import { button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { isOffered } from "@/lib/platform/features";
import { store } from "@/store.config";
import { pageMetadata } from "../_shell/page-metadata";
import { TrackForm } from "./track-form";

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(params);
  const t = await getTranslations({ locale, namespace: "track" });
  return pageMetadata(locale, "/track", { title: t("title"), description: t("text") });
}

/** Opens an order for whoever knows its number and the mobile number that it was placed with. */
export default async function TrackPage({ params }: LocaleParams) {
  if (!isOffered("tracking")) notFound();
  const locale = await readLocale(params);
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: "track" });
  const c = await getTranslations({ locale, namespace: "checkout" });
  return (
    <div className="page-width pb-20 pt-8 lg:pt-12">
      <div className="mx-auto max-w-xl">
        <h1 className="text-3xl">{t("title")}</h1>
        <p className="mb-7 mt-2 text-ink-soft">{t("text")}</p>
        <TrackForm
          locale={locale}
          words={{
            orderNumber: t("orderNumber"),
            orderNumberHint: t("orderNumberHint"),
            phone: c("phone"),
            phoneHint: t("phoneHint"),
            open: t("open"),
            opening: t("opening"),
            notOpened: t("notOpened"),
          }}
          errorsTitle={[1, 2].map((count) => c("errors", { count }))}
        />
        <section aria-labelledby="lost" className="mt-10 border-t border-line pt-6">
          <h2 id="lost" className="text-xl">
            {t("lost")}
          </h2>
          <p className="mt-2">{t("lostText", { hours: store.hours[locale] })}</p>
          <p className="mt-1">
            <a href={`tel:${store.phone}`} className={button("plain")}>
              <Icon name="phone" size={20} />
              {store.phoneShown[locale]}
            </a>
          </p>
        </section>
      </div>
    </div>
  );
}
