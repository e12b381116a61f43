import type { Locale } from "@/lib/kernel/money";
import { appUrl } from "@/lib/platform/env";
import { store } from "@/store.config";
import type { MessageText } from "./message-texts";

/** What is in stock again, as it was when the message was written. */
export interface RestockedArticle {
  readonly sku: string;
  readonly slug: string;
  readonly name: string;
}

/** The message that somebody asked for: it can be bought again. */
export function writeRestockedMessage(locale: Locale, { sku, slug, name }: RestockedArticle): MessageText {
  const link = new URL(`/${locale}/products/${slug}?variant=${encodeURIComponent(sku)}`, appUrl()).href;
  const [subject, says, see] =
    locale === "bn"
      ? [`${name} আবার স্টকে এসেছে`, `${name} আবার স্টকে এসেছে, শেষ হওয়ার আগেই দেখুন।`, "দেখুন"]
      : [`${name} is in stock again`, `${name} is in stock again, while it lasts.`, "See it"];
  return { subject, text: `${store.name[locale]}: ${says} ${see}: ${link}`, says, action: { see, link } };
}
