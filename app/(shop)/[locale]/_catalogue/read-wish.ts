import { SORTS, type BrowseWish, type Sort } from "@/lib/catalog/browse";
import { poisha, type Poisha } from "@/lib/kernel/money";

/** The parameters of a list's address that are not choices. */
const RESERVED = new Set(["q", "sort", "page", "min", "max", "stock", "place"]);
const KEY = /^[a-z0-9-]{1,40}$/;
/** More than any shop offers; an address with more is somebody's game. */
const MAX_CHOICES = 20;

export type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/**
 * What a list's address asks for. Whatever is not understood is left out: an address is not a form, and has no errors.
 * `chosen` is whatever reads like a choice; which of it the shop has, `knownChoices` says.
 */
export function readWish(given: Parameters): BrowseWish & Pick<Required<BrowseWish>, "chosen"> {
  const chosen = Object.fromEntries(
    Object.entries(given)
      .filter(([key]) => KEY.test(key) && !RESERVED.has(key))
      .map(([key, value]) => [key, all(value).filter((one) => KEY.test(one))] as const)
      .filter(([, values]) => values.length > 0)
      .slice(0, MAX_CHOICES),
  );
  const sort = first(given.sort);
  return {
    chosen,
    typed: first(given.q),
    atLeast: taka(first(given.min)),
    atMost: taka(first(given.max)),
    inStockOnly: first(given.stock) === "1",
    page: Number(/^\d{1,4}$/.exec(first(given.page) ?? "")?.[0] ?? 1) || 1,
    ...(isSort(sort) ? { sort } : {}),
  };
}

const all = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat());
const first = (value: string | string[] | undefined): string | undefined => all(value)[0];
const isSort = (text: string | undefined): text is Sort => SORTS.some((sort) => sort === text);

/** Whole taka, in either script's digits. */
function taka(text: string | undefined): Poisha | undefined {
  const latin = text?.replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - 0x09e6));
  return latin && /^\d{1,7}$/.test(latin) ? poisha(Number(latin) * 100) : undefined;
}

/** How many narrowings an address holds, its place, words and order apart. */
export const narrowings = ({ chosen = {}, atLeast, atMost, inStockOnly }: BrowseWish): number =>
  Object.values(chosen).flat().length +
  (atLeast === undefined ? 0 : 1) +
  (atMost === undefined ? 0 : 1) +
  (inStockOnly ? 1 : 0);

/** The address of another page of the same list. */
export function addressOfPage(path: string, given: Parameters, page: number): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(given))
    if (key !== "page" && key !== "place") for (const one of all(value)) if (one) parameters.append(key, one);
  if (page > 1) parameters.set("page", String(page));
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}
