import { db } from "@/lib/platform/db";
import { isOffered } from "@/lib/platform/features";

/** The most products that a shopper's list holds: what a cookie can name. */
export const MAX_WISHES = 50;

export type WishChange =
  | { readonly ok: true; readonly slugs: readonly string[] }
  | { readonly ok: false; readonly code: "UNKNOWN_PRODUCT" | "WISHES_FULL" | "NOT_OFFERED" };

/** Puts a product on the shopper's list, or takes it off. Doing so twice is no error. @returns the list afterwards. */
export async function changeWish(shopperId: string, slug: string, isWanted: boolean): Promise<WishChange> {
  if (!isOffered("wishlist")) return { ok: false, code: "NOT_OFFERED" };
  const product = await db.product.findUnique({ where: { slug }, select: { id: true } });
  if (!product) return { ok: false, code: "UNKNOWN_PRODUCT" };
  const wish = { shopperId, productId: product.id };
  if (!isWanted) await db.wish.deleteMany({ where: wish });
  else if ((await db.wish.count({ where: { shopperId, productId: { not: product.id } } })) >= MAX_WISHES)
    return { ok: false, code: "WISHES_FULL" };
  else await db.wish.createMany({ data: [wish], skipDuplicates: true });
  return { ok: true, slugs: await wishedSlugs(shopperId) };
}

/** What is on the list, the newest first. */
export async function wishedSlugs(shopperId: string): Promise<string[]> {
  const wishes = await db.wish.findMany({
    where: { shopperId },
    orderBy: [{ addedAt: "desc" }, { productId: "asc" }],
    select: { product: { select: { slug: true } } },
  });
  return wishes.map(({ product }) => product.slug);
}
