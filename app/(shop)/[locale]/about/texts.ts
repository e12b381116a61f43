import { store } from "@/store.config";
import type { InfoTexts } from "../_info/info-page";

export const texts: InfoTexts = {
  bn: {
    title: "আমাদের কথা",
    lead: `${store.name.bn} একটি অনলাইন দোকান। এখানে আছে বাংলাদেশের কারিগর আর চাষিদের তৈরি জিনিস।`,
    sections: [
      {
        heading: "আমরা কী করি",
        paragraphs: [
          "যাঁরা বোনেন, গড়েন, ফলান, তাঁদের কাছ থেকে আমরা সরাসরি কিনি। প্রতিটি পণ্যের পাতায় লেখা থাকে সেটি কোথাকার, কী দিয়ে তৈরি আর কীভাবে যত্ন নিতে হয়।",
          "দাম যা লেখা, তা-ই। ডেলিভারি চার্জ অর্ডারের আগেই দেখানো হয়, পরে আর কিছু যোগ হয় না। পণ্য কম থাকলে কয়টি আছে জানাই, না থাকলে সেটাও লিখে রাখি।",
        ],
      },
      {
        heading: "হাতে তৈরি মানে",
        paragraphs: [
          "হাতে তৈরি দুটি জিনিস হুবহু এক হয় না। রঙে, নকশায়, মাপে সামান্য তফাত থাকতে পারে। সেটা খুঁত নয়, হাতের ছাপ। তারপরও পছন্দ না হলে ফেরত দিতে পারবেন।",
        ],
      },
      {
        heading: "দোকানের পরিচয়",
        paragraphs: [
          `পরিচালনায় ${store.legal.owner.bn}। ঠিকানা: ${store.address.bn}।`,
          `ট্রেড লাইসেন্স ${store.legal.tradeLicence}, বিআইএন ${store.legal.bin}, ডিবিআইডি ${store.legal.dbid}।`,
          `ফোন ${store.phoneShown.bn} (${store.hours.bn}), ই-মেইল ${store.email}।`,
        ],
      },
    ],
  },
  en: {
    title: "About us",
    lead: `${store.name.en} is an online shop for things made and grown in Bangladesh.`,
    sections: [
      {
        heading: "What we do",
        paragraphs: [
          "We buy straight from the people who weave, shape and grow. Every product page says where a thing comes from, what it is made of and how to look after it.",
          "The price you read is the price you pay. The delivery fee is shown before you order, and nothing is added afterwards. When stock is low we say how many are left; when it is gone we say that too.",
        ],
      },
      {
        heading: "What handmade means",
        paragraphs: [
          "No two handmade things are quite the same. Colour, pattern and size may differ a little. That is the mark of a hand, not a fault. If you still do not like it, you can send it back.",
        ],
      },
      {
        heading: "Who runs the shop",
        paragraphs: [
          `${store.legal.owner.en}, ${store.address.en}.`,
          `Trade licence ${store.legal.tradeLicence}, BIN ${store.legal.bin}, DBID ${store.legal.dbid}.`,
          `Phone ${store.phoneShown.en} (${store.hours.en}), e-mail ${store.email}.`,
        ],
      },
    ],
  },
};
