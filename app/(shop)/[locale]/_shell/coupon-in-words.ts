import "server-only";
import { getTranslations } from "next-intl/server";
import { formatTaka, type Locale, type Poisha } from "@/lib/kernel/money";

/** The coupon's line of a bill: `Coupon EID10`, `−৳100`; one that takes nothing off makes delivery free. */
export async function couponInWords(
  code: string,
  discount: Poisha,
  locale: Locale,
): Promise<{ label: string; amount: string }> {
  const t = await getTranslations({ locale, namespace: "coupon" });
  return {
    label: t("line", { code }),
    amount: discount > 0 ? `−${formatTaka(discount, locale)}` : t("freeDelivery"),
  };
}
