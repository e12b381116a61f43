import { poisha, type Locale, type Poisha } from "@/lib/kernel/money";
import type { NewMessage } from "./outbox";

/** What the texts are made of. */
export interface MessageFacts {
  locale: Locale;
  orderNumber: string;
  /** What it is about: what the wallet takes for the order, or what goes back of it. */
  amount: Poisha;
  /** What is paid at the door after the wallet has taken its part; zero when nothing is. */
  rest: Poisha;
  /** The whole order, discount and delivery included. */
  total: Poisha;
  /** The coupon that was used and what it took off the goods; one of free delivery takes nothing off them. */
  coupon: { code: string; discount: Poisha } | null;
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

/** Amounts as a reader sees them; null where there is none. */
export interface ShownAmounts {
  amount: string;
  due: string | null;
  /** What is left for the door after the wallet has taken its part. */
  rest: string | null;
  /** What a coupon did. */
  less: string | null;
}

/** What is told of one thing. */
export type MessageWords = (
  facts: MessageFacts,
  shown: ShownAmounts,
) => {
  subject: string;
  says: string;
  /** What the link is for. */
  see: string;
};

/** An order as a text needs it. */
export interface ToldOrder {
  orderNumber: string;
  totalInPoisha: number;
  payNowInPoisha: number;
  discountInPoisha: number;
  couponCode: string | null;
  isPaidOnDelivery: boolean;
}

/** What a text is made of, from the message and the order that it is about. */
export const factsOf = (
  body: NewMessage["body"],
  order: ToldOrder & { locale: Locale },
  link: string,
): MessageFacts => ({
  locale: order.locale,
  orderNumber: order.orderNumber,
  amount: poisha(body.amountInPoisha ?? order.payNowInPoisha),
  rest: poisha(order.totalInPoisha - order.payNowInPoisha),
  total: poisha(order.totalInPoisha),
  coupon: order.couponCode ? { code: order.couponCode, discount: poisha(order.discountInPoisha) } : null,
  isPaidOnDelivery: order.isPaidOnDelivery,
  trxId: body.trxId ?? null,
  courier: body.courier ?? null,
  trackingNumber: body.trackingNumber ?? null,
  due: body.dueInPoisha ? poisha(body.dueInPoisha) : null,
  link,
});
