import "server-only";
import { getTranslations } from "next-intl/server";
import type { DeliveryZone } from "@/lib/delivery/delivery-fee";
import { formatTaka, localDigits, type Locale } from "@/lib/kernel/money";

/** `2–3 days`, in the reader's language. */
export async function daysInWords([from, to]: readonly [number, number], locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: "zones" });
  return t("days", { from: localDigits(String(from), locale), to: localDigits(String(to), locale) });
}

/** `Dhaka city ৳60, Around Dhaka ৳90, Elsewhere ৳120`: the base fees. */
export const feesInWords = (zones: readonly DeliveryZone[], locale: Locale): string =>
  zones.map((zone) => `${zone.name[locale]} ${formatTaka(zone.baseFee, locale)}`).join(", ");
