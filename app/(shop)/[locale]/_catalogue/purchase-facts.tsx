import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { Icon, type IconName } from "@/app/_ui/icon";
import { freeAboveEverywhere } from "@/lib/delivery/delivery-fee";
import { formatTaka, type Locale } from "@/lib/kernel/money";
import { store } from "@/store.config";
import { deliveryZones } from "../_shell/delivery-zones";
import { daysInWords } from "../_shell/zone-words";

/** Delivery, returns and payment: what one wants to know before adding to the cart. */
export async function PurchaseFacts({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "catalogue" });
  const zones = await deliveryZones();
  const freeAbove = freeAboveEverywhere(zones);
  const promises = zones.map(async (zone) =>
    t("deliveryTo", {
      zone: zone.name[locale],
      days: await daysInWords(zone.days, locale),
      fee: formatTaka(zone.baseFee, locale),
    }),
  );
  const facts: { icon: IconName; term: string; text: string; more?: string[]; path: string }[] = [
    {
      icon: "truck",
      term: t("deliveryShort"),
      text: t("deliveryShort"),
      more: [
        ...(await Promise.all(promises)),
        ...(freeAbove === null ? [] : [t("freeDelivery", { free: formatTaka(freeAbove, locale) })]),
      ],
      path: "/delivery",
    },
    {
      icon: "back",
      term: t("returnsShort"),
      text: t("returns", { days: store.returnDays }),
      path: "/returns",
    },
    { icon: "wallet", term: t("paymentShort"), text: t("payment"), path: "/terms" },
  ];
  return (
    <dl className="divide-y divide-line rounded-card border border-line bg-card px-4">
      {facts.map(({ icon, term, text, more, path }) => (
        <div key={icon} className="flex gap-3.5 py-3.5">
          <dt className="pt-0.5 text-brand">
            <Icon name={icon} />
            <span className="sr-only">{term}</span>
          </dt>
          <dd>
            <Link
              href={href(locale, path)}
              prefetch={false}
              className="font-medium underline-offset-4 hover:text-brand hover:underline"
            >
              {text}
            </Link>
            {more?.map((line) => (
              <span key={line} className="block text-sm text-ink-soft">
                {line}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
