import { store } from "@/store.config";
import type { InfoTexts } from "../_info/info-page";

export const texts: InfoTexts = {
  bn: {
    title: "ডেলিভারি",
    lead: "৬৪ জেলায় কুরিয়ারে পৌঁছে দিই। চার্জ নির্ভর করে আপনি কোথায় থাকেন আর পার্সেলের ওজনের ওপর।",
    sections: [
      {
        heading: "কখন পাবেন",
        paragraphs: [
          "পেমেন্ট নিশ্চিত হওয়ার পর থেকে দিন গোনা শুরু। ৪৮ ঘণ্টার মধ্যে পণ্য কুরিয়ারে দিই এবং আপনাকে জানাই।",
          "আইন অনুযায়ী একই শহরে সর্বোচ্চ ৫ দিন, অন্য জায়গায় সর্বোচ্চ ১০ দিনের মধ্যে পণ্য পৌঁছাতে হয়। কোনো কারণে দিতে না পারলে ১০ দিনের মধ্যে পুরো টাকা একই বিকাশ অ্যাকাউন্টে ফেরত দিই।",
        ],
      },
      {
        heading: "ডেলিভারির সময়",
        paragraphs: [
          "ডেলিভারি কর্মী আসার আগে ফোন করেন। প্যাকেট ছেঁড়া বা ভেজা হলে গ্রহণ না করে আমাদের ফোন করুন।",
          `ঠিকানা বদলাতে হলে পণ্য কুরিয়ারে যাওয়ার আগেই ${store.phoneShown.bn} নম্বরে ফোন করুন (${store.hours.bn})।`,
        ],
      },
    ],
  },
  en: {
    title: "Delivery",
    lead: "By courier to all 64 districts. What it costs depends on where you live and how heavy the parcel is.",
    sections: [
      {
        heading: "When it arrives",
        paragraphs: [
          "The days count from the moment your payment is confirmed. Within 48 hours we hand the parcel to the courier and tell you.",
          "The law allows 5 days within the same city and 10 days elsewhere. If we cannot deliver, you get the whole amount back within 10 days, to the same bKash account.",
        ],
      },
      {
        heading: "At your door",
        paragraphs: [
          "The rider calls before coming. If the parcel is torn or wet, do not accept it, and call us.",
          `To change the address, call ${store.phoneShown.en} (${store.hours.en}) before the parcel has left us.`,
        ],
      },
    ],
  },
};
