import { defineRouting } from "next-intl/routing";
import type { Locale } from "@/lib/kernel/money";

/** Every page carries its language in its address: /bn/…, /en/… */
export const routing = defineRouting({
  locales: ["bn", "en"],
  defaultLocale: "bn",
  localePrefix: "always",
  // Pages name their own alternates, with the public address.
  alternateLinks: false,
});

export const locales: readonly Locale[] = routing.locales;

export const isLocale = (text: unknown): text is Locale => text === "bn" || text === "en";

/** The page that is a link's target, in the reader's language. */
export const href = (locale: Locale, path = "/"): string =>
  path === "/" ? `/${locale}` : `/${locale}${path}`;
