import { localDigits, type Locale } from "@/lib/kernel/money";

const ZONE = { timeZone: "Asia/Dhaka" } as const;

/** `22:52`, or `22:52:07`, in Dhaka, from ISO 8601. `Intl` for bn-BD abbreviates the day's half to one letter. */
export function timeInDhaka(at: string | Date, locale: Locale, withSeconds = false): string {
  const clock = new Intl.DateTimeFormat("en-GB", {
    ...ZONE,
    hour: "2-digit",
    minute: "2-digit",
    ...(withSeconds ? { second: "2-digit" } : {}),
  }).format(new Date(at));
  return localDigits(clock, locale);
}

/** `22 November 2026, 22:52` in Dhaka. */
export function momentInDhaka(at: string | Date, locale: Locale): string {
  const day = new Intl.DateTimeFormat(locale === "bn" ? "bn-BD" : "en-GB", {
    ...ZONE,
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(new Date(at));
  return `${day}, ${timeInDhaka(at, locale)}`;
}
