import "server-only";
import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/kernel/money";

const KEYS = [
  "who", "where", "name", "phone", "phoneHint", "email", "district", "districtChoose",
  "showPlaces", "upazila", "upazilaHint", "upazilaChoose", "upazilaAfterDistrict", "thanas", "upazilas", "notDelivered",
  "address", "addressHint", "note", "noteHint", "giftNote", "giftNoteAdd", "giftNoteHint",
  "optional", "summary", "editCart", "subtotal", "delivery", "deliveryPending", "deliveryPendingShort", "total", "place", "placing",
  "next", "notPlaced",
] as const; // prettier-ignore

export type CheckoutWords = Readonly<Record<(typeof KEYS)[number], string>>;

/** The words that the form needs in the browser, and no others. */
export async function checkoutWords(locale: Locale): Promise<CheckoutWords> {
  const t = await getTranslations({ locale, namespace: "checkout" });
  return Object.fromEntries(KEYS.map((key) => [key, t(key)])) as CheckoutWords;
}
