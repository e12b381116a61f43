import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { href, isLocale } from "@/app/_i18n/routing";
import { button } from "@/app/_ui/button";
import { Picture } from "@/app/_ui/picture";

export default async function NotFound() {
  const asked = await getLocale();
  const locale = isLocale(asked) ? asked : "bn";
  const t = await getTranslations({ locale, namespace: "notFound" });
  return (
    <div className="page-width flex flex-col items-center py-12 text-center lg:py-20">
      <title>{t("title")}</title>
      <Picture src="/art/not-found.svg" alt="" width={320} height={240} className="h-auto w-64 lg:w-80" />
      <h1 className="mt-6 text-3xl">{t("title")}</h1>
      <p className="mt-3 max-w-text text-lg text-ink-soft">{t("text")}</p>
      <div className="mt-7 flex flex-wrap justify-center gap-3">
        <Link href={href(locale, "/products")} prefetch={false} className={button()}>
          {t("products")}
        </Link>
        <Link href={href(locale)} prefetch={false} className={button("quiet")}>
          {t("home")}
        </Link>
      </div>
    </div>
  );
}
