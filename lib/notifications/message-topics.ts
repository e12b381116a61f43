import type { Locale } from "@/lib/kernel/money";
import { store } from "@/store.config";

/** What people are told without asking. */
export const TOPICS = [
  "order-received",
  "order-paid",
  "payment-in-doubt",
  "handed-over",
  "delivered",
  "order-cancelled",
  "refund-in-doubt",
  "refunded",
  "complaint-received",
  "complaint-answered",
] as const;
/** What is told about an order. */
export type OrderTopic = (typeof TOPICS)[number];
export type Topic = OrderTopic | "sign-in-code" | "back-in-stock";

/** What the merchant is told, at the shop's own address and in English, as the back office speaks. */
const TO_MERCHANT: ReadonlySet<OrderTopic> = new Set(["complaint-received"]);

export const isToMerchant = (topic: OrderTopic): boolean => TO_MERCHANT.has(topic);

/** Who a message goes to, and in which language: the order's shopper, or the merchant. */
export const addresseeOf = (topic: OrderTopic, order: Addressee): Addressee =>
  isToMerchant(topic)
    ? { phone: store.phone, email: store.email, locale: "en" }
    : { phone: order.phone, email: order.email, locale: order.locale };

interface Addressee {
  /** E.164. */
  phone: string;
  email: string | null;
  locale: Locale;
}
