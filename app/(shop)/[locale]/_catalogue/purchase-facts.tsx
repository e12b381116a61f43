import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { Icon, type IconName } from "@/app/_ui/icon";
import { DELIVERY_DAYS, FEE_OF_ZONE, FREE_DELIVERY_ABOVE } from "@/lib/delivery/delivery-fee";
import { formatTaka, localDigits, type Locale } from "@/lib/kernel/money";
import { store } from "@/store.config";

/** Delivery, returns and payment: what one wants to know before adding to the cart. */
export async function PurchaseFacts({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "catalogue" });
  const days = `${DELIVERY_DAYS["inside-dhaka"][0]}–${DELIVERY_DAYS["outside-dhaka"][1]}`;
  const facts: { icon: IconName; term: string; text: string; more?: string; path: string }[] = [
    {
      icon: "truck",
      term: t("deliveryShort"),
      text: t("delivery", {
        dhaka: formatTaka(FEE_OF_ZONE["inside-dhaka"], locale),
        outside: formatTaka(FEE_OF_ZONE["outside-dhaka"], locale),
        days: localDigits(days, locale),
      }),
      more: t("freeDelivery", { free: formatTaka(FREE_DELIVERY_ABOVE, locale) }),
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
            {more && <span className="block text-sm text-ink-soft">{more}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
