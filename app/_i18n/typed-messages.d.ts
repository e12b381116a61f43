import type { Locale as ShopLocale } from "@/lib/kernel/money";
import type messages from "./messages/en.json";

declare module "next-intl" {
  interface AppConfig {
    Locale: ShopLocale;
    Messages: typeof messages;
  }
}
