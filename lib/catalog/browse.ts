import { Prisma } from "@/generated/prisma/client";
import { poisha, type Locale, type Poisha } from "@/lib/kernel/money";
import { db, type Transaction } from "@/lib/platform/db";
import { readChoices } from "./choices";
import { likenessToWords, matchesWords, tellLikeness } from "./match-words";
import { cardsInOrder } from "./read-catalogue";
import { searchWords } from "./search-words";
import type { ProductCard } from "./views";

export const SORTS = ["shop", "new", "price-up", "price-down"] as const;
export type Sort = (typeof SORTS)[number];

/** How many products a page of a list shows: whole rows of two, three and four. */
export const PER_PAGE = 24;

export interface BrowseWish {
  readonly categorySlug?: string | undefined;
  readonly collectionSlug?: string | undefined;
  /** What was typed into the search box. */
  readonly typed?: string | undefined;
  /** The values wanted of each choice, by their keys: any of these colours and any of these sizes. */
  readonly chosen?: Readonly<Record<string, readonly string[]>>;
  /** Bounds of the price, included. */
  readonly atLeast?: Poisha | undefined;
  readonly atMost?: Poisha | undefined;
  readonly inStockOnly?: boolean;
  readonly sort?: Sort;
  /** From 1. */
  readonly page?: number;
}

export interface Facet {
  readonly key: string;
  readonly name: string;
  readonly values: readonly { key: string; name: string; colour: string | null; count: number }[];
}

export interface Browsed {
  readonly products: readonly ProductCard[];
  readonly total: number;
  readonly pages: number;
  readonly page: number;
  /** What can be chosen among all that the place and the words leave, with how many products each value has. */
  readonly facets: readonly Facet[];
  /** The lowest and highest price among these; null when there is nothing. */
  readonly prices: { readonly lowest: Poisha; readonly highest: Poisha } | null;
}

/** Products of a category, a collection or a search, narrowed by choices and price, a page at a time. */
export async function browse(wish: BrowseWish, locale: Locale): Promise<Browsed> {
  const words = searchWords(wish.typed ?? "");
  return db.$transaction(async (tx) => {
    await tellLikeness(tx);
    const place = placeOf(wish, words);
    const { ids, total } = await idsOfPage(tx, wish, place, words);
    const pages = Math.max(1, Math.ceil(total / PER_PAGE));
    return {
      products: await cardsInOrder(ids, locale, tx),
      total,
      pages,
      page: pageOf(wish),
      ...(await facetsOf(tx, place, locale)),
    };
  });
}

const pageOf = ({ page = 1 }: BrowseWish): number => Math.max(1, Math.min(page, 10_000));

const all = (conditions: Prisma.Sql[]): Prisma.Sql =>
  conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;

/** Where one is, and what one looks for: what facets are counted in. */
function placeOf({ categorySlug, collectionSlug }: BrowseWish, words: readonly string[]): Prisma.Sql {
  return all([
    Prisma.sql`EXISTS (SELECT 1 FROM "Variant" v WHERE v."productId" = p.id)`,
    ...(categorySlug
      ? [Prisma.sql`p."categoryId" = (SELECT id FROM "Category" WHERE slug = ${categorySlug})`]
      : []),
    ...(collectionSlug
      ? [
          Prisma.sql`EXISTS (SELECT 1 FROM "CollectionProduct" cp JOIN "Collection" c ON c.id = cp."collectionId"
            WHERE cp."productId" = p.id AND c.slug = ${collectionSlug})`,
        ]
      : []),
    ...(words.length > 0 ? [matchesWords(words)] : []),
  ]);
}

