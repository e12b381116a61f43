import { notFound } from "next/navigation";
import { isLocale } from "@/app/_i18n/routing";
import { findCategory, findCollection, findProduct } from "@/lib/catalog/read-catalogue";
import { formatTaka, type Locale } from "@/lib/kernel/money";
import { drawSharePicture } from "@/lib/pictures/draw-share-picture";
import { colours, store } from "@/store.config";

export const dynamic = "force-static";
export const revalidate = 3600;
export const generateStaticParams = () => [];

interface Shown {
  readonly title: string;
  readonly text: string;
  readonly price?: string;
  readonly picture: string;
}

async function find(kind: string, slug: string, locale: Locale): Promise<Shown | null> {
  if (kind === "shop" && slug === "home")
    return { title: store.tagline[locale], text: store.description[locale], picture: "/art/hero.svg" };
  if (kind === "products") {
    const product = await findProduct(slug, locale);
    return (
      product && {
        title: product.name,
        text: product.origin,
        price: formatTaka(product.price, locale),
        picture: product.image,
      }
    );
  }
  const found =
    kind === "categories"
      ? await findCategory(slug, locale)
      : kind === "collections"
        ? await findCollection(slug, locale)
        : null;
  return found && { title: found.name, text: found.description, picture: found.image };
}

/** The picture beside a link to the shop, a product or a list: `/share/bn/products/jute-tote.png`. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ locale: string; kind: string; file: string }> },
): Promise<Response> {
  const { locale, kind, file } = await params;
  const [, slug] = /^([a-z0-9-]+)\.png$/.exec(file) ?? [];
  if (!isLocale(locale) || !slug) notFound();
  const shown = await find(kind, slug, locale);
  if (!shown) notFound();
  const { light } = colours;
  const png = await drawSharePicture({
    ...shown,
    shop: store.name[locale],
    icon: "/art/icon.svg",
    colours: { ground: light["jute-tint"], ink: light.ink, soft: light["ink-soft"], accent: light.brand },
  });
  return new Response(new Uint8Array(png), { headers: { "content-type": "image/png" } });
}
