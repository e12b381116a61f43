import type { Locale } from "@/lib/kernel/money";
import { db, type Transaction } from "@/lib/platform/db";
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
  const row = await db.product.findUnique({
    where: { slug },
    include: { ...withVariants, category: true, images: { orderBy: { position: "asc" } } },
  });
  return row && productView(row, locale);
}

/**
 * What else somebody might like: products of the same collections first, then of the same category, then of the shop's
 * window; never one that is sold out.
 */
export async function relatedProducts(slug: string, locale: Locale, count: number): Promise<ProductCard[]> {
  if (!isSlug(slug)) return [];
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Product" here JOIN "Product" p ON p.id <> here.id JOIN "Category" g ON g.id = p."categoryId"
      CROSS JOIN LATERAL (
        SELECT count(*) AS shared FROM "CollectionProduct" mine
        JOIN "CollectionProduct" its ON its."collectionId" = mine."collectionId" AND its."productId" = p.id
        WHERE mine."productId" = here.id
      ) collections
    WHERE here.slug = ${slug}
      AND (collections.shared > 0 OR p."categoryId" = here."categoryId" OR p.featured)
      AND EXISTS (SELECT 1 FROM "Variant" v WHERE v."productId" = p.id AND v.stock > 0)
    ORDER BY collections.shared DESC, (p."categoryId" = here."categoryId") DESC, g.position, p.position, p.id
    LIMIT ${count}`;
  return cardsInOrder(
    rows.map(({ id }) => id),
    locale,
  );
}

/** Cards of these products, in this order. One that has gone meanwhile is left out. */
export async function cardsInOrder(
  ids: readonly string[],
  locale: Locale,
  client: Transaction = db,
): Promise<ProductCard[]> {
  const rows = await client.product.findMany({ where: { id: { in: [...ids] } }, include: withVariants });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids
    .flatMap((id) => byId.get(id) ?? [])
    .map((row) => productCard(row, locale))
    .filter(isSellable);
}

/** The merchant's collections in their order, without the products. */
export async function listCollections(locale: Locale): Promise<CategoryView[]> {
  const rows = await db.collection.findMany({ orderBy: { position: "asc" } });
  return rows.map((row) => categoryView(row, locale));
}

export async function findCollection(slug: string, locale: Locale): Promise<CategoryView | null> {
  if (!isSlug(slug)) return null;
  const row = await db.collection.findUnique({ where: { slug } });
  return row && categoryView(row, locale);
}
