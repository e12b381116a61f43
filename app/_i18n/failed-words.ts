import type { Locale } from "@/lib/kernel/money";

/** Apart from the other messages: an error page runs in the browser, which must not load them all for it. */
export const failedWords: Record<
  Locale,
  { title: string; text: string; retry: string; home: string; reference: string }
> = {
  bn: {
    title: "আমাদের দিক থেকে একটি সমস্যা হয়েছে",
    text: "আপনার কোনো ভুল নেই, কার্টও ঠিক আছে। পেমেন্টের মাঝখানে থাকলে আবার চেষ্টা করার আগে অর্ডারের পাতাটি খুলুন: টাকা এসেছে কি না সেখানেই দেখা যাবে।",
    retry: "আবার চেষ্টা করুন",
    home: "প্রথম পাতায় যান",
    reference: "আমাদের জানালে এই নম্বরটি বলুন:",
  },
  en: {
    title: "Something went wrong on our side",
    text: "It is not your fault, and your cart is kept. If you were paying, open your order page before you try again: it knows whether the money arrived.",
    retry: "Try again",
    home: "To the home page",
    reference: "If you tell us about it, name this number:",
  },
};
