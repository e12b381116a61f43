import { isReplaceable } from "@/lib/cart/replaced-orders";
import type { Transaction } from "@/lib/platform/db";
import { cancelUnpaidOrder } from "./cancel-unpaid-order";

/**
 * Cancels the unpaid orders of the cart that another one is being placed from: a shopper who went back and corrected
 * something means one purchase, and shall not compete with it for the last piece or for a coupon that is good once. One
 * whose money may have moved stays.
 *
 * @param idempotencyKey of the order that is being placed: its twin is found by it, and not replaced.
 * @param skus what that order takes.
 */
export async function replaceUnpaidOrders(
  tx: Transaction,
  { cartId, idempotencyKey, skus }: { cartId: string; idempotencyKey: string | null; skus: string[] },
): Promise<void> {
  // Two tabs of one shopper place one after the other: the second must see the order of the first.
  await tx.$queryRaw`
    SELECT s.id FROM "Shopper" s JOIN "Cart" c ON c."shopperId" = s.id
    WHERE c.id = ${cartId}::uuid FOR NO KEY UPDATE OF s`;
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM "Order" o
    WHERE o."cartId" = ${cartId}::uuid AND o."idempotencyKey" IS DISTINCT FROM ${idempotencyKey} AND ${isReplaceable}
    ORDER BY o.id FOR UPDATE`;
  if (locked.length === 0) return;
  // A statement of its own, after the locks: it must see what whoever held them before has written.
  const ids = locked.map(({ id }) => id);
  const replaced = await tx.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM "Order" o WHERE o.id = ANY(${ids}::uuid[]) AND ${isReplaceable} ORDER BY o.id`;
  // All goods that are given back or taken, in the order of their ids, so that no two orders wait for each other in a circle.
  await tx.$queryRaw`
    SELECT v.id FROM "Variant" v
    WHERE v.sku = ANY(${skus}) OR v.id IN (SELECT l."variantId" FROM "OrderLine" l WHERE l."orderId" = ANY(${ids}::uuid[]))
    ORDER BY v.id FOR UPDATE`;
  for (const { id } of replaced) {
    await cancelUnpaidOrder(tx, { orderId: id, source: "place" });
    // Who corrects the correction sends the first form once more, and means a new order.
    await tx.$executeRaw`UPDATE "Order" SET "idempotencyKey" = NULL WHERE id = ${id}::uuid`;
  }
}
