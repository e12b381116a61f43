import { store } from "@/store.config";
import type { InfoTexts } from "../_info/info-page";

export const texts: InfoTexts = {
  bn: {
    title: "যোগাযোগ",
    lead: "প্রশ্ন থাকলে ফোন করুন বা লিখুন। ওপাশে একজন মানুষই আছেন।",
    sections: [
      {
        heading: "ফোন ও ই-মেইল",
        paragraphs: [
          `ফোন ${store.phoneShown.bn}, ${store.hours.bn}। ই-মেইল ${store.email}; এক কর্মদিবসের মধ্যে উত্তর দিই।`,
          "অর্ডার নিয়ে কথা হলে অর্ডার নম্বরটি হাতে রাখুন, যেমন S-10042। পিন বা ওটিপি কখনো বলবেন না; আমরা কখনো চাই না।",
        ],
      },
      {
        heading: "পেমেন্ট নিয়ে চিন্তা হলে",
        paragraphs: [
          "আগে অর্ডারের পাতাটি খুলুন: টাকা এসেছে কি না সেখানেই দেখা যায়। পাতায় “আবার পেমেন্ট করবেন না” লেখা থাকলে অপেক্ষা করুন, আমরা বিকাশকে জিজ্ঞেস করছি।",
        ],
      },
      {
        heading: "অভিযোগ",
        paragraphs: [
          `অভিযোগ জানাতে ${store.complaints.email} ঠিকানায় লিখুন বা ${store.complaints.phoneShown.bn} নম্বরে ফোন করুন। উত্তর দিই ৭২ ঘণ্টার মধ্যে।`,
          "সন্তুষ্ট না হলে জাতীয় ভোক্তা অধিকার সংরক্ষণ অধিদপ্তরে (হটলাইন ১৬১২১) জানাতে পারেন।",
        ],
      },
      {
        heading: "ঠিকানা",
        paragraphs: [`${store.legal.owner.bn}, ${store.address.bn}।`],
      },
    ],
  },
  en: {
    title: "Contact",
    lead: "Call or write if you have a question. A person answers.",
    sections: [
      {
        heading: "Phone and e-mail",
        paragraphs: [
          `Phone ${store.phoneShown.en}, ${store.hours.en}. E-mail ${store.email}; we answer within one working day.`,
          "If it is about an order, have its number at hand, for example S-10042. Never tell anybody your PIN or OTP; we never ask for them.",
        ],
      },
      {
        heading: "Worried about a payment",
        paragraphs: [
          "Open your order page first: it knows whether the money arrived. While it says that you should not pay again, please wait; we are asking bKash.",
        ],
      },
      {
        heading: "Complaints",
        paragraphs: [
          `Write to ${store.complaints.email} or call ${store.complaints.phoneShown.en}. We answer within 72 hours.`,
          "If you are not satisfied, you can turn to the Directorate of National Consumers' Right Protection (hotline 16121).",
        ],
      },
      {
        heading: "Address",
        paragraphs: [`${store.legal.owner.en}, ${store.address.en}.`],
      },
    ],
  },
};
