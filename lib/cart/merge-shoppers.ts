import type { Transaction } from "@/lib/platform/db";
import { MAX_LINES } from "./cart-view";

/**
 * Makes one shopper of two, as when somebody signs in: what `from` has in cart and wishlist, and the orders that it may
 * see, is `into`'s afterwards, and `from` has nothing left. Of an article in both carts the larger quantity counts: who
 * puts the same thing into two carts wants it once. `into`'s coupon stays; when it has none, `from`'s comes along.
 * Merging again changes nothing.
 */
export async function mergeShoppers(tx: Transaction, from: string, into: string): Promise<void> {
  if (from === into) return;
  // Both rows, in the order of their ids: two sign-ins of the same person at once wait for each other, not in a circle.
  await tx.$queryRaw`
    SELECT id FROM "Shopper" WHERE id IN (${from}::uuid, ${into}::uuid) ORDER BY id FOR UPDATE`;
  await mergeCarts(tx, from, into);
  await tx.$executeRaw`
    INSERT INTO "Wish" ("shopperId", "productId", "addedAt")
    SELECT ${into}::uuid, "productId", "addedAt" FROM "Wish" WHERE "shopperId" = ${from}::uuid
    ON CONFLICT DO NOTHING`;
  await tx.wish.deleteMany({ where: { shopperId: from } });
  await tx.$executeRaw`
    INSERT INTO "OrderViewer" ("orderId", "shopperId")
    SELECT "orderId", ${into}::uuid FROM "OrderViewer" WHERE "shopperId" = ${from}::uuid
    ON CONFLICT DO NOTHING`;
  await tx.orderViewer.deleteMany({ where: { shopperId: from } });
}

async function mergeCarts(tx: Transaction, from: string, into: string): Promise<void> {
  const old = await tx.cart.findUnique({ where: { shopperId: from } });
  if (!old) return;
  const cart = await tx.cart.upsert({
    where: { shopperId: into },
    create: { shopperId: into, couponId: old.couponId },
    update: { updatedAt: new Date() },
  });
  if (!cart.couponId && old.couponId)
    await tx.cart.update({ where: { id: cart.id }, data: { couponId: old.couponId } });
  // What is in both carts first, then what came last: no more lines than a cart takes.
  await tx.$executeRaw`
    INSERT INTO "CartLine" AS line ("cartId", "variantId", quantity, "addedAt")
    SELECT ${cart.id}::uuid, l."variantId", l.quantity, l."addedAt" FROM "CartLine" l
      LEFT JOIN "CartLine" own ON own."cartId" = ${cart.id}::uuid AND own."variantId" = l."variantId"
    WHERE l."cartId" = ${old.id}::uuid
    ORDER BY (own."variantId" IS NULL), l."addedAt" DESC
    LIMIT GREATEST(0, ${MAX_LINES} - (
      SELECT count(*) FROM "CartLine" c WHERE c."cartId" = ${cart.id}::uuid AND NOT EXISTS (
        SELECT 1 FROM "CartLine" o WHERE o."cartId" = ${old.id}::uuid AND o."variantId" = c."variantId")))
    ON CONFLICT ("cartId", "variantId") DO UPDATE SET quantity = GREATEST(line.quantity, EXCLUDED.quantity)`;
  // Unpaid orders empty the cart that they came from when they are paid: from now on that is this one.
  await tx.order.updateMany({ where: { cartId: old.id }, data: { cartId: cart.id } });
  await tx.cart.delete({ where: { id: old.id } });
}
