import type { OrderStatus, PaymentSource } from "@/generated/prisma/enums";
import type { Poisha } from "@/lib/kernel/money";
import type { Transaction } from "@/lib/platform/db";
import { failpoint } from "@/lib/platform/failpoint";
import { writeOrderEvent } from "./order-event";

/**
 * Marks an order paid by one payment and takes what was bought, and its coupon, out of the cart it came from. The caller holds the
 * order's row lock and has decided; this is the order's half of a settlement, in the same transaction.
 */
export async function markOrderPaid(
  tx: Transaction,
  order: { id: string; cartId: string | null; status: OrderStatus },
  paymentId: string,
  source: PaymentSource,
): Promise<void> {
  await tx.$executeRaw`
    WITH paid AS (
      UPDATE "Order" SET status = 'PAID', "paidPaymentId" = ${paymentId}::uuid, "paidAt" = now(), "cancelledAt" = NULL
      WHERE id = ${order.id}::uuid RETURNING id, "couponId"
    ), told AS (
      INSERT INTO "OrderEvent" ("orderId", "from", "to", source)
      SELECT id, ${order.status}::"OrderStatus", 'PAID', ${source}::"PaymentSource" FROM paid
    ), spent AS (
      UPDATE "Cart" c SET "couponId" = NULL FROM paid WHERE c.id = ${order.cartId}::uuid AND c."couponId" = paid."couponId"
    )
    DELETE FROM "CartLine" c USING "OrderLine" l, paid
    WHERE c."cartId" = ${order.cartId}::uuid AND l."orderId" = paid.id AND c."variantId" = l."variantId"`;
}

/**
 * Marks an order paid by cash at the door. The caller holds the order's row lock and books the money in the same
 * transaction.
 */
export async function markOrderPaidInCash(
  tx: Transaction,
  order: { id: string; status: OrderStatus },
  cash: Poisha,
  merchantId: string,
): Promise<void> {
  const isPaid = order.status !== "PENDING"; // an advance has paid it: only the rest comes at the door
  await tx.$executeRaw`
    UPDATE "Order" SET "cashInPoisha" = ${cash}, status = CASE WHEN ${isPaid} THEN status ELSE 'PAID' END,
      "paidAt" = COALESCE("paidAt", now()) WHERE id = ${order.id}::uuid`;
  await writeOrderEvent(tx, {
    orderId: order.id,
    from: order.status,
    to: isPaid ? order.status : "PAID",
    source: "merchant",
    actor: merchantId,
    detail: { cashInPoisha: cash },
  });
}

/**
 * Sets stock aside again for an order that was cancelled and is paid after all. False, and nothing taken, when it does
 * not suffice any more.
 */
export async function holdStockAgain(tx: Transaction, orderId: string): Promise<boolean> {
  const lines = await tx.orderLine.findMany({ where: { orderId }, orderBy: { variantId: "asc" } });
  const variants = await tx.$queryRaw<{ id: string; stock: number }[]>`
    SELECT v.id, v.stock FROM "Variant" v JOIN "OrderLine" l ON l."variantId" = v.id
    WHERE l."orderId" = ${orderId}::uuid ORDER BY v.id FOR UPDATE OF v`;
  const free = new Map(variants.map((variant) => [variant.id, variant.stock]));
  if (lines.some((line) => (free.get(line.variantId) ?? 0) < line.quantity)) return false;
  for (const line of lines)
    await tx.variant.update({ where: { id: line.variantId }, data: { stock: { decrement: line.quantity } } });
  failpoint("settle:stock-held-again");
  return true;
}
