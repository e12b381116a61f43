import { z } from "zod";
import type { Category, Product, ProductImage, Variant } from "@/generated/prisma/client";
import { poisha, type Locale, type Poisha } from "@/lib/kernel/money";
import { isOffered } from "@/lib/platform/features";
import { readChoices, readChosen, type ChoiceView } from "./choices";

export type Availability = "in-stock" | "low-stock" | "sold-out";

/** From this many on, the shopper is told how many are left. */
const LOW_STOCK = 5;

const availabilityOf = (stock: number): Availability =>
  stock <= 0 ? "sold-out" : stock <= LOW_STOCK ? "low-stock" : "in-stock";

export interface CategoryView {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly image: string;
}

/** What a shopper sees of a product in a list. */
export interface ProductCard {
  readonly slug: string;
  readonly name: string;
  /** Of its published reviews: how many there are, and the sum of their stars. Null when there is none. */
  readonly rating: { readonly sum: number; readonly count: number } | null;
  readonly summary: string;
  readonly origin: string;
  readonly image: string;
  readonly imageAlt: string;
  /** The lowest of its variants' prices. */
  readonly price: Poisha;
  /** Others of its variants cost more. */
  readonly hasHigherPrices: boolean;
  /** The price before a reduction, when it was really higher. */
  readonly priceBefore: Poisha | null;
  /** Of all its variants together. */
  readonly stock: number;
  readonly availability: Availability;
  /** `#RRGGBB` of the colours that it comes in; empty when it comes in one. */
  readonly colours: readonly { readonly name: string; readonly colour: string }[];
}

/** One thing that can be bought: a product in one size, colour or pack. */
export interface VariantView {
  readonly sku: string;
  /** By the choices' keys. Empty when there is nothing to choose. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly price: Poisha;
  readonly priceBefore: Poisha | null;
  readonly stock: number;
  readonly availability: Availability;
  readonly image: string | null;
}

export interface ProductView extends ProductCard {
  readonly description: readonly string[];
  readonly details: readonly { readonly label: string; readonly value: string }[];
  readonly weightInGrams: number;
  readonly category: CategoryView;
  readonly choices: readonly ChoiceView[];
  /** At least one. The first that is in stock is the one that opens. */
  readonly variants: readonly [VariantView, ...VariantView[]];
  readonly opens: VariantView;
  /** Its own picture first, then further ones. */
  readonly pictures: readonly { readonly src: string; readonly alt: string }[];
}

const text = z.object({ bn: z.string(), en: z.string() });
const detailsColumn = z.array(z.object({ label: text, value: text }));

export function categoryView(
  row: Pick<Category, "slug" | "nameBn" | "nameEn" | "descriptionBn" | "descriptionEn" | "image">,
  locale: Locale,
): CategoryView {
  const isBangla = locale === "bn";
  return {
    slug: row.slug,
    name: isBangla ? row.nameBn : row.nameEn,
    description: isBangla ? row.descriptionBn : row.descriptionEn,
    image: row.image,
  };
}

const before = (variant: Variant): Poisha | null =>
  variant.compareAtPriceInPoisha !== null && variant.compareAtPriceInPoisha > variant.priceInPoisha
    ? poisha(variant.compareAtPriceInPoisha)
    : null;

const variantView = (variant: Variant): VariantView => ({
  sku: variant.sku,
  chosen: readChosen(variant.options),
  price: poisha(variant.priceInPoisha),
  priceBefore: before(variant),
  stock: Math.max(variant.stock, 0),
  availability: availabilityOf(variant.stock),
  image: variant.image,
});

/** Null when nothing of the product can be sold: it has no variant. */
export function productCard(row: Product & { variants: Variant[] }, locale: Locale): ProductCard | null {
  const [cheapest] = row.variants.toSorted((one, other) => one.priceInPoisha - other.priceInPoisha);
  if (!cheapest) return null;
  const isBangla = locale === "bn";
  const stock = row.variants.reduce((pieces, variant) => pieces + Math.max(variant.stock, 0), 0);
  const colours = readChoices(row.options, locale)
    .flatMap(({ values }) => values)
    .flatMap(({ name, colour }) => (colour ? { name, colour } : []));
  return {
    slug: row.slug,
    rating:
      row.ratingCount > 0 && isOffered("reviews") ? { sum: row.ratingSum, count: row.ratingCount } : null,
    name: isBangla ? row.nameBn : row.nameEn,
    summary: isBangla ? row.summaryBn : row.summaryEn,
    origin: isBangla ? row.originBn : row.originEn,
    image: row.image,
    imageAlt: isBangla ? row.imageAltBn : row.imageAltEn,
    price: poisha(cheapest.priceInPoisha),
    hasHigherPrices: row.variants.some((variant) => variant.priceInPoisha > cheapest.priceInPoisha),
    priceBefore: before(cheapest),
    stock,
    availability: availabilityOf(stock),
    colours: colours.length > 1 ? colours : [],
  };
}

export function productView(
  row: Product & { variants: Variant[]; category: Category; images: ProductImage[] },
  locale: Locale,
): ProductView | null {
  const card = productCard(row, locale);
  const [first, ...others] = row.variants.map(variantView);
  if (!card || !first) return null;
  return {
    ...card,
    description: locale === "bn" ? row.descriptionBn : row.descriptionEn,
    details: detailsColumn
      .parse(row.details)
      .map(({ label, value }) => ({ label: label[locale], value: value[locale] })),
    weightInGrams: row.variants[0]?.weightInGrams ?? 0,
    category: categoryView(row.category, locale),
    choices: readChoices(row.options, locale),
    variants: [first, ...others],
    opens: [first, ...others].find(({ stock }) => stock > 0) ?? first,
    pictures: [
      { src: card.image, alt: card.imageAlt },
      ...row.images.map(({ src, altBn, altEn }) => ({ src, alt: locale === "bn" ? altBn : altEn })),
    ],
  };
}
