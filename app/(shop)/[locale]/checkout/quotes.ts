import "server-only";
import { getTranslations } from "next-intl/server";
import { couponEffect, type CartView } from "@/lib/cart/cart-view";
import { areasOf } from "@/lib/delivery/areas";
import { deliveryFee, zoneOf } from "@/lib/delivery/delivery-fee";
import { districts } from "@/lib/delivery/districts";
import { formatTaka, poisha, type Locale } from "@/lib/kernel/money";
import { orderTotal } from "@/lib/orders/order-total";
import { deliveryZones } from "../_shell/delivery-zones";
import { daysInWords } from "../_shell/zone-words";
import type { ZoneQuote } from "./checkout-form";

/** What delivery and the whole order would cost in each zone, as text: the browser computes no money. */
export async function zoneQuotes(cart: CartView, locale: Locale): Promise<Record<string, ZoneQuote>> {
  const t = await getTranslations({ locale, namespace: "checkout" });
  const zones = await deliveryZones();
  const { discount, isDeliveryFree } = couponEffect(cart);
  const quotes = await Promise.all(
    zones.map(async (zone) => {
      const fee = isDeliveryFree ? poisha(0) : deliveryFee(zone, cart);
      const quote: ZoneQuote = {
        fee: fee === 0 ? t("deliveryFree") : formatTaka(fee, locale),
        total: formatTaka(orderTotal({ ...cart, discount, deliveryFee: fee }), locale),
        arrives: t("arrives", { days: await daysInWords(zone.days, locale) }),
      };
      return [zone.code, quote] as const;
    }),
  );
  return Object.fromEntries(quotes);
}

/** The zone of each district, and of each `district/upazila` that is of another zone than its district. */
export function zoneOfPlace(): Record<string, string> {
  const zones: Record<string, string> = {};
  for (const { slug: district } of districts) {
    const own = zoneOf(district) ?? "";
    zones[district] = own;
    for (const { slug } of areasOf(district)) {
      const zone = zoneOf(district, slug) ?? "";
      if (zone !== own) zones[`${district}/${slug}`] = zone;
    }
  }
  return zones;
}
