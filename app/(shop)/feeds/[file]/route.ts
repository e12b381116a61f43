import { notFound } from "next/navigation";
import { isLocale, routing } from "@/app/_i18n/routing";
import { productsOfPage } from "@/lib/catalog/list-everything";
import { feedItems, productFeed } from "../../_engines/product-feed";
import { xmlResponse } from "../../_engines/xml";

export const dynamic = "force-static";
export const revalidate = 900;
export const generateStaticParams = () => [];

const PER_PAGE = 500;

/** `products.xml` in the shop's first language, `products-en.xml` and `products-bn.xml` in the one that they name. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const [known, language] = /^products(?:-(\w+))?\.xml$/.exec((await params).file) ?? [];
  const locale = language ?? routing.defaultLocale;
  if (!known || !isLocale(locale)) notFound();
  const parts: string[] = [];
  for (let page = 0; ; page++) {
    const listed = await productsOfPage(page, PER_PAGE, locale);
    parts.push(
      feedItems(
        listed.map(({ product }) => product),
        locale,
      ),
    );
    if (listed.length < PER_PAGE) break;
  }
  return xmlResponse(productFeed(parts.join("\n"), locale));
}
