import "server-only";
import { href, locales, routing } from "@/app/_i18n/routing";
import { publicUrl } from "../[locale]/_shell/public-url";
import { xmlText } from "./xml";

/** A map may hold 50,000 addresses and 50 MB (sitemaps.org); each product has one in each language. */
export const PRODUCTS_PER_MAP = 2_000;

interface Place {
  /** Without the language. */
  readonly path: string;
  readonly changedAt?: Date;
  /** Addresses in the shop. */
  readonly pictures?: readonly string[];
}

const inLanguage = (language: string, address: string): string =>
  `<xhtml:link rel="alternate" hreflang="${language}" href="${xmlText(address)}"/>`;

/** A place in each language, each naming the others. */
function entries({ path, changedAt, pictures = [] }: Place): string {
  const alternates = [
    ...locales.map((locale) => inLanguage(locale, publicUrl() + href(locale, path))),
    inLanguage("x-default", publicUrl() + href(routing.defaultLocale, path)),
  ].join("");
  const shown = pictures
    .map(
      (src) => `<image:image><image:loc>${xmlText(new URL(src, publicUrl()).href)}</image:loc></image:image>`,
    )
    .join("");
  const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : "";
  return locales
    .map(
      (locale) =>
        `<url><loc>${xmlText(publicUrl() + href(locale, path))}</loc>${changed}${alternates}${shown}</url>`,
    )
    .join("\n");
}

/** A site map (sitemaps.org) with languages and pictures. */
export const siteMap = (places: readonly Place[]): string =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">\n${places.map(entries).join("\n")}\n</urlset>`;
