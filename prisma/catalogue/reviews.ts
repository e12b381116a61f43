/** Demo data: nobody bought these. Reviews that a shop begins with in the demo, so that its pages can be looked at. */
export interface DemoReview {
  readonly product: string;
  readonly rating: number;
  readonly locale: "bn" | "en";
  readonly name: string;
  readonly text: string;
  /** How old it is when the demo begins. */
  readonly daysAgo: number;
}

export const reviews: readonly DemoReview[] = [
  {
    product: "sylhet-black-tea",
    rating: 5,
    locale: "bn",
    name: "শারমিন",
    text: "লিকার কড়া, গন্ধটা একদম বাগানের চায়ের মতো। দুধ চায়েও রং ভালো আসে। প্যাকেট ভালোভাবে মোড়ানো ছিল।",
    daysAgo: 4,
  },
  {
    product: "sylhet-black-tea",
    rating: 4,
    locale: "en",
    name: "Tanvir",
    text: "Strong and fresh, good with milk. I would buy a bigger pack if there was one.",
    daysAgo: 11,
  },
  {
    product: "sylhet-black-tea",
    rating: 5,
    locale: "bn",
    name: "মাহমুদ",
    text: "অফিসের সবার জন্য নিয়েছিলাম, সবাই জিজ্ঞেস করেছে কোথা থেকে কেনা।",
    daysAgo: 23,
  },
  {
    product: "khadi-panjabi",
    rating: 5,
    locale: "bn",
    name: "আরিফ",
    text: "কাপড় মোটা না পাতলাও না, গরমে আরাম। মাপ ঠিক ছিল, এম সাইজ নিয়েছি।",
    daysAgo: 6,
  },
  {
    product: "khadi-panjabi",
    rating: 4,
    locale: "en",
    name: "Rafiq",
    text: "Honest khadi, nicely stitched. It shrank a little in the first wash, so take the larger size if you are between two.",
    daysAgo: 15,
  },
  {
    product: "khadi-panjabi",
    rating: 3,
    locale: "bn",
    name: "জুবায়ের",
    text: "পাঞ্জাবি ভালো, তবে রং ছবির চেয়ে একটু হালকা। ডেলিভারি সময়মতো পেয়েছি।",
    daysAgo: 31,
  },
  {
    product: "nakshi-kantha-throw",
    rating: 5,
    locale: "en",
    name: "Nusrat",
    text: "The stitching is even finer than in the picture. My mother, who sews herself, could not stop looking at it.",
    daysAgo: 9,
  },
  {
    product: "nakshi-kantha-throw",
    rating: 5,
    locale: "bn",
    name: "ফারহানা",
    text: "উপহার দেওয়ার জন্য কিনেছিলাম, হাতে পেয়ে নিজেই রেখে দিয়েছি। সেলাই খুব পরিষ্কার।",
    daysAgo: 19,
  },
  {
    product: "sundarban-honey",
    rating: 5,
    locale: "bn",
    name: "রোকেয়া",
    text: "খলিসা ফুলের মধুর স্বাদটা পাওয়া যায়। বয়ামের মুখ ভালোভাবে আটকানো ছিল, একটুও পড়েনি।",
    daysAgo: 8,
  },
  {
    product: "sundarban-honey",
    rating: 4,
    locale: "en",
    name: "Imran",
    text: "Thin and a little sour, as mangrove honey should be. The label could say when it was harvested.",
    daysAgo: 27,
  },
  {
    product: "terracotta-tea-set",
    rating: 4,
    locale: "bn",
    name: "সাদিয়া",
    text: "মাটির কাপে চা খাওয়ার আনন্দই আলাদা। একটা কাপের কিনারায় ছোট দাগ ছিল, জানাতেই বদলে দিয়েছে।",
    daysAgo: 13,
  },
  {
    product: "jute-tote",
    rating: 5,
    locale: "en",
    name: "Mitu",
    text: "Carries my laptop and the shopping, and still looks neat after a month.",
    daysAgo: 17,
  },
  {
    product: "jute-tote",
    rating: 4,
    locale: "bn",
    name: "তানিয়া",
    text: "শক্ত সেলাই, ভেতরে একটা পকেট থাকলে আরও ভালো হতো।",
    daysAgo: 35,
  },
  {
    product: "coconut-hair-oil",
    rating: 5,
    locale: "bn",
    name: "পারভীন",
    text: "ঘানিভাঙা তেলের গন্ধটা আছে, চিটচিটে নয়। দ্বিতীয়বার নিলাম।",
    daysAgo: 21,
  },
];
