import { href } from "@/app/_i18n/routing";
import { listCategories } from "@/lib/catalog/read-catalogue";
import { store } from "@/store.config";
import { INFO_PAGES } from "../[locale]/_info/info-pages";
import { publicUrl } from "../[locale]/_shell/public-url";

export const dynamic = "force-dynamic";

/** What the shop is, for programs that read for people (llmstxt.org). */
export async function GET(): Promise<Response> {
  const link = (text: string, path: string, note = "") =>
    `- [${text}](${publicUrl()}${path})${note && `: ${note}`}`;
  const categories = await listCategories("en");
  const lines = [
    `# ${store.name.en} (${store.name.bn})`,
    "",
    `> ${store.description.en}`,
    "",
    "Prices are in Bangladeshi taka (BDT). The shop delivers within Bangladesh. Every page is there in Bangla (/bn) and English (/en).",
    "",
    "## Products",
    "",
    ...categories.map(({ slug, name, description }) =>
      link(name, href("en", `/categories/${slug}`), description),
    ),
    link("All products as a feed", "/feeds/products-en.xml", "name, price, stock and picture of each"),
    link("Site map", "/sitemap.xml"),
    "",
    "## About the shop",
    "",
    ...INFO_PAGES.map((page) => link(page[0]?.toUpperCase() + page.slice(1), href("en", `/${page}`))),
    "",
    `Phone ${store.phone}, e-mail ${store.email}.`,
    "",
  ];
  return new Response(lines.join("\n"), { headers: { "content-type": "text/plain; charset=utf-8" } });
}
