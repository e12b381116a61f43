import "server-only";
import { getTranslations } from "next-intl/server";
import { FEE_OF_ZONE, isDeliveryFree, ZONES, zoneOf } from "@/lib/delivery/delivery-fee";
import { districts } from "@/lib/delivery/districts";
import { formatTaka, sum, type Locale, type Poisha } from "@/lib/kernel/money";
import { zoneDays } from "../_shell/zone-days";
import type { ZoneQuote } from "./checkout-form";

/** What delivery and the whole order would cost in each zone, as text: the browser computes no money. */
export async function zoneQuotes(subtotal: Poisha, locale: Locale): Promise<Record<string, ZoneQuote>> {
  const t = await getTranslations({ locale, namespace: "checkout" });
  const isFree = isDeliveryFree(subtotal);
  const quotes = await Promise.all(
    ZONES.map(async (zone) => {
      const quote: ZoneQuote = {
        fee: isFree ? t("deliveryFree") : formatTaka(FEE_OF_ZONE[zone], locale),
        total: formatTaka(isFree ? subtotal : sum([subtotal, FEE_OF_ZONE[zone]]), locale),
        arrives: t("arrives", { days: await zoneDays(zone, locale) }),
      };
      return [zone, quote] as const;
    }),
  );
  return Object.fromEntries(quotes);
}

export const zoneOfDistrict = (): Record<string, string> =>
  Object.fromEntries(districts.map(({ slug }) => [slug, zoneOf(slug) ?? ""]));

/** `Dhaka ৳60, around Dhaka ৳90, elsewhere ৳120`. */
export async function feesInWords(locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: "zones" });
  return ZONES.map((zone) => `${t(zone)} ${formatTaka(FEE_OF_ZONE[zone], locale)}`).join(", ");
}
