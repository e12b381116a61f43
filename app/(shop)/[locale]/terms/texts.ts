import { store } from "@/store.config";
import type { InfoTexts } from "../_info/info-page";

export const texts: InfoTexts = {
  bn: {
    title: "বিক্রয়ের শর্ত",
    lead: `${store.legal.owner.bn} ও আপনার মধ্যে কেনাবেচার নিয়ম, সহজ ভাষায়।`,
    sections: [
      {
        heading: "অর্ডার",
        paragraphs: [
          "অর্ডার করলে পণ্য আপনার জন্য তুলে রাখা হয়, কিন্তু কোনো টাকা কাটা হয় না। সময়মতো পেমেন্ট না হলে অর্ডার বাতিল হয়ে পণ্য আবার বিক্রির জন্য খোলা হয়।",
          "পেমেন্ট নিশ্চিত হলে কেনাবেচা চূড়ান্ত হয়।",
        ],
      },
      {
        heading: "দাম",
        paragraphs: [
          "সব দাম বাংলাদেশি টাকায়, প্রযোজ্য ভ্যাটসহ। ডেলিভারি চার্জ আলাদা, অর্ডারের আগেই দেখানো হয়। অর্ডারের সময়ের দামই শেষ দাম।",
        ],
      },
      {
        heading: "পেমেন্ট",
        paragraphs: [
          "পেমেন্ট বিকাশে। নম্বর, ওটিপি ও পিন দিতে হয় বিকাশের নিজের উইন্ডোতে; আমরা সেগুলো দেখি না, রাখিও না।",
          "কখনো উত্তর পেতে দেরি হলে আমরা বিকাশকে জিজ্ঞেস করে নিশ্চিত হই। অর্ডারের পাতায় “আবার পেমেন্ট করবেন না” লেখা থাকলে অপেক্ষা করুন। ভুলে দুবার টাকা গেলে বাড়তি টাকা ফেরত দিই।",
        ],
      },
      {
        heading: "ডেলিভারি ও ফেরত",
        paragraphs: ["ডেলিভারি ও ফেরতের নিয়ম আলাদা পাতায় আছে এবং এই শর্তের অংশ।"],
      },
      {
        heading: "আইন",
        paragraphs: ["বাংলাদেশের আইন প্রযোজ্য। ভোক্তা হিসেবে আইন আপনাকে যে অধিকার দিয়েছে, এই শর্ত তা কমায় না।"],
      },
    ],
  },
  en: {
    title: "Terms of sale",
    lead: `The rules between you and ${store.legal.owner.en}, in plain words.`,
    sections: [
      {
        heading: "Your order",
        paragraphs: [
          "When you order, we set the goods aside for you; nothing is charged. If the payment does not come in time, the order is cancelled and the goods go back on sale.",
          "The sale is final once the payment is confirmed.",
        ],
      },
      {
        heading: "Prices",
        paragraphs: [
          "All prices are in Bangladeshi taka and include VAT where it applies. The delivery fee is separate and shown before you order. The price at the time of the order is the one that counts.",
        ],
      },
      {
        heading: "Payment",
        paragraphs: [
          "You pay with bKash. Number, OTP and PIN are typed in bKash's own window; we neither see nor keep them.",
          "If an answer is late, we ask bKash until we are sure. While your order page says that you should not pay again, please wait. If money left your account twice, we refund what was too much.",
        ],
      },
      {
        heading: "Delivery and returns",
        paragraphs: [
          "The rules for delivery and for returns have their own pages and are part of these terms.",
        ],
      },
      {
        heading: "Law",
        paragraphs: [
          "The law of Bangladesh applies. These terms do not take away any right that it gives you as a consumer.",
        ],
      },
    ],
  },
};
