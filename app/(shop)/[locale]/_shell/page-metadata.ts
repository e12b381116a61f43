import "server-only";
import type { Metadata } from "next";
import { href, locales, routing } from "@/app/_i18n/routing";
import type { Locale } from "@/lib/kernel/money";
import { SHARE_SIZE } from "@/lib/pictures/draw-share-picture";
import { store } from "@/store.config";
import { publicUrl } from "./public-url";

/** Products, categories and collections have a picture of their own for links; the other pages show the shop's. */
const sharePicture = (locale: Locale, path: string): string =>
  `${publicUrl()}/share/${locale}${/^\/(products|categories|collections)\/[a-z0-9-]+$/.test(path) ? path : "/shop/home"}.png`;

/** Title, description, canonical address and the same page in the other language. */
export function pageMetadata(
  locale: Locale,
  path: string,
  page: { title: string; description: string },
): Metadata {
  const languages = Object.fromEntries(locales.map((other) => [other, publicUrl() + href(other, path)]));
  const url = publicUrl() + href(locale, path);
  return {
    title: page.title,
    description: page.description,
    alternates: {
      canonical: url,
      languages: { ...languages, "x-default": publicUrl() + href(routing.defaultLocale, path) },
    },
    openGraph: {
      type: "website",
      siteName: store.name[locale],
      locale: locale === "bn" ? "bn_BD" : "en_GB",
      title: page.title,
      description: page.description,
      url,
      images: [{ url: sharePicture(locale, path), ...SHARE_SIZE, alt: page.title }],
    },
    twitter: { card: "summary_large_image" },
  };
}

/** For pages that belong to one shopper. */
export const privateMetadata = (title: string): Metadata => ({
  title,
  robots: { index: false, follow: false },
});
