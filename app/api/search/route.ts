import { suggest } from "@/lib/catalog/suggest";
import { formatTaka } from "@/lib/kernel/money";
import { admitSearch } from "../limits";
import { door, parse } from "../respond";
import { searchRequest } from "../schemas";

/** What a search box offers. The same for everybody, so a cache in front of the shop may keep it for a minute. */
export const GET = door(async (request) => {
  const { q, locale } = parse(searchRequest, Object.fromEntries(new URL(request.url).searchParams));
  admitSearch(request);
  const products = (await suggest(q, locale)).map(({ price, ...product }) => ({
    ...product,
    priceInPoisha: price,
    price: formatTaka(price, locale),
  }));
  return Response.json({ products }, { headers: { "cache-control": "public, max-age=60, s-maxage=60" } });
});
