import "server-only";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { findCategory, findCollection } from "@/lib/catalog/read-catalogue";
import type { Locale } from "@/lib/kernel/money";

/** Where in the shop a list is: everything, a category, or a collection. */
export interface Place {
  /** Without the language: `/products`, `/categories/food-tea`. */
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly image?: string;
  readonly categorySlug?: string;
  readonly collectionSlug?: string;
}

/** The place of an address, or null when there is none. */
export const findPlace = cache(async (path: string, locale: Locale): Promise<Place | null> => {
  if (path === "/products") {
    const t = await getTranslations({ locale, namespace: "catalogue" });
    return { path, title: t("allTitle"), text: t("allText") };
  }
  const [, kind, slug = ""] = /^\/(categories|collections)\/([a-z0-9-]+)$/.exec(path) ?? [];
  if (!kind) return null;
  const found = await (kind === "categories" ? findCategory : findCollection)(slug, locale);
  if (!found) return null;
  const { name: title, description: text, image } = found;
  const where = kind === "categories" ? { categorySlug: slug } : { collectionSlug: slug };
  return { path, title, text, image, ...where };
});
