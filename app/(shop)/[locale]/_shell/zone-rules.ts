import type { getTranslations } from "next-intl/server";
import type { DeliveryZone } from "@/lib/delivery/delivery-fee";
import { formatTaka, localDigits, type Locale } from "@/lib/kernel/money";

type Words = Awaited<ReturnType<typeof getTranslations<"zones">>>;

/** What a heavy parcel costs more, and what travels free; a rule that all zones share is told once. */
export function zoneRules(zones: readonly DeliveryZone[], t: Words, locale: Locale): string[] {
  const rules = zones.map((zone) => ({ zone: zone.name[locale], rules: rulesOf(zone, t, locale) }));
  const [first] = rules;
  if (first && rules.every((each) => each.rules.join() === first.rules.join())) return first.rules;
  return rules.flatMap(({ zone, rules: own }) => (own.length > 0 ? `${zone}: ${own.join(" ")}` : []));
}

function rulesOf(zone: DeliveryZone, t: Words, locale: Locale): string[] {
  const kilograms = localDigits(String(zone.includedGrams / 1000), locale);
  return [
    ...(zone.feePerKg > 0 ? [t("heavy", { kilograms, fee: formatTaka(zone.feePerKg, locale) })] : []),
    ...(zone.freeAbove === null ? [] : [t("freeAbove", { free: formatTaka(zone.freeAbove, locale) })]),
  ];
}
