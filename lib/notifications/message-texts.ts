import { formatTaka, type Locale, type Poisha } from "@/lib/kernel/money";
import { appUrl } from "@/lib/platform/env";
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
  /** What it is about: what the wallet takes for the order, or what goes back of it. */
  amount: Poisha;
  /** What is paid at the door after the wallet has taken its part; zero when nothing is. */
  rest: Poisha;
  /** It is paid at the door: nothing is to be paid online. */
  isPaidOnDelivery: boolean;
  /** bKash's receipt number, once there is one. */
  trxId: string | null;
  /** Who brings the goods, under which number, and what is to be paid then. */
  courier: string | null;
  trackingNumber: string | null;
  due: Poisha | null;
  /** Opens the order in any browser. */
  link: string;
}

export interface MessageText {
  /** For an e-mail. */
  subject: string;
  /** Plain, and short enough for an SMS: it begins with the shop's name, because a phone may show nothing else. */
  text: string;
  /** The same in pieces, for a letter: what is said, and the button below it. */
  says: string;
  action: { see: string; link: string } | null;
}

type Writer = (
  facts: MessageFacts,
  amount: string,
  due: string | null,
) => {
  subject: string;
  says: string;
  /** What the link is for. */
  see: string;
  /** Instead of the order's own. */
  link?: string;
};

const EN: Record<OrderTopic, Writer> = {
  "order-received": ({ orderNumber, isPaidOnDelivery }, amount) => ({
    subject: `We have your order ${orderNumber}`,
    says: `we have your order ${orderNumber}, ${amount}.`,
    see: isPaidOnDelivery ? "Follow it here" : "Pay and follow it here",
  }),
  "order-paid": ({ orderNumber, trxId }, amount) => ({
    subject: `Order ${orderNumber} is paid`,
    says: `thank you, ${amount} for order ${orderNumber} has arrived${trxId ? ` (bKash trxID ${trxId})` : ""}.`,
    see: "Follow it here",
  }),
  "payment-in-doubt": ({ orderNumber }, amount) => ({
    subject: `We are still checking your payment for order ${orderNumber}`,
    says: `we are still checking with bKash whether your ${amount} for order ${orderNumber} arrived. Please do not pay again.`,
    see: "The result will be here",
  }),
  "handed-over": ({ orderNumber, courier, trackingNumber }, amount, due) => ({
    subject: `Order ${orderNumber} is on its way`,
    says: `order ${orderNumber} (${amount}) is with ${courier ?? "the courier"}${trackingNumber ? `, number ${trackingNumber}` : ""}.${due ? ` Please have ${due} ready in cash.` : ""}`,
    see: "Follow it here",
  }),
  delivered: ({ orderNumber }, amount) => ({
    subject: `Order ${orderNumber} was delivered`,
    says: `order ${orderNumber} (${amount}) was delivered. Thank you for buying here. If it did not reach you, or something is wrong, tell us.`,
    see: "Your order",
  }),
  "order-cancelled": ({ orderNumber }, amount) => ({
    subject: `Order ${orderNumber} was cancelled`,
    says: `order ${orderNumber} (${amount}) was cancelled, and nothing is to be paid for it. If you still want it, call us.`,
    see: "See",
  }),
  "refund-in-doubt": ({ orderNumber }, amount) => ({
    subject: `We are giving money back for order ${orderNumber}`,
    says: `we are giving ${amount} for order ${orderNumber} back to your bKash account. bKash has not confirmed it yet.`,
    see: "The result will be here",
  }),
  refunded: ({ orderNumber, trxId }, amount) => ({
    subject: `Money went back for order ${orderNumber}`,
    says: `${amount} for order ${orderNumber} went back to your bKash account${trxId ? ` (trxID ${trxId})` : ""}.`,
    see: "See",
  }),
  "complaint-received": ({ orderNumber }) => ({
    subject: `Complaint about order ${orderNumber}`,
    says: `a customer has a complaint about order ${orderNumber}. The law wants an answer within 72 hours.`,
    see: "Answer it here",
    link: officeLink(orderNumber),
  }),
  "complaint-answered": ({ orderNumber }) => ({
    subject: `Our answer about order ${orderNumber}`,
    says: `we have answered what you told us about order ${orderNumber}.`,
    see: "Read it here",
  }),
};

