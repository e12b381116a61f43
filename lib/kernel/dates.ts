import { digits } from "@/store.config";
import type { Locale } from "./money";

/** What `Intl` is asked for: its own digits for Bangla are Bengali ones, whatever the merchant wants. */
export const intlLocale = (locale: Locale, wanted: typeof digits = digits): string =>
  locale === "en" ? "en-GB" : `bn-BD-u-nu-${wanted === "bengali" ? "beng" : "latn"}`;

/** `22 November 2026`, `২২ নভেম্বর, ২০২৬`: the day that it is in Dhaka. */
export const longDate = (at: Date, locale: Locale, wanted?: typeof digits): string =>
  new Intl.DateTimeFormat(intlLocale(locale, wanted), { dateStyle: "long", timeZone: "Asia/Dhaka" }).format(
    at,
  );
