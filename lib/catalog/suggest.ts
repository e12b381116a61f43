import type { Locale, Poisha } from "@/lib/kernel/money";
import { browse } from "./browse";
import { searchWords } from "./search-words";

export interface Suggestion {
  readonly slug: string;
  readonly name: string;
  readonly image: string;
  /** The lowest of its variants' prices. */
  readonly price: Poisha;
}

/** What a search box offers while one types: the best few, none before there is a word. */
export async function suggest(typed: string, locale: Locale, count = 6): Promise<Suggestion[]> {
  if (searchWords(typed).length === 0) return [];
  const { products } = await browse({ typed }, locale);
  return products.slice(0, count).map(({ slug, name, image, price }) => ({ slug, name, image, price }));
}