const BN: Record<OrderTopic, Writer> = {
  "order-received": ({ orderNumber, isPaidOnDelivery }, amount) => ({
    subject: `আপনার অর্ডার ${orderNumber} পেয়েছি`,
    says: `আপনার অর্ডার ${orderNumber} পেয়েছি, ${amount}।`,
    see: isPaidOnDelivery ? "দেখুন" : "পেমেন্ট করুন ও দেখুন",
  }),
  "order-paid": ({ orderNumber, trxId }, amount) => ({
    subject: `অর্ডার ${orderNumber}-এর টাকা পেয়েছি`,
    says: `ধন্যবাদ, অর্ডার ${orderNumber}-এর ${amount} পেয়েছি${trxId ? ` (বিকাশ TrxID ${trxId})` : ""}।`,
    see: "দেখুন",
  }),
  "payment-in-doubt": ({ orderNumber }, amount) => ({
    subject: `অর্ডার ${orderNumber}-এর পেমেন্ট এখনো মিলিয়ে দেখছি`,
    says: `অর্ডার ${orderNumber}-এর ${amount} এসেছে কি না বিকাশের সঙ্গে এখনো মিলিয়ে দেখছি। আবার পেমেন্ট করবেন না।`,
    see: "ফলাফল",
  }),
  "handed-over": ({ orderNumber, courier, trackingNumber }, amount, due) => ({
    subject: `অর্ডার ${orderNumber} রওনা হয়েছে`,
    says: `অর্ডার ${orderNumber} (${amount}) এখন ${courier ?? "কুরিয়ার"}-এর কাছে${trackingNumber ? `, নম্বর ${trackingNumber}` : ""}।${due ? ` নগদ ${due} হাতে রাখুন।` : ""}`,
    see: "দেখুন",
  }),
  delivered: ({ orderNumber }, amount) => ({
    subject: `অর্ডার ${orderNumber} পৌঁছে গেছে`,
    says: `অর্ডার ${orderNumber} (${amount}) পৌঁছে গেছে। ধন্যবাদ। না পেলে বা কোনো সমস্যা থাকলে জানান।`,
    see: "দেখুন",
  }),
  "order-cancelled": ({ orderNumber }, amount) => ({
    subject: `অর্ডার ${orderNumber} বাতিল হয়েছে`,
    says: `অর্ডার ${orderNumber} (${amount}) বাতিল হয়েছে, কোনো টাকা দিতে হবে না। এখনো নিতে চাইলে ফোন করুন।`,
    see: "দেখুন",
  }),
  "refund-in-doubt": ({ orderNumber }, amount) => ({
    subject: `অর্ডার ${orderNumber}-এর টাকা ফেরত দিচ্ছি`,
    says: `অর্ডার ${orderNumber}-এর ${amount} আপনার বিকাশে ফেরত দিচ্ছি। বিকাশ এখনো নিশ্চিত করেনি।`,
    see: "ফলাফল",
  }),
  refunded: ({ orderNumber, trxId }, amount) => ({
    subject: `অর্ডার ${orderNumber}-এর টাকা ফেরত গেছে`,
    says: `অর্ডার ${orderNumber}-এর ${amount} আপনার বিকাশে ফেরত গেছে${trxId ? ` (TrxID ${trxId})` : ""}।`,
    see: "দেখুন",
  }),
  "complaint-received": ({ orderNumber }) => ({
    subject: `অর্ডার ${orderNumber} নিয়ে অভিযোগ`,
    says: `অর্ডার ${orderNumber} নিয়ে একজন ক্রেতা অভিযোগ জানিয়েছেন। ৭২ ঘণ্টার মধ্যে উত্তর দিতে হবে।`,
    see: "উত্তর দিন",
    link: officeLink(orderNumber),
  }),
  "complaint-answered": ({ orderNumber }) => ({
    subject: `অর্ডার ${orderNumber} নিয়ে আমাদের উত্তর`,
    says: `অর্ডার ${orderNumber} নিয়ে যা জানিয়েছিলেন তার উত্তর দিয়েছি।`,
    see: "দেখুন",
  }),
};

const officeLink = (orderNumber: string): string => new URL(`/admin/orders/${orderNumber}`, appUrl()).href;

/** A message in its reader's language. */
export function writeMessage(topic: OrderTopic, facts: MessageFacts): MessageText {
  const { locale, due } = facts;
  const {
    subject,
    says,
    see,
    link = facts.link,
  } = { bn: BN, en: EN }[locale][topic](facts, withRest(topic, facts), due ? amountIn(locale, due) : null);
  const text = `${store.name[locale]}: ${says} ${see}: ${link}`;
  return { subject, text, says: says.charAt(0).toUpperCase() + says.slice(1), action: { see, link } };
}

/** The message that carries a code. The code comes first: a phone shows little, and reads it from there by itself. */
export function writeCodeMessage(locale: Locale, code: string): MessageText {
  const shop = store.name[locale];
  const [subject, text] =
    locale === "bn"
      ? [
          `${shop}-এ সাইন ইনের কোড`,
          `${code} হলো ${shop}-এ সাইন ইনের কোড, ৫ মিনিট চলবে। কাউকে বলবেন না—আমরা কখনো ফোনে কোড চাই না।`,
        ]
      : [
          `Your code to sign in to ${shop}`,
          `${code} is your code to sign in to ${shop}, for 5 minutes. Tell it nobody: we never ask for it by phone.`,
        ];
  return { subject, text, says: text, action: null };
}

/** "৳" is no character of a plain SMS: with it an English text costs more than twice as much. */
const amountIn = (locale: Locale, amount: Poisha): string =>
  locale === "bn" ? formatTaka(amount, "bn") : formatTaka(amount, "en").replace("৳", "Tk ");

/** An order is told of with what is left for the door; money that went somewhere is told of alone. */
function withRest(topic: OrderTopic, { locale, amount, rest }: MessageFacts): string {
  const told = amountIn(locale, amount);
  if (rest === 0 || (topic !== "order-received" && topic !== "order-paid")) return told;
  const left = amountIn(locale, rest);
  return locale === "bn"
    ? `${told} (বাকি ${left} ডেলিভারির সময় নগদে)`
    : `${told} (and ${left} in cash on delivery)`;
}
