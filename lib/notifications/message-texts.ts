import { formatTaka, type Locale, type Poisha } from "@/lib/kernel/money";
import { appUrl } from "@/lib/platform/env";
import { store } from "@/store.config";

/** What people are told without asking. */
export const TOPICS = [
  "order-received",
  "order-paid",
  "payment-in-doubt",
  "refund-in-doubt",
  "refunded",
  "complaint-received",
  "complaint-answered",
] as const;
/** What is told about an order. */
export type OrderTopic = (typeof TOPICS)[number];
export type Topic = OrderTopic | "sign-in-code";

/** What the merchant is told, at the shop's own address and in English, as the back office speaks. */
const TO_MERCHANT: ReadonlySet<OrderTopic> = new Set(["complaint-received"]);

/** Who a message goes to, and in which language: the order's shopper, or the merchant. */
export const addresseeOf = (topic: OrderTopic, order: Addressee): Addressee =>
  TO_MERCHANT.has(topic)
    ? { phone: store.phone, email: store.email, locale: "en" }
    : { phone: order.phone, email: order.email, locale: order.locale };

interface Addressee {
  /** E.164. */
  phone: string;
  email: string | null;
  locale: Locale;
}

/** What the texts are made of. */
export interface MessageFacts {
  locale: Locale;
  orderNumber: string;
  /** What it is about: the order's total, or what goes back of it. */
  amount: Poisha;
  /** It is paid at the door: nothing is to be paid online. */
  isPaidOnDelivery: boolean;
  /** bKash's receipt number, once there is one. */
  trxId: string | null;
  /** Opens the order in any browser. */
  link: string;
}

export interface MessageText {
  /** For an e-mail. */
  subject: string;
  /** Plain, and short enough for an SMS: it begins with the shop's name, because a phone may show nothing else. */
  text: string;
}

type Writer = (facts: MessageFacts & { officeLink: string }, amount: string) => MessageText;

const EN: Record<OrderTopic, Writer> = {
  "order-received": ({ orderNumber, isPaidOnDelivery, link }, amount) => ({
    subject: `We have your order ${orderNumber}`,
    text: `we have your order ${orderNumber}, ${amount}. ${isPaidOnDelivery ? "Follow it" : "Pay and follow it"} here: ${link}`,
  }),
  "order-paid": ({ orderNumber, trxId, link }, amount) => ({
    subject: `Order ${orderNumber} is paid`,
    text: `thank you, ${amount} for order ${orderNumber} has arrived${trxId ? ` (bKash trxID ${trxId})` : ""}. Follow it here: ${link}`,
  }),
  "payment-in-doubt": ({ orderNumber, link }, amount) => ({
    subject: `We are still checking your payment for order ${orderNumber}`,
    text: `we are still checking with bKash whether your ${amount} for order ${orderNumber} arrived. Please do not pay again. The result will be here: ${link}`,
  }),
  "refund-in-doubt": ({ orderNumber, link }, amount) => ({
    subject: `We are giving money back for order ${orderNumber}`,
    text: `we are giving ${amount} for order ${orderNumber} back to your bKash account. bKash has not confirmed it yet. The result will be here: ${link}`,
  }),
  refunded: ({ orderNumber, trxId, link }, amount) => ({
    subject: `Money went back for order ${orderNumber}`,
    text: `${amount} for order ${orderNumber} went back to your bKash account${trxId ? ` (trxID ${trxId})` : ""}. See: ${link}`,
  }),
  "complaint-received": ({ orderNumber, officeLink }) => ({
    subject: `Complaint about order ${orderNumber}`,
    text: `a customer has a complaint about order ${orderNumber}. The law wants an answer within 72 hours: ${officeLink}`,
  }),
  "complaint-answered": ({ orderNumber, link }) => ({
    subject: `Our answer about order ${orderNumber}`,
    text: `we have answered what you told us about order ${orderNumber}. Read it here: ${link}`,
  }),
};

