import { getRequestConfig } from "next-intl/server";
import { isLocale, routing } from "./routing";

export default getRequestConfig(async ({ locale: asked, requestLocale }) => {
  const wanted = asked ?? (await requestLocale);
  const locale = isLocale(wanted) ? wanted : routing.defaultLocale;
  const messages = (await import(`./messages/${locale}.json`)) as { default: Record<string, never> };
  return { locale, messages: messages.default, timeZone: "Asia/Dhaka" };
});
