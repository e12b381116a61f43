/** A text in both languages of the shop. */
export interface LocalizedText {
  readonly bn: string;
  readonly en: string;
}

export type CategorySlug =
  "clothing-textiles" | "food-tea" | "home-kitchen" | "craft-gifts" | "beauty-wellbeing";

export interface CatalogueCategory {
  readonly slug: CategorySlug;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly image: `/art/categories/${CategorySlug}.svg`;
}

/** In the order in which the shop shows them. */
export const categories: readonly CatalogueCategory[] = [
  {
    slug: "clothing-textiles",
    name: { bn: "পোশাক ও বুনন", en: "Clothing & textiles" },
    description: {
      bn: "জামদানি, খাদি, সিল্ক আর নকশিকাঁথা—তাঁতে বোনা, হাতে সেলাই করা কাপড়।",
      en: "Jamdani, khadi, silk and nakshi kantha: cloth woven on the loom and stitched by hand.",
    },
    image: "/art/categories/clothing-textiles.svg",
  },
  {
    slug: "food-tea",
    name: { bn: "খাবার ও চা", en: "Food & tea" },
    description: {
      bn: "সিলেটের চা, সুন্দরবনের মধু, খেজুরের পাটালি—যে জেলার যা সেরা।",
      en: "Sylhet tea, Sundarban honey, date-palm gur: the best of each district.",
    },
    image: "/art/categories/food-tea.svg",
  },
  {
    slug: "home-kitchen",
    name: { bn: "ঘর ও রান্নাঘর", en: "Home & kitchen" },
    description: {
      bn: "মাটি, পিতল, পাট আর বেতের জিনিস, যা রোজ ব্যবহার করা যায়।",
      en: "Clay, brass, jute and cane, made to be used every day.",
    },
    image: "/art/categories/home-kitchen.svg",
  },
  {
    slug: "craft-gifts",
    name: { bn: "কারুশিল্প ও উপহার", en: "Craft & gifts" },
    description: {
      bn: "রিকশাচিত্র, কাঠের ঘোড়া, বাঁশের বাতি—প্রিয়জনকে দেওয়ার মতো হাতের কাজ।",
      en: "Rickshaw art, wooden horses, bamboo lamps: handwork worth giving.",
    },
    image: "/art/categories/craft-gifts.svg",
  },
  {
    slug: "beauty-wellbeing",
    name: { bn: "রূপ ও যত্ন", en: "Beauty & wellbeing" },
    description: {
      bn: "নিম, নারকেল, গোলাপ আর ধুন্দল দিয়ে তৈরি প্রতিদিনের যত্নের জিনিস।",
      en: "Everyday care made with neem, coconut, rose and loofah.",
    },
    image: "/art/categories/beauty-wellbeing.svg",
  },
];