const BN: Record<OrderTopic, Writer> = {
  "order-received": ({ orderNumber, isPaidOnDelivery, link }, amount) => ({
    subject: `আপনার অর্ডার ${orderNumber} পেয়েছি`,
    text: `আপনার অর্ডার ${orderNumber} পেয়েছি, ${amount}। ${isPaidOnDelivery ? "দেখুন" : "পেমেন্ট করুন ও দেখুন"}: ${link}`,
  }),
  "order-paid": ({ orderNumber, trxId, link }, amount) => ({
    subject: `অর্ডার ${orderNumber}-এর টাকা পেয়েছি`,
    text: `ধন্যবাদ, অর্ডার ${orderNumber}-এর ${amount} পেয়েছি${trxId ? ` (বিকাশ TrxID ${trxId})` : ""}। দেখুন: ${link}`,
  }),
  "payment-in-doubt": ({ orderNumber, link }, amount) => ({
    subject: `অর্ডার ${orderNumber}-এর পেমেন্ট এখনো মিলিয়ে দেখছি`,
    text: `অর্ডার ${orderNumber}-এর ${amount} এসেছে কি না বিকাশের সঙ্গে এখনো মিলিয়ে দেখছি। আবার পেমেন্ট করবেন না। ফলাফল: ${link}`,
  }),
  "refund-in-doubt": ({ orderNumber, link }, amount) => ({
    subject: `অর্ডার ${orderNumber}-এর টাকা ফেরত দিচ্ছি`,
    text: `অর্ডার ${orderNumber}-এর ${amount} আপনার বিকাশে ফেরত দিচ্ছি। বিকাশ এখনো নিশ্চিত করেনি। ফলাফল: ${link}`,
  }),
  refunded: ({ orderNumber, trxId, link }, amount) => ({
    subject: `অর্ডার ${orderNumber}-এর টাকা ফেরত গেছে`,
    text: `অর্ডার ${orderNumber}-এর ${amount} আপনার বিকাশে ফেরত গেছে${trxId ? ` (TrxID ${trxId})` : ""}। দেখুন: ${link}`,
  }),
  "complaint-received": ({ orderNumber, officeLink }) => ({
    subject: `অর্ডার ${orderNumber} নিয়ে অভিযোগ`,
    text: `অর্ডার ${orderNumber} নিয়ে একজন ক্রেতা অভিযোগ জানিয়েছেন। ৭২ ঘণ্টার মধ্যে উত্তর দিতে হবে: ${officeLink}`,
  }),
  "complaint-answered": ({ orderNumber, link }) => ({
    subject: `অর্ডার ${orderNumber} নিয়ে আমাদের উত্তর`,
    text: `অর্ডার ${orderNumber} নিয়ে যা জানিয়েছিলেন তার উত্তর দিয়েছি। দেখুন: ${link}`,
  }),
};

/** A message in its reader's language. */
export function writeMessage(topic: OrderTopic, facts: MessageFacts): MessageText {
  const { locale } = facts;
  const officeLink = new URL(`/admin/orders/${facts.orderNumber}`, appUrl()).href;
  const amount = amountIn(locale, facts.amount);
  const { subject, text } = { bn: BN, en: EN }[locale][topic]({ ...facts, officeLink }, amount);
  return { subject, text: `${store.name[locale]}: ${text}` };
}

/** The message that carries a code. The code comes first: a phone shows little, and reads it from there by itself. */
export function writeCodeMessage(locale: Locale, code: string): MessageText {
  const shop = store.name[locale];
  return locale === "bn"
    ? {
        subject: `${shop}-এ সাইন ইনের কোড`,
        text: `${code} হলো ${shop}-এ সাইন ইনের কোড, ৫ মিনিট চলবে। কাউকে বলবেন না—আমরা কখনো ফোনে কোড চাই না।`,
      }
    : {
        subject: `Your code to sign in to ${shop}`,
        text: `${code} is your code to sign in to ${shop}, for 5 minutes. Tell it nobody: we never ask for it by phone.`,
      };
}

/** "৳" is no character of a plain SMS: with it an English text costs more than twice as much. */
const amountIn = (locale: Locale, amount: Poisha): string =>
  locale === "bn" ? formatTaka(amount, "bn") : formatTaka(amount, "en").replace("৳", "Tk ");
