import type { LocalizedText } from "./categories";

interface ChoiceValue {
  readonly key: string;
  readonly name: LocalizedText;
  /** A colour is shown as itself. */
  readonly colour?: `#${string}`;
}

interface Choice {
  readonly key: "size" | "colour" | "pack";
  readonly name: LocalizedText;
  readonly values: readonly ChoiceValue[];
}

interface ChosenVariant {
  readonly sku: string;
  /** One value of each choice, by their keys. */
  readonly options: Readonly<Partial<Record<Choice["key"], string>>>;
  readonly priceInPoisha: number;
  readonly stock: number;
  readonly weightInGrams: number;
  /** Instead of the product's own picture. */
  readonly image?: `/art/products/${string}.svg`;
}

/** The products that come in more than one size, colour or pack. The first variant is the one that opens. */
interface Chosen {
  readonly options: readonly Choice[];
  readonly variants: readonly ChosenVariant[];
}

const size = (...values: readonly [string, string, string][]): Choice => ({
  key: "size",
  name: { bn: "সাইজ", en: "Size" },
  values: values.map(([key, bn, en]) => ({ key, name: { bn, en } })),
});

const pack = (...values: readonly [string, string, string][]): Choice => ({
  key: "pack",
  name: { bn: "পরিমাণ", en: "Pack" },
  values: values.map(([key, bn, en]) => ({ key, name: { bn, en } })),
});

const colour = (...values: readonly [string, string, string, `#${string}`][]): Choice => ({
  key: "colour",
  name: { bn: "রং", en: "Colour" },
  values: values.map(([key, bn, en, shown]) => ({ key, name: { bn, en }, colour: shown })),
});

