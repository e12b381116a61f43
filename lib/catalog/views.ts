import { z } from "zod";
import type { Category, Product, Variant } from "@/generated/prisma/client";
import { poisha, type Locale, type Poisha } from "@/lib/kernel/money";

type Availability = "in-stock" | "low-stock" | "sold-out";

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
  readonly sku: string;
  readonly name: string;
  readonly summary: string;
  readonly origin: string;
  readonly image: string;
  readonly imageAlt: string;
  readonly price: Poisha;
  /** The price before a reduction, when it was really higher. */
  readonly priceBefore: Poisha | null;
  readonly stock: number;
  readonly availability: Availability;
}

export interface ProductView extends ProductCard {
  readonly description: readonly string[];
  readonly details: readonly { readonly label: string; readonly value: string }[];
  readonly weightInGrams: number;
  readonly category: CategoryView;
}

const text = z.object({ bn: z.string(), en: z.string() });
const detailsColumn = z.array(z.object({ label: text, value: text }));

export function categoryView(row: Category, locale: Locale): CategoryView {
  const isBangla = locale === "bn";
  return {
    slug: row.slug,
    name: isBangla ? row.nameBn : row.nameEn,
    description: isBangla ? row.descriptionBn : row.descriptionEn,
    image: row.image,
  };
}

/** Null when nothing of the product can be sold: it has no variant. */
export function productCard(row: Product & { variants: Variant[] }, locale: Locale): ProductCard | null {
  const variant = row.variants[0];
  if (!variant) return null;
  const isBangla = locale === "bn";
  const before = variant.compareAtPriceInPoisha;
  return {
    slug: row.slug,
    sku: variant.sku,
    name: isBangla ? row.nameBn : row.nameEn,
    summary: isBangla ? row.summaryBn : row.summaryEn,
    origin: isBangla ? row.originBn : row.originEn,
    image: row.image,
    imageAlt: isBangla ? row.imageAltBn : row.imageAltEn,
    price: poisha(variant.priceInPoisha),
    priceBefore: before !== null && before > variant.priceInPoisha ? poisha(before) : null,
    stock: Math.max(variant.stock, 0),
    availability: availabilityOf(variant.stock),
  };
}

export function productView(
  row: Product & { variants: Variant[]; category: Category },
  locale: Locale,
): ProductView | null {
  const card = productCard(row, locale);
  if (!card) return null;
  return {
    ...card,
    description: locale === "bn" ? row.descriptionBn : row.descriptionEn,
    details: detailsColumn
      .parse(row.details)
      .map(({ label, value }) => ({ label: label[locale], value: value[locale] })),
    weightInGrams: row.variants[0]?.weightInGrams ?? 0,
    category: categoryView(row.category, locale),
  };
}
