import { notFound } from "next/navigation";
import { routing } from "@/app/_i18n/routing";
import { productsOfPage } from "@/lib/catalog/list-everything";
import { listCategories, listCollections } from "@/lib/catalog/read-catalogue";
import { INFO_PAGES } from "../../[locale]/_info/info-pages";
import { PRODUCTS_PER_MAP, siteMap } from "../../_engines/site-map";
import { xmlResponse } from "../../_engines/xml";

export const dynamic = "force-static";
export const revalidate = 3600;
export const generateStaticParams = () => [];

async function pagePlaces() {
  const [categories, collections] = await Promise.all([
    listCategories(routing.defaultLocale),
    listCollections(routing.defaultLocale),
  ]);
  return [
    { path: "/" },
    { path: "/products" },
    ...categories.map(({ slug, image }) => ({ path: `/categories/${slug}`, pictures: [image] })),
    ...collections.map(({ slug, image }) => ({ path: `/collections/${slug}`, pictures: [image] })),
    ...INFO_PAGES.map((page) => ({ path: `/${page}` })),
  ];
}

async function productPlaces(page: number) {
  const listed = await productsOfPage(page, PRODUCTS_PER_MAP, routing.defaultLocale);
  return listed.map(({ changedAt, product }) => ({
    path: `/products/${product.slug}`,
    changedAt,
    pictures: product.pictures.map(({ src }) => src),
  }));
}

export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const [, kind, number] = /^(pages|products-([1-9]\d{0,5}))\.xml$/.exec((await params).file) ?? [];
  if (!kind) notFound();
  const places = number ? await productPlaces(Number(number) - 1) : await pagePlaces();
  if (places.length === 0) notFound();
  return xmlResponse(siteMap(places));
}
