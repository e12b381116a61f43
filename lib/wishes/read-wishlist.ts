import { cardsInOrder } from "@/lib/catalog/read-catalogue";
import type { ProductCard } from "@/lib/catalog/views";
import type { Locale } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";

/** The products on a shopper's list at today's prices and stock, the newest wish first. */
export async function readWishlist(shopperId: string, locale: Locale): Promise<ProductCard[]> {
  const wishes = await db.wish.findMany({
    where: { shopperId },
    orderBy: [{ addedAt: "desc" }, { productId: "asc" }],
    select: { productId: true },
  });
  return cardsInOrder(
    wishes.map(({ productId }) => productId),
    locale,
  );
}
