import { getTranslations } from "next-intl/server";
import { Icon, type IconName } from "@/app/_ui/icon";
import { FREE_DELIVERY_ABOVE, LOWEST_FEE } from "@/lib/delivery/delivery-fee";
import { formatTaka, type Locale } from "@/lib/kernel/money";
import { store } from "@/store.config";

export async function Promises({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "home" });
  const promises: { icon: IconName; title: string; text: string }[] = [
    {
      icon: "truck",
      title: t("promiseDelivery"),
      text: t("promiseDeliveryText", {
        fee: formatTaka(LOWEST_FEE, locale),
        free: formatTaka(FREE_DELIVERY_ABOVE, locale),
      }),
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
