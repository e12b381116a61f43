import type { LocalizedText } from "./categories";

interface CatalogueCollection {
  readonly slug: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly image: string;
  /** Products by their slugs, in the order in which they are shown. */
  readonly products: readonly string[];
}

/** Things that belong together for an occasion, across the categories. */
export const collections: readonly CatalogueCollection[] = [
  {
    slug: "eid-gifts",
    name: { bn: "ঈদের উপহার", en: "Eid gifts" },
    description: {
      bn: "যা হাতে নিলেই বোঝা যায় যত্ন করে বাছা—পরার, খাওয়ার, ঘরে সাজানোর।",
      en: "Things that show they were chosen with care: to wear, to eat, to put on the shelf.",
    },
    image: "/art/products/jamdani-scarf.svg",
    products: [
      "khadi-panjabi",
      "jamdani-scarf",
      "rajshahi-silk-stole",
      "sundarban-honey",
      "brass-serving-bowl",
      "rickshaw-art-tin-box",
      "rose-water",
    ],
  },
  {
    slug: "afternoon-tea",
    name: { bn: "বিকেলের চা", en: "Afternoon tea" },
    description: {
      bn: "চা, মধু, গুড় আর পোড়ামাটির কাপ—বৃষ্টির বিকেলের জন্য।",
      en: "Tea, honey, gur and clay cups, for an afternoon with rain.",
    },
    image: "/art/products/terracotta-tea-set.svg",
    products: [
      "sylhet-black-tea",
      "terracotta-tea-set",
      "sundarban-honey",
      "khejur-patali-gur",
      "enamel-tiffin-carrier",
    ],
  },
  {
    slug: "under-500",
    name: { bn: "৫০০ টাকার মধ্যে", en: "Under 500 taka" },
    description: {
      bn: "ছোট উপহার, রোজকার জিনিস—ভালো জিনিস সব সময় দামি হয় না।",
      en: "Small gifts and everyday things: good does not always cost much.",
    },
    image: "/art/products/gamcha-towel.svg",
    products: [
      "gamcha-towel",
      "nakshi-notebook",
      "painted-wooden-horse",
      "mango-pickle",
      "coconut-hair-oil",
      "rose-water",
      "loofah-scrub",
      "neem-soap",
    ],
  },
];
