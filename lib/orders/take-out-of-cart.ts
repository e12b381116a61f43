import type { Transaction } from "@/lib/platform/db";

/**
 * Takes what an order has bought, and its coupon, out of the cart that it came from: as soon as nothing is to be paid online.
 * Until then the cart stays, for whoever turns back. Of an order that a wallet pays, markOrderPaid does the same.
 */
export async function takeOutOfCart(tx: Transaction, orderId: string): Promise<void> {
  await tx.$executeRaw`
    WITH bought AS (SELECT id, "cartId", "couponId" FROM "Order" WHERE id = ${orderId}::uuid),
    spent AS (
      UPDATE "Cart" c SET "couponId" = NULL FROM bought b WHERE c.id = b."cartId" AND c."couponId" = b."couponId"
    )
    DELETE FROM "CartLine" c USING "OrderLine" l, bought b
    WHERE c."cartId" = b."cartId" AND l."orderId" = b.id AND c."variantId" = l."variantId"`;
}
