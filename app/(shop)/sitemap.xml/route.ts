import { countProducts } from "@/lib/catalog/list-everything";
import { publicUrl } from "../[locale]/_shell/public-url";
import { xmlResponse } from "../_engines/xml";
import { PRODUCTS_PER_MAP } from "../_engines/site-map";

export const dynamic = "force-dynamic";

/** The maps of the shop: its pages, and its products so many at a time. */
export async function GET(): Promise<Response> {
  const maps = Math.ceil((await countProducts()) / PRODUCTS_PER_MAP);
  const files = ["pages", ...Array.from({ length: maps }, (_, index) => `products-${index + 1}`)];
  const entries = files.map((file) => `<sitemap><loc>${publicUrl()}/sitemaps/${file}.xml</loc></sitemap>`);
  return xmlResponse(
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join("")}</sitemapindex>`,
  );
}
