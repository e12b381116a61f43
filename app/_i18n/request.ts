import { getRequestConfig } from "next-intl/server";
import { inChosenDigits, type Locale } from "@/lib/kernel/money";
import { digits } from "@/store.config";
import { isLocale, routing } from "./routing";

type Messages = Record<string, never>;

/** Bangla has Bengali digits in its words and counts with them, unless the merchant wants Latin ones. */
const inTheMerchantsDigits = (locale: Locale, messages: Messages) =>
  digits === "latin" && locale === "bn"
    ? {
        locale: "bn-u-nu-latn" as Locale, // next-intl only counts with it
        messages: JSON.parse(inChosenDigits(JSON.stringify(messages))) as Messages,
      }
    : { locale, messages };

export default getRequestConfig(async ({ locale: asked, requestLocale }) => {
  const wanted = asked ?? (await requestLocale);
  const locale = isLocale(wanted) ? wanted : routing.defaultLocale;
  const messages = (await import(`./messages/${locale}.json`)) as { default: Messages };
  return { ...inTheMerchantsDigits(locale, messages.default), timeZone: "Asia/Dhaka" };
});
