import type { OrderTopic } from "./message-topics";
import type { MessageWords } from "./message-facts";

/** What is told of an order, in Bangla. */
export const bn: Record<OrderTopic, MessageWords> = {
  "order-received": ({ orderNumber, isPaidOnDelivery }, { amount, rest, less }) => ({
    subject: `আপনার অর্ডার ${orderNumber} পেয়েছি`,
    says: `আপনার অর্ডার ${orderNumber} পেয়েছি, ${amount}${rest ? ` (বাকি ${rest} ডেলিভারির সময় নগদে)` : ""}${less ? `, ${less}` : ""}।`,
    see: isPaidOnDelivery ? "দেখুন" : "পেমেন্ট করুন ও দেখুন",
  }),
  "order-paid": ({ orderNumber, trxId }, { amount, rest }) => ({
    subject: `অর্ডার ${orderNumber}-এর টাকা পেয়েছি`,
    says: `ধন্যবাদ, অর্ডার ${orderNumber}-এর ${amount} পেয়েছি${trxId ? ` (বিকাশ TrxID ${trxId})` : ""}।${rest ? ` বাকি ${rest} ডেলিভারির সময় নগদে দেবেন।` : ""}`,
    see: "দেখুন",
  }),
  "payment-in-doubt": ({ orderNumber }, { amount }) => ({
    subject: `অর্ডার ${orderNumber}-এর পেমেন্ট এখনো মিলিয়ে দেখছি`,
    says: `অর্ডার ${orderNumber}-এর ${amount} এসেছে কি না বিকাশের সঙ্গে এখনো মিলিয়ে দেখছি। আবার পেমেন্ট করবেন না।`,
    see: "ফলাফল",
  }),
  "handed-over": ({ orderNumber, courier, trackingNumber }, { amount, due }) => ({
    subject: `অর্ডার ${orderNumber} রওনা হয়েছে`,
    says: `অর্ডার ${orderNumber} (${amount}) এখন ${courier ?? "কুরিয়ার"}-এর কাছে${trackingNumber ? `, নম্বর ${trackingNumber}` : ""}।${due ? ` নগদ ${due} হাতে রাখুন।` : ""}`,
    see: "দেখুন",
  }),
  delivered: ({ orderNumber }, { amount }) => ({
    subject: `অর্ডার ${orderNumber} পৌঁছে গেছে`,
    says: `অর্ডার ${orderNumber} (${amount}) পৌঁছে গেছে। ধন্যবাদ। না পেলে বা কোনো সমস্যা থাকলে জানান।`,
    see: "দেখুন",
  }),
  "order-cancelled": ({ orderNumber }, { amount }) => ({
    subject: `অর্ডার ${orderNumber} বাতিল হয়েছে`,
    says: `অর্ডার ${orderNumber} (${amount}) বাতিল হয়েছে, কোনো টাকা দিতে হবে না। এখনো নিতে চাইলে ফোন করুন।`,
    see: "দেখুন",
  }),
  "refund-in-doubt": ({ orderNumber }, { amount }) => ({
    subject: `অর্ডার ${orderNumber}-এর টাকা ফেরত দিচ্ছি`,
    says: `অর্ডার ${orderNumber}-এর ${amount} আপনার বিকাশে ফেরত দিচ্ছি। বিকাশ এখনো নিশ্চিত করেনি।`,
    see: "ফলাফল",
  }),
  refunded: ({ orderNumber, trxId }, { amount }) => ({
    subject: `অর্ডার ${orderNumber}-এর টাকা ফেরত গেছে`,
    says: `অর্ডার ${orderNumber}-এর ${amount} আপনার বিকাশে ফেরত গেছে${trxId ? ` (TrxID ${trxId})` : ""}।`,
    see: "দেখুন",
  }),
  "complaint-received": ({ orderNumber }) => ({
    subject: `অর্ডার ${orderNumber} নিয়ে অভিযোগ`,
    says: `অর্ডার ${orderNumber} নিয়ে একজন ক্রেতা অভিযোগ জানিয়েছেন। ৭২ ঘণ্টার মধ্যে উত্তর দিতে হবে।`,
    see: "উত্তর দিন",
  }),
  "complaint-answered": ({ orderNumber }) => ({
    subject: `অর্ডার ${orderNumber} নিয়ে আমাদের উত্তর`,
    says: `অর্ডার ${orderNumber} নিয়ে যা জানিয়েছিলেন তার উত্তর দিয়েছি।`,
    see: "দেখুন",
  }),
};
