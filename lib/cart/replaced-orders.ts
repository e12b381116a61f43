import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/platform/db";

/**
 * An order, under the name `o`, that a corrected one from the same cart takes the place of: it waits for a wallet's money,
 * none has moved or may still move, and its shopper has not asked for it to be kept.
 */
export const isReplaceable = Prisma.sql`(o.status = 'PENDING' AND o."deliveryStatus" = 'TO_PACK'
  AND o."paymentMethod" <> 'CASH_ON_DELIVERY'
  AND NOT EXISTS (SELECT 1 FROM "OrderEvent" e WHERE e."orderId" = o.id AND e.detail->>'heldForHours' IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM "Payment" p WHERE p."orderId" = o.id
    AND p.status NOT IN ('NEW', 'CREATED', 'DECLINED', 'CANCELLED', 'EXPIRED', 'ABANDONED', 'VOIDED')))`;

/**
 * How many pieces of each variant are set aside for a shopper's own unpaid order: they are off the shelf for everybody
 * else, and free to this shopper, whose next order takes that one's place.
 */
export async function piecesSetAside(
  shopperId: string,
  client: Transaction = db,
): Promise<ReadonlyMap<string, number>> {
  const rows = await client.$queryRaw<{ variantId: string; pieces: number }[]>`
    SELECT l."variantId", sum(l.quantity)::int AS pieces
    FROM "Cart" c JOIN "Order" o ON o."cartId" = c.id JOIN "OrderLine" l ON l."orderId" = o.id
    WHERE c."shopperId" = ${shopperId}::uuid AND ${isReplaceable} GROUP BY l."variantId"`;
  return new Map(rows.map(({ variantId, pieces }) => [variantId, pieces]));
}
