import { getTranslations } from "next-intl/server";
import { deliveryFee, type Parcel } from "@/lib/delivery/delivery-fee";
import { formatTaka, poisha, type Locale } from "@/lib/kernel/money";
import { deliveryZones } from "../_shell/delivery-zones";
import { zoneRules } from "../_shell/zone-rules";
import { daysInWords } from "../_shell/zone-words";

const LIGHT: Parcel = { subtotal: poisha(0), weightInGrams: 0 };

/** What delivery costs and how long it takes, wherever one lives: of this parcel, or, without one, from what. */
export async function DeliveryFees({ locale, parcel }: { locale: Locale; parcel?: Parcel }) {
  const t = await getTranslations({ locale, namespace: "zones" });
  const zones = await deliveryZones();
  const rows = zones.map(async (zone) => {
    const fee = deliveryFee(zone, parcel ?? LIGHT);
    return (
      <tr key={zone.code}>
        <th scope="row" className="py-2.5 text-start font-normal">
          {zone.name[locale]}
          {zone.places[locale] && <span className="block text-xs text-ink-soft">{zone.places[locale]}</span>}
        </th>
        <td className="whitespace-nowrap py-2.5 ps-4 text-end text-ink-soft">
          {await daysInWords(zone.days, locale)}
        </td>
        <td className="whitespace-nowrap py-2.5 ps-4 text-end font-semibold tabular-nums">
          {fee === 0 ? t("free") : formatTaka(fee, locale)}
        </td>
      </tr>
    );
  });
  return (
    <div>
      <table className="w-full text-sm">
        <caption className="pb-2 text-start font-semibold">{parcel ? t("feesOfThis") : t("fees")}</caption>
        <tbody className="divide-y divide-line border-y border-line">{await Promise.all(rows)}</tbody>
      </table>
      {!parcel && (
        <ul className="mt-3 grid gap-1 text-sm text-ink-soft">
          {zoneRules(zones, t, locale).map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
