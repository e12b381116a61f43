import { localDigits } from "@/lib/kernel/money";
import { store } from "@/store.config";
import type { InfoTexts } from "../_info/info-page";

const days = String(store.returnDays);
const daysBn = localDigits(days, "bn");

export const texts: InfoTexts = {
  bn: {
    title: "ফেরত ও রিফান্ড",
    lead: `পণ্য হাতে পাওয়ার ${daysBn} দিনের মধ্যে ফেরত দিতে পারবেন।`,
    sections: [
      {
        heading: "যেভাবে ফেরত দেবেন",
        paragraphs: [
          `${store.phoneShown.bn} নম্বরে ফোন করুন অথবা ${store.email} ঠিকানায় লিখুন। অর্ডার নম্বর আর কারণটি জানান; ছবি থাকলে ভালো।`,
          "পণ্য অব্যবহৃত ও আগের প্যাকেটে থাকতে হবে। ভুল, ভাঙা বা নষ্ট পণ্যের ফেরত-খরচ আমাদের; মত বদলালে ফেরতের কুরিয়ার খরচ আপনার।",
        ],
      },
      {
        heading: "যা ফেরত নেওয়া যায় না",
        paragraphs: [
          "খোলা খাবার, চা ও মধু এবং খোলা সাবান, তেল ও প্রসাধনী—স্বাস্থ্যের কারণে। নষ্ট অবস্থায় পেলে এগুলোরও টাকা ফেরত পাবেন।",
        ],
      },
      {
        heading: "টাকা ফেরত",
        paragraphs: [
          "পণ্য হাতে পেয়ে দেখে নেওয়ার পর ১০ দিনের মধ্যে টাকা ফেরত দিই, যে বিকাশ অ্যাকাউন্ট থেকে দিয়েছিলেন সেখানেই। অন্য নম্বরে টাকা পাঠানো হয় না।",
          "আমরা কখনো ফোনে আপনার পিন বা ওটিপি চাই না। কেউ চাইলে দেবেন না।",
        ],
      },
      {
        heading: "অভিযোগ",
        paragraphs: [
          `অভিযোগের উত্তর ৭২ ঘণ্টার মধ্যে দিই: ${store.complaints.email}, ${store.complaints.phoneShown.bn}। সন্তুষ্ট না হলে জাতীয় ভোক্তা অধিকার সংরক্ষণ অধিদপ্তরে (হটলাইন ১৬১২১) জানাতে পারেন।`,
        ],
      },
    ],
  },
  en: {
    title: "Returns and refunds",
    lead: `You can send a product back within ${days} days of receiving it.`,
    sections: [
      {
        heading: "How to return",
        paragraphs: [
          `Call ${store.phoneShown.en} or write to ${store.email}. Tell us the order number and the reason; a photo helps.`,
          "The product must be unused and in its packaging. If it was wrong, broken or spoiled, we pay for the way back; if you changed your mind, you pay the courier.",
        ],
      },
      {
        heading: "What cannot come back",
        paragraphs: [
          "Opened food, tea and honey, and opened soap, oil and cosmetics, for reasons of health. If they reached you spoiled, you get your money back all the same.",
        ],
      },
      {
        heading: "Your money",
        paragraphs: [
          "We refund within 10 days of receiving and checking the product, to the bKash account that paid. We do not send money to another number.",
          "We never ask for your PIN or OTP on the phone. Give them to nobody.",
        ],
      },
      {
        heading: "Complaints",
        paragraphs: [
          `We answer within 72 hours: ${store.complaints.email}, ${store.complaints.phoneShown.en}. If you are not satisfied, you can turn to the Directorate of National Consumers' Right Protection (hotline 16121).`,
        ],
      },
    ],
  },
};
