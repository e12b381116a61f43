import { longDate } from "@/lib/kernel/dates";
import { localDigits, type Locale } from "@/lib/kernel/money";

/** `22:52`, or `22:52:07`, in Dhaka, from ISO 8601. `Intl` abbreviates the day's half to one letter in Bangla. */
export function timeInDhaka(at: string | Date, locale: Locale, withSeconds = false): string {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Dhaka",
    hour: "2-digit",
    minute: "2-digit",
    ...(withSeconds ? { second: "2-digit" } : {}),
  }).format(new Date(at));
  return localDigits(clock, locale);
}

/** `22 November 2026, 22:52` in Dhaka. */
export function momentInDhaka(at: string | Date, locale: Locale): string {
  return `${longDate(new Date(at), locale)}, ${timeInDhaka(at, locale)}`;
}
