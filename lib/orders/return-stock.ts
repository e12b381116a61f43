import type { Transaction } from "@/lib/platform/db";

/** Gives an order's goods back to what is free to sell. The caller holds the order's row lock, and does so once. */
export async function returnStock(tx: Transaction, orderId: string): Promise<void> {
  // In the order of their ids, as placeOrder does, so that neither waits for the other in a circle.
  await tx.$queryRaw`
    SELECT v.id FROM "Variant" v JOIN "OrderLine" l ON l."variantId" = v.id
    WHERE l."orderId" = ${orderId}::uuid ORDER BY v.id FOR UPDATE OF v`;
  await tx.$executeRaw`
    UPDATE "Variant" v SET stock = v.stock + l.quantity FROM "OrderLine" l
    WHERE l."orderId" = ${orderId}::uuid AND v.id = l."variantId"`;
}
