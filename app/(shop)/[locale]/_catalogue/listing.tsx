import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { button } from "@/app/_ui/button";
import { classes } from "@/app/_ui/classes";
import { JsonLd } from "@/app/_ui/json-ld";
import { Picture } from "@/app/_ui/picture";
import type { Browsed, BrowseWish } from "@/lib/catalog/browse";
import { localDigits, type Locale } from "@/lib/kernel/money";
import { breadcrumbJsonLd } from "../_shell/breadcrumb-json-ld";
import { shopCategories } from "../_shell/categories";
import { Filters } from "./filters";
import { Pages } from "./pages";
import { ProductGrid } from "./product-grid";
import { addressOfPage, narrowings, type Parameters } from "./read-wish";
import { WorthALook } from "./worth-a-look";

interface Props {
  readonly locale: Locale;
  readonly title: string;
  readonly text: string;
  readonly image?: string | undefined;
  /** The list's address without wishes and language: `/products`, `/categories/food-tea`. */
  readonly path: string;
  readonly wish: BrowseWish;
  /** The wishes as they stand in the address. */
  readonly given: Parameters;
  readonly browsed: Browsed;
}

/** A page of products: all of them, a category, a collection, or what a search found. */
export async function Listing({ locale, title, text, image, path, wish, given, browsed }: Props) {
  const t = await getTranslations({ locale, namespace: "catalogue" });
  const shell = await getTranslations({ locale, namespace: "shell" });
  const here = href(locale, path);
  const isBeyond = browsed.page > browsed.pages;
  /** There is nothing, and no wish to take back: what orders and narrows a list would be in the way. */
  const isBare = browsed.total === 0 && narrowings(wish) === 0;
  const choices = [
    { path: "/products", name: shell("allProducts") },
    ...(await shopCategories(locale)).map(({ slug, name }) => ({ path: `/categories/${slug}`, name })),
  ];
  return (
    <>
      <JsonLd
        json={JSON.stringify(
          breadcrumbJsonLd([
            { text: t("home"), href: href(locale) },
            { text: title, href: here },
          ]),
        )}
      />
      <div className="bg-jute-tint">
        <div className="page-width flex items-center justify-between gap-8 py-8 lg:py-12">
          <div>
            <h1 className="text-3xl">{title}</h1>
            {!(isBare && wish.typed) && <p className="mt-2 max-w-text text-lg text-ink-soft">{text}</p>}
          </div>
          {image && (
            <Picture
              src={image}
              alt=""
              width={180}
              height={180}
              load="soon"
              className="size-24 shrink-0 rounded-full object-cover sm:size-40 lg:size-44"
            />
          )}
        </div>
      </div>
      <div className="page-width pb-20 pt-6">
        <nav aria-label={t("filter")} className="mb-6 max-lg:hidden">
          <ul className="flex w-max gap-2">
            {choices.map((choice) => (
              <li key={choice.path}>
                <Link
                  href={href(locale, choice.path)}
                  prefetch={false}
                  aria-current={choice.path === path ? "page" : undefined}
                  className={`inline-flex min-h-11 items-center rounded-full border px-4 text-sm font-medium ${choice.path === path ? "border-brand bg-brand text-on-brand" : "border-line bg-card hover:border-brand hover:text-brand"}`}
                >
                  {choice.name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={classes("grid gap-x-10 gap-y-6", !isBare && "lg:grid-cols-[15rem_1fr]")}>
          {!isBare && <Filters locale={locale} path={here} wish={wish} browsed={browsed} />}
          <div>
            {!isBare && (
              <h2 className="mb-4 font-sans text-sm font-normal text-ink-soft">
                {t("pieces", { count: browsed.total, shown: localDigits(String(browsed.total), locale) })}
              </h2>
            )}
            {browsed.products.length > 0 ? (
              <ProductGrid products={browsed.products} locale={locale} eager={4} />
            ) : (
              <div className="grid justify-items-center gap-5 py-16 text-center">
                <p className="max-w-text text-lg text-ink-soft">
                  {isBeyond
                    ? t("pageBeyond", {
                        pages: browsed.pages,
                        shown: localDigits(String(browsed.pages), locale),
                      })
                    : wish.typed
                      ? t("nothingFound", { words: wish.typed })
                      : t("empty")}
                </p>
                {isBeyond ? (
                  <Link
                    href={addressOfPage(here, given, browsed.pages)}
                    prefetch={false}
                    className={button("primary")}
                  >
                    {t("pageLast")}
                  </Link>
                ) : (
                  <Link href={href(locale, "/products")} prefetch={false} className={button("quiet")}>
                    {shell("allProducts")}
                  </Link>
                )}
              </div>
            )}
            {!isBeyond && (
              <Pages
                locale={locale}
                page={browsed.page}
                pages={browsed.pages}
                addressOf={(page) => addressOfPage(here, given, page)}
              />
            )}
            {isBare && <WorthALook locale={locale} />}
          </div>
        </div>
      </div>
    </>
  );
}
