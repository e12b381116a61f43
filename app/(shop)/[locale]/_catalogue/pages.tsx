import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { button } from "@/app/_ui/button";
import { localDigits, type Locale } from "@/lib/kernel/money";

/** The way through a list that is longer than a page. */
export async function Pages({
  locale,
  page,
  pages,
  addressOf,
}: {
  locale: Locale;
  page: number;
  pages: number;
  addressOf: (page: number) => string;
}) {
  if (pages <= 1) return null;
  const t = await getTranslations({ locale, namespace: "catalogue" });
  const digits = (n: number) => localDigits(String(n), locale);
  return (
    <nav aria-label={t("pages")} className="mt-12 flex items-center justify-center gap-4">
      {page > 1 && (
        <Link rel="prev" href={addressOf(page - 1)} prefetch={false} className={button("quiet")}>
          {t("pageBefore")}
        </Link>
      )}
      <p aria-current="page">{t("pageOf", { page: digits(page), pages: digits(pages) })}</p>
      {page < pages && (
        <Link rel="next" href={addressOf(page + 1)} prefetch={false} className={button("quiet")}>
          {t("pageAfter")}
        </Link>
      )}
    </nav>
  );
}
