import type { Locale } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import {
  categoryView,
  productCard,
  productView,
  type CategoryView,
  type ProductCard,
  type ProductView,
} from "./views";

const withVariants = { variants: { orderBy: { position: "asc" } } } as const;
const inShopOrder = [{ category: { position: "asc" } }, { position: "asc" }] as const;

const isSellable = (card: ProductCard | null): card is ProductCard => card !== null;

/** The categories in the order in which the shop shows them. */
export async function listCategories(locale: Locale): Promise<CategoryView[]> {
  const rows = await db.category.findMany({ orderBy: { position: "asc" } });
  return rows.map((row) => categoryView(row, locale));
}

/** Whether anything can have this slug: what comes in an address may hold what no database compares with. */
const isSlug = (text: string): boolean => /^[a-z0-9-]{1,100}$/.test(text);

export async function findCategory(slug: string, locale: Locale): Promise<CategoryView | null> {
  if (!isSlug(slug)) return null;
  const row = await db.category.findUnique({ where: { slug } });
  return row && categoryView(row, locale);
}

/** All products, or those of one category. What is sold out stands last: it is still worth knowing. */
export async function listProducts(
  locale: Locale,
  only: { categorySlug?: string } = {},
): Promise<ProductCard[]> {
  const rows = await db.product.findMany({
    where: only.categorySlug ? { category: { slug: only.categorySlug } } : {},
    orderBy: [...inShopOrder],
    include: withVariants,
  });
  const cards = rows.map((row) => productCard(row, locale)).filter(isSellable);
  return [...cards.filter((card) => card.stock > 0), ...cards.filter((card) => card.stock === 0)];
}

/** What the merchant puts in the window: never something that is sold out. */
export async function featuredProducts(locale: Locale, count: number): Promise<ProductCard[]> {
  const rows = await db.product.findMany({
    where: { featured: true, variants: { some: { stock: { gt: 0 } } } },
    orderBy: [...inShopOrder],
    take: count,
    include: withVariants,
  });
  return rows.map((row) => productCard(row, locale)).filter(isSellable);
}

export async function findProduct(slug: string, locale: Locale): Promise<ProductView | null> {
  if (!isSlug(slug)) return null;
  const row = await db.product.findUnique({ where: { slug }, include: { ...withVariants, category: true } });
  return row && productView(row, locale);
}

/** Others of the same category, then of the shop's window, until there are `count`. */
export async function relatedProducts(slug: string, locale: Locale, count: number): Promise<ProductCard[]> {
  const product = await db.product.findUnique({ where: { slug }, select: { categoryId: true } });
  if (!product) return [];
  const inStock = { slug: { not: slug }, variants: { some: { stock: { gt: 0 } } } };
  const rows = await db.product.findMany({
    where: { ...inStock, categoryId: product.categoryId },
    orderBy: { position: "asc" },
    take: count,
    include: withVariants,
  });
  const others = await db.product.findMany({
    where: { ...inStock, categoryId: { not: product.categoryId }, featured: true },
    orderBy: [...inShopOrder],
    take: count - rows.length,
    include: withVariants,
  });
  return [...rows, ...others].map((row) => productCard(row, locale)).filter(isSellable);
}