export const choices: Readonly<Record<string, Chosen>> = {
  "khadi-panjabi": {
    options: [size(["40", "৪০", "40"], ["42", "৪২", "42"], ["44", "৪৪", "44"], ["46", "৪৬", "46"])],
    variants: [
      { sku: "HAAT-TEX-002", options: { size: "42" }, priceInPoisha: 245000, stock: 22, weightInGrams: 420 },
      {
        sku: "HAAT-TEX-002-40",
        options: { size: "40" },
        priceInPoisha: 245000,
        stock: 9,
        weightInGrams: 400,
      },
      {
        sku: "HAAT-TEX-002-44",
        options: { size: "44" },
        priceInPoisha: 245000,
        stock: 4,
        weightInGrams: 440,
      },
      {
        sku: "HAAT-TEX-002-46",
        options: { size: "46" },
        priceInPoisha: 260000,
        stock: 0,
        weightInGrams: 460,
      },
    ],
  },
  "gamcha-towel": {
    options: [
      colour(
        ["red", "লাল", "Red", "#BF3F2C"],
        ["blue", "নীল", "Blue", "#2F5F9E"],
        ["green", "সবুজ", "Green", "#2F7A4F"],
      ),
    ],
    variants: [
      {
        sku: "HAAT-TEX-003",
        options: { colour: "red" },
        priceInPoisha: 35000,
        stock: 120,
        weightInGrams: 160,
      },
      {
        sku: "HAAT-TEX-003-BLUE",
        options: { colour: "blue" },
        priceInPoisha: 35000,
        stock: 64,
        weightInGrams: 160,
        image: "/art/products/gamcha-towel-blue.svg",
      },
      {
        sku: "HAAT-TEX-003-GREEN",
        options: { colour: "green" },
        priceInPoisha: 35000,
        stock: 5,
        weightInGrams: 160,
        image: "/art/products/gamcha-towel-green.svg",
      },
    ],
  },
  "rajshahi-silk-stole": {
    options: [
      colour(
        ["madder", "মঞ্জিষ্ঠা", "Madder", "#C8553D"],
        ["teal", "ময়ূরকণ্ঠী", "Peacock", "#1F7A74"],
        ["indigo", "ইন্ডিগো", "Indigo", "#3D4F9E"],
      ),
    ],
    variants: [
      {
        sku: "HAAT-TEX-005",
        options: { colour: "madder" },
        priceInPoisha: 320000,
        stock: 18,
        weightInGrams: 140,
      },
      {
        sku: "HAAT-TEX-005-TEAL",
        options: { colour: "teal" },
        priceInPoisha: 320000,
        stock: 7,
        weightInGrams: 140,
        image: "/art/products/rajshahi-silk-stole-teal.svg",
      },
      {
        sku: "HAAT-TEX-005-INDIGO",
        options: { colour: "indigo" },
        priceInPoisha: 340000,
        stock: 2,
        weightInGrams: 140,
        image: "/art/products/rajshahi-silk-stole-indigo.svg",
      },
    ],
  },
  "jute-tote": {
    options: [
      size(["regular", "মাঝারি", "Regular"], ["large", "বড়", "Large"]),
      colour(["green", "সবুজ নকশা", "Green motif", "#0F5C4C"], ["madder", "লাল নকশা", "Red motif", "#9E3D2A"]),
    ],
    variants: [
      {
        sku: "HAAT-CRF-002",
        options: { size: "regular", colour: "green" },
        priceInPoisha: 65000,
        stock: 74,
        weightInGrams: 380,
      },
      {
        sku: "HAAT-CRF-002-RED",
        options: { size: "regular", colour: "madder" },
        priceInPoisha: 65000,
        stock: 31,
        weightInGrams: 380,
        image: "/art/products/jute-tote-madder.svg",
      },
      {
        sku: "HAAT-CRF-002-L",
        options: { size: "large", colour: "green" },
        priceInPoisha: 82000,
        stock: 12,
        weightInGrams: 520,
      },
    ],
  },
  "sylhet-black-tea": {
    options: [pack(["200g", "২০০ গ্রাম", "200 g"], ["400g", "৪০০ গ্রাম", "400 g"], ["1kg", "১ কেজি", "1 kg"])],
    variants: [
      { sku: "HAAT-FOD-001", options: { pack: "400g" }, priceInPoisha: 32000, stock: 85, weightInGrams: 440 },
      {
        sku: "HAAT-FOD-001-200",
        options: { pack: "200g" },
        priceInPoisha: 17500,
        stock: 40,
        weightInGrams: 230,
      },
      {
        sku: "HAAT-FOD-001-1000",
        options: { pack: "1kg" },
        priceInPoisha: 75000,
        stock: 16,
        weightInGrams: 1080,
      },
    ],
  },
  "sundarban-honey": {
    options: [pack(["250g", "২৫০ গ্রাম", "250 g"], ["500g", "৫০০ গ্রাম", "500 g"], ["1kg", "১ কেজি", "1 kg"])],
    variants: [
      { sku: "HAAT-FOD-002", options: { pack: "500g" }, priceInPoisha: 75000, stock: 40, weightInGrams: 780 },
      {
        sku: "HAAT-FOD-002-250",
        options: { pack: "250g" },
        priceInPoisha: 41000,
        stock: 26,
        weightInGrams: 420,
      },
      {
        sku: "HAAT-FOD-002-1000",
        options: { pack: "1kg" },
        priceInPoisha: 142000,
        stock: 8,
        weightInGrams: 1450,
      },
    ],
  },
  "chinigura-rice": {
    options: [pack(["2kg", "২ কেজি", "2 kg"], ["5kg", "৫ কেজি", "5 kg"])],
    variants: [
      { sku: "HAAT-FOD-004", options: { pack: "2kg" }, priceInPoisha: 39000, stock: 64, weightInGrams: 2050 },
      {
        sku: "HAAT-FOD-004-5000",
        options: { pack: "5kg" },
        priceInPoisha: 94000,
        stock: 20,
        weightInGrams: 5100,
      },
    ],
  },
};
