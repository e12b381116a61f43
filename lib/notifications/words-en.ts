import type { OrderTopic } from "./message-topics";
import type { MessageWords } from "./message-facts";

/** What is told of an order, in English. */
export const en: Record<OrderTopic, MessageWords> = {
  "order-received": ({ orderNumber, isPaidOnDelivery }, { amount, rest, less }) => ({
    subject: `We have your order ${orderNumber}`,
    says: `we have your order ${orderNumber}, ${amount}${rest ? ` (and ${rest} in cash on delivery)` : ""}${less ? `, ${less}` : ""}.`,
    see: isPaidOnDelivery ? "Follow it here" : "Pay and follow it here",
  }),
  "order-paid": ({ orderNumber, trxId }, { amount, rest }) => ({
    subject: `Order ${orderNumber} is paid`,
    says: `thank you, ${amount} for order ${orderNumber} has arrived${trxId ? ` (bKash trxID ${trxId})` : ""}.${rest ? ` The rest, ${rest}, is due in cash on delivery.` : ""}`,
    see: "Follow it here",
  }),
  "payment-in-doubt": ({ orderNumber }, { amount }) => ({
    subject: `We are still checking your payment for order ${orderNumber}`,
    says: `we are still checking with bKash whether your ${amount} for order ${orderNumber} arrived. Please do not pay again.`,
    see: "The result will be here",
  }),
  "handed-over": ({ orderNumber, courier, trackingNumber }, { amount, due }) => ({
    subject: `Order ${orderNumber} is on its way`,
    says: `order ${orderNumber} (${amount}) is with ${courier ?? "the courier"}${trackingNumber ? `, number ${trackingNumber}` : ""}.${due ? ` Please have ${due} ready in cash.` : ""}`,
    see: "Follow it here",
  }),
  delivered: ({ orderNumber }, { amount }) => ({
    subject: `Order ${orderNumber} was delivered`,
    says: `order ${orderNumber} (${amount}) was delivered. Thank you for buying here. If it did not reach you, or something is wrong, tell us.`,
    see: "Your order",
  }),
  "order-cancelled": ({ orderNumber }, { amount }) => ({
    subject: `Order ${orderNumber} was cancelled`,
    says: `order ${orderNumber} (${amount}) was cancelled, and nothing is to be paid for it. If you still want it, call us.`,
    see: "See",
  }),
  "refund-in-doubt": ({ orderNumber }, { amount }) => ({
    subject: `We are giving money back for order ${orderNumber}`,
    says: `we are giving ${amount} for order ${orderNumber} back to your bKash account. bKash has not confirmed it yet.`,
    see: "The result will be here",
  }),
  refunded: ({ orderNumber, trxId }, { amount }) => ({
    subject: `Money went back for order ${orderNumber}`,
    says: `${amount} for order ${orderNumber} went back to your bKash account${trxId ? ` (trxID ${trxId})` : ""}.`,
    see: "See",
  }),
  "complaint-received": ({ orderNumber }) => ({
    subject: `Complaint about order ${orderNumber}`,
    says: `a customer has a complaint about order ${orderNumber}. The law wants an answer within 72 hours.`,
    see: "Answer it here",
  }),
  "complaint-answered": ({ orderNumber }) => ({
    subject: `Our answer about order ${orderNumber}`,
    says: `we have answered what you told us about order ${orderNumber}.`,
    see: "Read it here",
  }),
};
