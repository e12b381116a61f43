import { getTranslations } from "next-intl/server";
import { Icon, type IconName } from "@/app/_ui/icon";
import { freeAboveEverywhere, lowestFee } from "@/lib/delivery/delivery-fee";
import { formatTaka, poisha, type Locale } from "@/lib/kernel/money";
import { store } from "@/store.config";
import { deliveryZones } from "../_shell/delivery-zones";

export async function Promises({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "home" });
  const zones = await deliveryZones();
  const freeAbove = freeAboveEverywhere(zones);
  const fee = formatTaka(lowestFee(zones, { subtotal: poisha(0), weightInGrams: 0 }), locale);
  const promises: { icon: IconName; title: string; text: string }[] = [
    {
      icon: "truck",
      title: t("promiseDelivery"),
      text:
        freeAbove === null
          ? t("promiseDeliveryFee", { fee })
          : t("promiseDeliveryText", { fee, free: formatTaka(freeAbove, locale) }),
    },
    { icon: "back", title: t("promiseReturns", { days: store.returnDays }), text: t("promiseReturnsText") },
    { icon: "wallet", title: t("promisePayment"), text: t("promisePaymentText") },
    {
      icon: "phone",
      title: t("promisePhone"),
      text: t("promisePhoneText", { phone: store.phoneShown[locale], hours: store.hours[locale] }),
    },
  ];
  return (
    <section aria-label={t("promises")} className="border-b border-line bg-card">
      <ul className="page-width grid gap-x-8 gap-y-5 py-7 sm:grid-cols-2 lg:grid-cols-4">
        {promises.map(({ icon, title, text }) => (
          <li key={icon} className="flex gap-3.5">
            <span className="mt-0.5 text-brand">
              <Icon name={icon} size={26} />
            </span>
            <div>
              <p className="font-semibold leading-snug">{title}</p>
              <p className="text-sm text-ink-soft">{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
