import { poisha, type Locale, type Poisha } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { matchesWords, likenessToWords, tellLikeness } from "./match-words";
import { searchWords } from "./search-words";

export interface Suggestion {
  readonly slug: string;
  readonly name: string;
  readonly image: string;
  /** The lowest of its variants' prices. */
  readonly price: Poisha;
}

interface Row {
  slug: string;
  nameBn: string;
  nameEn: string;
  image: string;
  price: number;
}

/**
 * What a search box offers while one types: the best few, none before there is a word. It is asked at every pause of every
 * typist, so it is one query that reads what is shown and nothing else.
 */
export async function suggest(typed: string, locale: Locale, count = 6): Promise<Suggestion[]> {
  const words = searchWords(typed);
  if (words.length === 0) return [];
  const rows = await db.$transaction(async (tx) => {
    await tellLikeness(tx);
    return tx.$queryRaw<Row[]>`
      SELECT p.slug, p."nameBn", p."nameEn", p.image, offer.price
      FROM "Product" p JOIN "Category" g ON g.id = p."categoryId"
        CROSS JOIN LATERAL (
          SELECT min(v."priceInPoisha") AS price, sum(v.stock) AS stock FROM "Variant" v WHERE v."productId" = p.id
        ) offer
      WHERE offer.price IS NOT NULL AND ${matchesWords(words)}
      ORDER BY (offer.stock > 0) DESC, ${likenessToWords(words)} DESC, g.position, p.position, p.id
      LIMIT ${count}`;
  });
  return rows.map(({ slug, nameBn, nameEn, image, price }) => ({
    slug,
    name: locale === "bn" ? nameBn : nameEn,
    image,
    price: poisha(price),
  }));
}
