import type { Database } from "./database.ts";

/** What the shop sells: ids in a known order, so that locks are taken in the same order every time. */
export interface Article {
  id: string;
  sku: string;
  stock: number;
}

const article = (number: number, stock: number): Article => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  sku: `TORTURE-${number}`,
  stock,
});

/** Puts articles with these stocks on the shelf. */
export async function stockShelf(database: Database, stocks: readonly number[]): Promise<Article[]> {
  const articles = stocks.map((stock, index) => article(index + 1, stock));
  await database.ask(
    `WITH category AS (
      INSERT INTO "Category" (id, slug, position, "nameBn", "nameEn", "descriptionBn", "descriptionEn", image)
      VALUES ($1, 'torture', 1, 'x', 'x', 'x', 'x', '/x') RETURNING id
    ), product AS (
      INSERT INTO "Product" (id, slug, "categoryId", position, "nameBn", "nameEn", "summaryBn", "summaryEn",
        "descriptionBn", "descriptionEn", "originBn", "originEn", image, "imageAltBn", "imageAltEn", details, "createdAt", "updatedAt")
      SELECT $1, 'torture', id, 1, 'x', 'x', 'x', 'x', '{x}', '{x}', 'x', 'x', '/x', 'x', 'x', '[]', pg_catalog.now(), pg_catalog.now()
      FROM category RETURNING id
    )
    INSERT INTO "Variant" (id, sku, "productId", "priceInPoisha", "weightInGrams", stock)
    SELECT id, sku, (SELECT product.id FROM product), 100000 * stock_number, 100, stock
    FROM unnest($2::uuid[], $3::text[], $4::int[]) WITH ORDINALITY AS a (id, sku, stock, stock_number)`,
    [
      "00000000-0000-4000-8000-000000000000",
      articles.map(({ id }) => id),
      articles.map(({ sku }) => sku),
      articles.map(({ stock }) => stock),
    ],
  );
  return articles;
}
