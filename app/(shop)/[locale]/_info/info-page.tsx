import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { readLocale, type LocaleParams } from "@/app/_i18n/read-locale";
import { longDate } from "@/lib/kernel/dates";
import { inChosenDigits, type Locale } from "@/lib/kernel/money";
import { store } from "@/store.config";
import { pageMetadata } from "../_shell/page-metadata";
import type { InfoPageName } from "./info-pages";

interface InfoText {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
}

export type InfoTexts = Readonly<Record<Locale, InfoText>>;

/** Title and description of a page that only tells something. */
export const infoMetadata =
  (path: string, texts: InfoTexts) =>
  async ({ params }: LocaleParams): Promise<Metadata> => {
    const locale = await readLocale(params);
    return pageMetadata(locale, path, { title: texts[locale].title, description: texts[locale].lead });
  };

/** A page that only tells something. */
export async function InfoPage({
  page,
  params,
  texts,
  children,
}: LocaleParams & { page: InfoPageName; texts: InfoTexts; children?: (locale: Locale) => ReactNode }) {
  const locale = await readLocale(params);
  setRequestLocale(locale);
  const { title, lead, sections } = texts[locale];
  const readOn: string | null = store.policiesReadOn[page];
  const t = await getTranslations({ locale, namespace: "policies" });
  return (
    <article className="page-width pb-20 pt-10 lg:pt-16">
      <div className="max-w-text">
        <h1 className="text-3xl">{title}</h1>
        <p className="mt-3 text-lg text-ink-soft">{inChosenDigits(lead)}</p>
        {children && <div className="mt-8">{children(locale)}</div>}
        {sections.map(({ heading, paragraphs }) => (
          <section key={heading} className="mt-9">
            <h2 className="text-xl">{heading}</h2>
            {paragraphs.map((paragraph) => (
              <p key={paragraph} className="mt-3">
                {inChosenDigits(paragraph)}
              </p>
            ))}
          </section>
        ))}
        {readOn && (
          <p className="mt-10 text-sm text-ink-soft">
            {t("readOn", { day: longDate(new Date(readOn), locale) })}
          </p>
        )}
      </div>
    </article>
  );
}
