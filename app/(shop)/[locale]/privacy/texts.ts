import { isOffered } from "@/lib/platform/features";
import { store } from "@/store.config";
import type { InfoTexts } from "../_info/info-page";

const hasWishes = isOffered("wishlist");
const hasAccounts = isOffered("accounts");
const hasThemes = isOffered("darkTheme");

/** What the browser keeps follows from what the shop offers. */
const cookies = {
  bn: [
    hasWishes
      ? "চারটি কুকি ব্যবহার করি: আপনার কার্ট, পছন্দের তালিকা ও অর্ডার চেনার জন্য একটি, কার্টে কয়টি পণ্য তা দেখাতে একটি, কোন পণ্যগুলো পছন্দের তালিকায় আছে তা দেখাতে একটি, আর পছন্দের ভাষা মনে রাখতে একটি।"
      : "তিনটি কুকি ব্যবহার করি: আপনার কার্ট ও অর্ডার চেনার জন্য একটি, কার্টে কয়টি পণ্য তা দেখাতে একটি, আর পছন্দের ভাষা মনে রাখতে একটি।",
    ...(hasAccounts ? ["অ্যাকাউন্টে ঢুকলে আরও একটি, যাতে বারবার ঢুকতে না হয়।"] : []),
    "বিজ্ঞাপন বা নজরদারির কোনো কুকি নেই।",
  ].join(" "),
  en: [
    hasWishes
      ? "We use four: one that knows your cart, your wishlist and your orders, one that holds the number beside the cart, one that says which products are on your wishlist, and one that remembers your language."
      : "We use three: one that knows your cart and your orders, one that holds the number beside the cart, and one that remembers your language.",
    ...(hasAccounts ? ["Signing in to an account adds one that keeps you signed in."] : []),
    "None for advertising or tracking.",
  ].join(" "),
};

const onlyInBrowser = {
  bn: hasThemes ? "শেষ কোন পণ্যগুলো দেখেছেন আর কোন থিম বেছে নিয়েছেন" : "শেষ কোন পণ্যগুলো দেখেছেন",
  en: hasThemes
    ? "Which products you looked at last, and whether you chose light or dark"
    : "Which products you looked at last",
};

export const texts: InfoTexts = {
  bn: {
    title: "গোপনীয়তা",
    lead: "কী তথ্য নিই, কেন নিই, আর কী নিই না।",
    sections: [
      {
        heading: "যা রাখি",
        paragraphs: [
          "অর্ডারের জন্য: নাম, মোবাইল নম্বর, ঠিকানা, আর দিলে ই-মেইল। পণ্য পৌঁছে দিতে, রসিদ দিতে আর আইনের হিসাব রাখতে এগুলো লাগে।",
          "পেমেন্টের জন্য: বিকাশের ট্রানজ্যাকশন আইডি, টাকার পরিমাণ ও সময়। পিন বা ওটিপি আমাদের কাছে কখনোই আসে না।",
        ],
      },
      {
        heading: "কুকি",
        paragraphs: [
          cookies.bn,
          `${onlyInBrowser.bn}, তা শুধু আপনার ব্রাউজারেই থাকে, আমাদের কাছে আসে না। দোকান চালাতে যা লাগে তার বাইরে কিছু রাখি না, তাই অনুমতি চেয়ে কোনো ব্যানারও দেখাই না।`,
        ],
      },
      {
        heading: "যাদের জানাই",
        paragraphs: [
          "কুরিয়ারকে নাম, ফোন ও ঠিকানা; বিকাশকে অর্ডারের নম্বর ও টাকার পরিমাণ। আর কাউকে দিই না, বিক্রিও করি না।",
        ],
      },
      {
        heading: "আপনার অধিকার",
        paragraphs: [
          `আপনার তথ্য দেখতে, ঠিক করতে বা মুছতে ${store.email} ঠিকানায় লিখুন। কর ও হিসাবের আইনে যা রাখতেই হয়, তা ওই সময় পর্যন্ত থাকে।`,
        ],
      },
    ],
  },
  en: {
    title: "Privacy",
    lead: "What we keep, why, and what we never see.",
    sections: [
      {
        heading: "What we keep",
        paragraphs: [
          "For an order: name, mobile number, address and, if you give it, e-mail. We need them to deliver, to give you a receipt and to keep the books that the law asks for.",
          "For a payment: bKash's transaction ID, the amount and the time. Your PIN and OTP never reach us.",
        ],
      },
      {
        heading: "Cookies",
        paragraphs: [
          cookies.en,
          `${onlyInBrowser.en}, only your browser remembers; we never learn it. Because we store nothing beyond what the shop needs to work, there is no banner that asks for consent.`,
        ],
      },
      {
        heading: "Who else learns it",
        paragraphs: [
          "The courier: name, phone and address. bKash: order number and amount. Nobody else, and we sell nothing.",
        ],
      },
      {
        heading: "Your rights",
        paragraphs: [
          `To see, correct or delete your data, write to ${store.email}. What tax and accounting law tells us to keep stays as long as it must.`,
        ],
      },
    ],
  },
};
