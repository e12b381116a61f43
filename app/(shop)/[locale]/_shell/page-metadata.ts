import "server-only";
import type { Metadata } from "next";
import { href, locales, routing } from "@/app/_i18n/routing";
import type { Locale } from "@/lib/kernel/money";
import { store } from "@/store.config";
import { publicUrl } from "./public-url";

/** Title, description, canonical address and the same page in the other language. */
export function pageMetadata(
  locale: Locale,
  path: string,
  page: { title: string; description: string; image?: string },
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
      ...(page.image ? { images: [{ url: publicUrl() + page.image }] } : {}),
    },
  };
}

/** For pages that belong to one shopper. */
export const privateMetadata = (title: string): Metadata => ({
  title,
  robots: { index: false, follow: false },
});
