import { formatTaka, inChosenDigits, type Locale, type Poisha } from "@/lib/kernel/money";
import { appUrl } from "@/lib/platform/env";
import { store } from "@/store.config";
import type { MessageFacts } from "./message-facts";
import { isToMerchant, type OrderTopic } from "./message-topics";
import { bn } from "./words-bn";
import { en } from "./words-en";

export interface MessageText {
  /** For an e-mail. */
  subject: string;
  /** Plain, and short enough for an SMS: it begins with the shop's name, because a phone may show nothing else. */
  text: string;
  /** The same in pieces, for a letter: what is said, and the button below it. */
  says: string;
  action: { see: string; link: string } | null;
}

/** A message in its reader's language. */
export function writeMessage(topic: OrderTopic, facts: MessageFacts): MessageText {
  const { locale, due } = facts;
  const { subject, says, see } = { bn, en }[locale][topic](facts, {
    amount: amountOf(topic, facts),
    due: due && amountIn(locale, due),
    rest: facts.rest > 0 ? amountIn(locale, facts.rest) : null,
    less: couponIn(facts),
  });
  const link = isToMerchant(topic) ? officeLink(facts.orderNumber) : facts.link;
  const text = `${store.name[locale]}: ${says} ${see}: ${link}`;
  return inDigits({
    subject,
    text,
    says: says.charAt(0).toUpperCase() + says.slice(1),
    action: { see, link },
  });
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
  return inDigits({ subject, text, says: text, action: null });
}

/** The words of a message in the digits that the merchant wants. */
const inDigits = (message: MessageText): MessageText => ({
  ...message,
  subject: inChosenDigits(message.subject),
  text: inChosenDigits(message.text),
  says: inChosenDigits(message.says),
});

const officeLink = (orderNumber: string): string => new URL(`/admin/orders/${orderNumber}`, appUrl()).href;

/** "৳" is no character of a plain SMS: with it an English text costs more than twice as much. */
const amountIn = (locale: Locale, amount: Poisha): string =>
  locale === "bn" ? formatTaka(amount, "bn") : formatTaka(amount, "en").replace("৳", "Tk ");

/** Where goods are told of, what they cost; else the money that is asked for or went somewhere. */
const ABOUT_GOODS: ReadonlySet<OrderTopic> = new Set(["handed-over", "delivered", "order-cancelled"]);

const amountOf = (topic: OrderTopic, { locale, amount, total }: MessageFacts): string =>
  amountIn(locale, ABOUT_GOODS.has(topic) ? total : amount);

function couponIn({ locale, coupon }: MessageFacts): string | null {
  if (!coupon) return null;
  const { code, discount } = coupon;
  const off = amountIn(locale, discount);
  if (locale === "bn") return discount > 0 ? `${code} কুপনে ${off} ছাড়সহ` : `${code} কুপনে ডেলিভারি ফ্রি`;
  return discount > 0 ? `with ${off} off by coupon ${code}` : `with free delivery by coupon ${code}`;
}
