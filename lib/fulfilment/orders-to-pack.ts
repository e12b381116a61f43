import { Prisma } from "@/generated/prisma/client";
import type { Merchant } from "@/lib/auth/merchant";
import type { Locale } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";

/** More than anybody packs between two looks at the list. */
const MOST = 200;

/** Paid, or to be paid at the door, and still on the shelf: lib/orders/delivery-status says the same of one order. */
const isToPack = Prisma.sql`o."deliveryStatus" = 'TO_PACK' AND (o.status IN ('PAID', 'PARTIALLY_REFUNDED')
  OR o.status = 'PENDING' AND o."paymentMethod" = 'CASH_ON_DELIVERY')`;

export interface OrderToPrint {
  id: string;
  locale: Locale;
}

/** These orders, or all that are to be packed when none is named; the oldest first, 200 at most. */
export async function findOrdersToPrint(
  _merchant: Merchant,
  orderNumbers: readonly string[],
): Promise<OrderToPrint[]> {
  const which = orderNumbers.length > 0 ? Prisma.sql`o.number = ANY(${[...orderNumbers]})` : isToPack;
  const rows = await db.$queryRaw<{ id: string; locale: string }[]>`
    SELECT o.id, o.locale FROM "Order" o WHERE ${which} ORDER BY o."placedAt", o.number LIMIT ${MOST}`;
  return rows.map(({ id, locale }) => ({ id, locale: locale === "en" ? "en" : "bn" }));
}

export async function countOrdersToPack(_merchant: Merchant): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Order" o WHERE ${isToPack}`;
  return row?.count ?? 0;
}
