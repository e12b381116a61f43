import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { Icon } from "@/app/_ui/icon";
import { Picture } from "@/app/_ui/picture";

import type { Locale } from "@/lib/kernel/money";
import { isOffered } from "@/lib/platform/features";
import { store } from "@/store.config";
import { CartBadge } from "./cart-badge";
import { shopCategories } from "./categories";
import { SearchBox } from "./search-box";
import { WishBadge } from "./wish-badge";
import { LanguageSwitch } from "./language-switch";

/** Logo, categories, language and cart. */
export async function Header({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "shell" });
  const c = await getTranslations({ locale, namespace: "catalogue" });
  const w = await getTranslations({ locale, namespace: "wishlist" });
  const categories = await shopCategories(locale);
  const links = [
    ...categories.map(({ slug, name }) => ({ path: `/categories/${slug}`, name })),
    { path: "/products", name: t("allProducts") },
    ...(isOffered("tracking") ? [{ path: "/track", name: t("track") }] : []),
  ];
  return (
    <div className="page-width flex flex-wrap items-center gap-x-3 lg:gap-x-6">
      <Link
        href={href(locale)}
        prefetch={false}
        aria-label={t("home", { shop: store.name[locale] })}
        className="flex min-h-14 items-center gap-2.5 lg:min-h-18"
      >
        <Picture src="/art/logo.svg" alt="" width={36} height={36} load="soon" className="dark:hidden" />
        <Picture src="/art/logo-on-dark.svg" alt="" width={36} height={36} className="hidden dark:block" />
        <span className="font-display text-2xl font-bold leading-none text-brand">{store.name[locale]}</span>
      </Link>
      <SearchBox
        action={href(locale, "/products")}
        locale={locale}
        words={{
          search: c("search"),
          hint: c("searchHint"),
          suggestions: c("suggestions"),
          seeAll: c("seeAllFound"),
        }}
      />
      <nav
        aria-label={t("nav")}
        className="order-last -mx-4 w-screen overflow-x-auto overscroll-x-contain border-t border-line lg:mx-0 lg:w-full"
      >
        <ul className="flex w-max gap-1 px-2 lg:-mx-3 lg:px-0">
          {links.map(({ path, name }) => (
            <li key={path}>
              <Link
                href={href(locale, path)}
                prefetch={false}
                className="inline-flex min-h-11 items-center whitespace-nowrap rounded-full px-3 text-sm font-medium hover:bg-jute-tint hover:text-brand"
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="ms-auto flex items-center gap-1">
        <LanguageSwitch
          to={locale === "bn" ? "en" : "bn"}
          text={t("otherLanguage")}
          hint={t("otherLanguageHint")}
        />
        {isOffered("wishlist") && (
          <Link
            href={href(locale, "/wishlist")}
            prefetch={false}
            className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-full hover:bg-jute-tint hover:text-brand"
          >
            <span className="relative">
              <Icon name="heart" size={24} />
              <WishBadge locale={locale} sentence={w("pieces", { count: "#" })} />
            </span>
            <span className="sr-only">{w("link")}</span>
          </Link>
        )}
        {isOffered("accounts") && (
          <Link
            href={href(locale, "/account")}
            prefetch={false}
            aria-label={t("account")}
            className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-full hover:bg-jute-tint hover:text-brand"
          >
            <Icon name="person" size={24} />
          </Link>
        )}
        <Link
          href={href(locale, "/cart")}
          prefetch={false}
          className="-me-3 inline-flex min-h-11 min-w-11 items-center justify-center gap-2.5 rounded-full px-3 text-sm font-semibold hover:bg-jute-tint hover:text-brand"
        >
          <span className="relative">
            <Icon name="cart" size={24} />
            <CartBadge locale={locale} sentence={t("cartPieces", { count: "#" })} />
          </span>
          <span className="max-sm:sr-only">{t("cart")}</span>
        </Link>
      </div>
    </div>
  );
}