/** The narrowing within the place. One variant must meet all of it: a red one in stock, not a red one and another in stock. */
function narrowing({ chosen = {}, atLeast, atMost, inStockOnly }: BrowseWish): Prisma.Sql {
  const wanted = Object.entries(chosen).filter(([, values]) => values.length > 0);
  const conditions = [
    ...wanted.map(([key, values]) => Prisma.sql`v.options ->> ${key} IN (${Prisma.join([...values])})`),
    ...(atLeast === undefined ? [] : [Prisma.sql`v."priceInPoisha" >= ${atLeast}`]),
    ...(atMost === undefined ? [] : [Prisma.sql`v."priceInPoisha" <= ${atMost}`]),
    ...(inStockOnly ? [Prisma.sql`v.stock > 0`] : []),
  ];
  if (conditions.length === 0) return Prisma.sql`true`;
  return Prisma.sql`EXISTS (SELECT 1 FROM "Variant" v WHERE v."productId" = p.id AND ${all(conditions)})`;
}

async function idsOfPage(tx: Transaction, wish: BrowseWish, place: Prisma.Sql, words: readonly string[]) {
  const rows = await tx.$queryRaw<{ id: string; total: number }[]>`
    SELECT p.id, count(*) OVER ()::int AS total
    FROM "Product" p JOIN "Category" g ON g.id = p."categoryId"
      CROSS JOIN LATERAL (
        SELECT min(v."priceInPoisha") AS price, COALESCE(sum(v.stock), 0) AS stock FROM "Variant" v WHERE v."productId" = p.id
      ) offer
    WHERE ${place} AND ${narrowing(wish)}
    ORDER BY (offer.stock > 0) DESC, ${orderOf(wish.sort ?? "shop", words)} g.position, p.position, p.id
    LIMIT ${PER_PAGE} OFFSET ${(pageOf(wish) - 1) * PER_PAGE}`;
  if (rows.length === 0 && pageOf(wish) > 1) return { ids: [], total: await countAll(tx, wish, place) };
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
}

/** A page beyond the last has no row that could tell how many there are before it. */
async function countAll(tx: Transaction, wish: BrowseWish, place: Prisma.Sql): Promise<number> {
  const [counted] = await tx.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM "Product" p WHERE ${place} AND ${narrowing(wish)}`;
  return counted?.total ?? 0;
}

/** What comes before the shop's own order, with a comma after it. */
function orderOf(sort: Sort, words: readonly string[]): Prisma.Sql {
  switch (sort) {
    case "new":
      return Prisma.sql`p."createdAt" DESC,`;
    case "price-up":
      return Prisma.sql`offer.price,`;
    case "price-down":
      return Prisma.sql`offer.price DESC,`;
    case "shop":
      return words.length === 0 ? Prisma.empty : Prisma.sql`${likenessToWords(words)} DESC,`;
  }
}

async function facetsOf(tx: Transaction, place: Prisma.Sql, locale: Locale) {
  const counted = await tx.$queryRaw<{ key: string; value: string; count: number; options: unknown }[]>`
    SELECT o.key, o.value, count(DISTINCT p.id)::int AS count, (array_agg(p.options))[1] AS options
    FROM "Product" p JOIN "Variant" v ON v."productId" = p.id CROSS JOIN LATERAL jsonb_each_text(v.options) o
    WHERE ${place} GROUP BY o.key, o.value`;
  const [range] = await tx.$queryRaw<{ lowest: number | null; highest: number | null }[]>`
    SELECT min(v."priceInPoisha") AS lowest, max(v."priceInPoisha") AS highest
    FROM "Product" p JOIN "Variant" v ON v."productId" = p.id WHERE ${place}`;

  const facets = new Map<string, { key: string; name: string; values: Facet["values"][number][] }>();
  for (const { key, value, count, options } of counted) {
    const choice = readChoices(options, locale).find((one) => one.key === key);
    const shown = choice?.values.find((one) => one.key === value);
    if (!choice || !shown) continue;
    const facet = facets.get(key) ?? { key, name: choice.name, values: [] };
    facet.values.push({ ...shown, count });
    facets.set(key, facet);
  }
  const inOrder = new Intl.Collator(locale, { numeric: true });
  return {
    facets: [...facets.values()].map((facet) => ({
      ...facet,
      values: facet.values.toSorted((one, other) => inOrder.compare(one.name, other.name)),
    })),
    prices:
      range?.lowest != null && range.highest != null
        ? { lowest: poisha(range.lowest), highest: poisha(range.highest) }
        : null,
  };
}
