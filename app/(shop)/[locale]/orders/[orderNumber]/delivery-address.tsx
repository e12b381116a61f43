import { getTranslations } from "next-intl/server";
import { Icon } from "@/app/_ui/icon";
import { zoneOf } from "@/lib/delivery/delivery-fee";
import { findDistrict } from "@/lib/delivery/districts";
import { localDigits, type Locale } from "@/lib/kernel/money";
import { localMsisdn } from "@/lib/kernel/msisdn";
import type { OrderView } from "@/lib/orders/read-order";
import { zoneDays } from "../../_shell/zone-days";

export async function DeliveryAddress({ order, locale }: { order: OrderView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "order" });
  const { district, address, note } = order.delivery;
  const zone = zoneOf(district);
  return (
    <section aria-labelledby="deliver-to">
      <h2 id="deliver-to" className="text-xl">
        {t("deliverTo")}
      </h2>
      <div className="mt-3 flex gap-3.5">
        <span className="pt-0.5 text-brand">
          <Icon name="pin" size={24} />
        </span>
        <div className="min-w-0">
          <p className="font-semibold">{order.contact.name}</p>
          <p className="whitespace-pre-line">{address}</p>
          <p>{findDistrict(district)?.name[locale] ?? district}</p>
          <p>{localDigits(localMsisdn(order.contact.phone), locale)}</p>
          {note && <p className="mt-2 text-ink-soft">{t("note", { note })}</p>}
          {zone && order.status !== "CANCELLED" && (
            <p className="mt-2 text-ink-soft">{t("days", { days: await zoneDays(zone, locale) })}</p>
          )}
        </div>
      </div>
    </section>
  );
}
