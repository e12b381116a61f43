import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import type { Locale } from "@/lib/kernel/money";

export async function Story({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "home" });
  return (
    <section
      aria-labelledby="story"
      className="mt-14 bg-brand text-on-brand lg:mt-24 dark:bg-night dark:text-on-night"
    >
      <div className="page-width grid gap-x-16 gap-y-4 py-12 lg:grid-cols-2 lg:py-20">
        <h2 id="story" className="text-3xl">
          {t("storyTitle")}
        </h2>
        <div className="max-w-text">
          <p className="text-lg">{t("story")}</p>
          <Link
            href={href(locale, "/about")}
            prefetch={false}
            className="mt-3 inline-flex min-h-11 items-center font-semibold underline decoration-turmeric decoration-2 underline-offset-4"
          >
            {t("storyLink")}
          </Link>
        </div>
      </div>
    </section>
  );
}
