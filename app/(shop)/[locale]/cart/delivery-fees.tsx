import { getTranslations } from "next-intl/server";
import { FEE_OF_ZONE, ZONES } from "@/lib/delivery/delivery-fee";
import { formatTaka, type Locale } from "@/lib/kernel/money";
import { zoneDays } from "../_shell/zone-days";

/** What delivery costs and how long it takes, wherever one lives. */
export async function DeliveryFees({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "cart" });
  const zones = await getTranslations({ locale, namespace: "zones" });
  return (
    <table className="w-full text-sm">
      <caption className="pb-2 text-start font-semibold">{t("fees")}</caption>
      <tbody className="divide-y divide-line border-y border-line">
        {ZONES.map(async (zone) => (
          <tr key={zone}>
            <th scope="row" className="py-2.5 text-start font-normal">
              {zones(zone)}
              {zone === "dhaka-suburbs" && (
                <span className="block text-xs text-ink-soft">{zones("suburbsList")}</span>
              )}
            </th>
            <td className="whitespace-nowrap py-2.5 ps-4 text-end text-ink-soft">
              {await zoneDays(zone, locale)}
            </td>
            <td className="whitespace-nowrap py-2.5 ps-4 text-end font-semibold tabular-nums">
              {formatTaka(FEE_OF_ZONE[zone], locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
