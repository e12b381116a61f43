import "server-only";
import { getTranslations } from "next-intl/server";
import { DELIVERY_DAYS, type Zone } from "@/lib/delivery/delivery-fee";
import { localDigits, type Locale } from "@/lib/kernel/money";

/** `2–3 days`, in the reader's language. */
export async function zoneDays(zone: Zone, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: "zones" });
  const [from, to] = DELIVERY_DAYS[zone];
  return t("days", { from: localDigits(String(from), locale), to: localDigits(String(to), locale) });
}
