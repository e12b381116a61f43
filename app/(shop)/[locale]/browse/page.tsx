import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { readLocale, type LocaleParams } from "@/app/_i18n/read-locale";
import { href } from "@/app/_i18n/routing";
import { button } from "@/app/_ui/button";
import { browse } from "@/lib/catalog/browse";
import { knownChoices } from "@/lib/catalog/known-choices";
import { Listing } from "../_catalogue/listing";
import { findPlace } from "../_catalogue/place";
import { addressOfPage, readWish, type Parameters } from "../_catalogue/read-wish";
import { pageMetadata } from "../_shell/page-metadata";

/**
 * A list with wishes in its address. The lists themselves are kept ready for everybody; proxy.ts sends an address with
 * wishes here, so that only those are made anew.
 */
type Props = LocaleParams & { searchParams: Promise<Parameters> };

const placeOf = ({ place }: Parameters): string => (typeof place === "string" ? place : "/products");

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await readLocale(params);
  const place = await findPlace(placeOf(await searchParams), locale);
  if (!place) return {};
  // Every combination of wishes is a page; a search engine is shown the list itself.
  return {
    ...pageMetadata(locale, place.path, { title: place.title, description: place.text }),
    robots: { index: false, follow: true },
  };
}

export default async function BrowsePage({ params, searchParams }: Props) {
  const locale = await readLocale(params);
  setRequestLocale(locale);
  const given = await searchParams;
  const place = await findPlace(placeOf(given), locale);
  if (!place) notFound();
  const asked = readWish(given);
  const wish = { ...asked, chosen: await knownChoices(asked.chosen) };
  const t = await getTranslations({ locale, namespace: "catalogue" });
  const shell = await getTranslations({ locale, namespace: "shell" });
  const other = locale === "bn" ? "en" : "bn";
  return (
    <>
      {/* The switch in the head of every page takes the wishes along when it is clicked, which needs JavaScript. */}
      <noscript>
        <p className="page-width text-end">
          <a
            href={href(other, addressOfPage(place.path, given, wish.page ?? 1))}
            lang={other}
            hrefLang={other}
            className={button("plain")}
          >
            {shell("thisListInOther")}
          </a>
        </p>
      </noscript>
      <Listing
        locale={locale}
        title={wish.typed ? t("searchTitle", { words: wish.typed }) : place.title}
        text={wish.typed ? t("searchText") : place.text}
        image={place.image}
        path={place.path}
        wish={wish}
        given={given}
        browsed={await browse({ ...wish, ...place }, locale)}
      />
    </>
  );
}
