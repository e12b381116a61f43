import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { Icon } from "@/app/_ui/icon";

import type { Locale } from "@/lib/kernel/money";
import { isOffered } from "@/lib/platform/features";
import { store } from "@/store.config";
import { INFO_PAGES } from "../_info/info-pages";
import { shopCategories } from "./categories";
import { ThemeSwitch } from "./theme-switch";

const HELP = [...(isOffered("tracking") ? (["track"] as const) : []), ...INFO_PAGES];

const linkLook = "inline-flex min-h-11 items-center gap-2.5 underline-offset-4 hover:underline";

export async function Footer({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "footer" });
  const s = await getTranslations({ locale, namespace: "theme" });
  const categories = await shopCategories(locale);
  return (
    <footer className="mt-auto bg-night text-on-night">
      <div className="page-width grid grid-cols-2 gap-x-8 gap-y-8 pb-8 pt-12 lg:gap-x-10 lg:grid-cols-[1.4fr_1fr_1fr_1.3fr]">
        <div className="max-lg:col-span-2">
          <p className="font-display text-2xl font-bold">{store.name[locale]}</p>
          <p className="mt-2 max-w-xs text-on-night-soft">{store.tagline[locale]}</p>
          <p className="mt-5 max-w-xs text-sm text-on-night-soft">{t("payment")}</p>
          {isOffered("darkTheme") && (
            <div className="mt-6">
              <ThemeSwitch
                label={s("label")}
                words={{ auto: s("auto"), light: s("light"), dark: s("dark") }}
              />
            </div>
          )}
        </div>
        <nav aria-labelledby="footer-shop">
          <h2 id="footer-shop" className="font-sans text-sm font-semibold text-on-night-soft">
            {t("shop")}
          </h2>
          <ul className="mt-2">
            {categories.map((category) => (
              <li key={category.slug}>
                <Link
                  href={href(locale, `/categories/${category.slug}`)}
                  prefetch={false}
                  className={linkLook}
                >
                  {category.name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-labelledby="footer-help">
          <h2 id="footer-help" className="font-sans text-sm font-semibold text-on-night-soft">
            {t("help")}
          </h2>
          <ul className="mt-2">
            {HELP.map((page) => (
              <li key={page}>
                <Link href={href(locale, `/${page}`)} prefetch={false} className={linkLook}>
                  {t(page)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <section aria-labelledby="footer-contact" className="max-lg:col-span-2">
          <h2 id="footer-contact" className="font-sans text-sm font-semibold text-on-night-soft">
            {t("contact")}
          </h2>
          <p className="mt-2">
            <a href={`tel:${store.phone}`} className={linkLook}>
              <Icon name="phone" size={20} />
              {store.phoneShown[locale]}
            </a>
          </p>
          <p>
            <a href={`mailto:${store.email}`} className={linkLook}>
              <Icon name="mail" size={20} />
              {store.email}
            </a>
          </p>
          <p className="mt-2 text-sm text-on-night-soft">{store.hours[locale]}</p>
          <p className="mt-1 text-sm text-on-night-soft">{store.address[locale]}</p>
        </section>
      </div>
      <div className="border-t border-on-night/20">
        <p className="page-width flex flex-wrap gap-x-6 gap-y-1 py-5 text-xs text-on-night-soft">
          <span>{t("owner", { owner: store.legal.owner[locale] })}</span>
          <span>
            {t("complaints")}{" "}
            <a href={`mailto:${store.complaints.email}`} className="underline underline-offset-4">
              {store.complaints.email}
            </a>
          </span>
          <span>
            {t("tradeLicence")} {store.legal.tradeLicence}
          </span>
          <span>
            {t("bin")} {store.legal.bin}
          </span>
          <span>
            {t("dbid")} {store.legal.dbid}
          </span>
        </p>
      </div>
    </footer>
  );
}
