import "server-only";
import { href } from "@/app/_i18n/routing";
import type { ProductView, VariantView } from "@/lib/catalog/views";
import { takaText, type Locale } from "@/lib/kernel/money";
import { rasterAddress } from "@/lib/pictures/raster";
import { store } from "@/store.config";
import { publicUrl } from "../[locale]/_shell/public-url";
import { element } from "./xml";

const address = (path: string): string => new URL(path, publicUrl()).href;

/** The reader's word for what a variant has of one choice: "Green motif". */
function valueOf(product: ProductView, { chosen }: VariantView, key: string): string | undefined {
  const choice = product.choices.find((one) => one.key === key);
  return choice?.values.find((value) => value.key === chosen[key])?.name;
}

/**
 * One thing that can be bought, as Google Merchant Center and Meta Commerce both read it
 * (https://support.google.com/merchants/answer/7052112).
 */
function item(product: ProductView, variant: VariantView, locale: Locale): string {
  const several = product.variants.length > 1;
  const link = publicUrl() + href(locale, `/products/${product.slug}`);
  const values = product.choices.flatMap(({ key }) => valueOf(product, variant, key) ?? []);
  const [first, ...others] = product.pictures;
  const before = variant.priceBefore;
  return [
    "<item>",
    element("g:id", variant.sku),
    several ? element("g:item_group_id", product.slug) : "",
    element("g:title", [product.name, ...values].join(", ").slice(0, 150)),
    element("g:description", [product.summary, ...product.description].join("\n").slice(0, 5000)),
    element("g:link", several ? `${link}?variant=${encodeURIComponent(variant.sku)}` : link),
    element("g:image_link", address(rasterAddress(variant.image ?? first?.src ?? product.image))),
    ...others.slice(0, 10).map(({ src }) => element("g:additional_image_link", address(rasterAddress(src)))),
    element("g:availability", variant.stock > 0 ? "in_stock" : "out_of_stock"),
    element("g:price", `${takaText(before ?? variant.price)} BDT`),
    element("g:sale_price", before && `${takaText(variant.price)} BDT`),
    element("g:condition", "new"),
    element("g:brand", store.name[locale]),
    element("g:identifier_exists", "no"),
    element("g:product_type", product.category.name),
    element("g:color", valueOf(product, variant, "colour")),
    element("g:size", valueOf(product, variant, "size")),
    element("g:shipping_weight", product.weightInGrams > 0 ? `${product.weightInGrams} g` : null),
    "</item>",
  ].join("");
}

export const feedItems = (products: readonly ProductView[], locale: Locale): string =>
  products.flatMap((product) => product.variants.map((variant) => item(product, variant, locale))).join("\n");

/** The feed around its items. */
export const productFeed = (items: string, locale: Locale): string =>
  `<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>${element("title", store.name[locale])}${element("link", publicUrl() + href(locale))}${element("description", store.description[locale])}\n${items}\n</channel></rss>`;
