import { poisha, type Locale } from "@/lib/kernel/money";
import type { MessageFacts } from "./message-texts";
import type { NewMessage } from "./outbox";

/** What a text is made of, from the message and the order that it is about. */
export const factsOf = (
  body: NewMessage["body"],
  order: {
    locale: Locale;
    orderNumber: string;
    totalInPoisha: number;
    payNowInPoisha: number;
    isPaidOnDelivery: boolean;
  },
  link: string,
): MessageFacts => ({
  locale: order.locale,
  orderNumber: order.orderNumber,
  amount: poisha(body.amountInPoisha ?? order.payNowInPoisha),
  rest: poisha(order.totalInPoisha - order.payNowInPoisha),
  isPaidOnDelivery: order.isPaidOnDelivery,
  trxId: body.trxId ?? null,
  courier: body.courier ?? null,
  trackingNumber: body.trackingNumber ?? null,
  due: body.dueInPoisha ? poisha(body.dueInPoisha) : null,
  link,
});
