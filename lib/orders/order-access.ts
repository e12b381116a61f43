import { createHmac } from "node:crypto";
import { Prisma } from "@/generated/prisma/client";
import { hashSecretToken } from "@/lib/kernel/secret-token";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";

/** How somebody asks to see an order: by the shopper's cookie, by the order's access token, or as the merchant. */
export interface Viewer {
  shopperId?: string | undefined;
  accessToken?: string | undefined;
}

/**
 * The secret in an order's link, 43 characters. It is made from the order's id and a key that only the server has, so it
 * can be told again (a repeated request, a reminder by SMS) although the database keeps only its hash.
 */
export const accessTokenOf = (orderId: string): string =>
  createHmac("sha256", env().TOKEN_ENCRYPTION_KEY).update(`order access ${orderId}`).digest("base64url");

/** Whether any order can have this number: what comes in an address may hold what no database compares with. */
export const isOrderNumber = (text: string): boolean => /^S-\d{1,12}$/.test(text);

/** The `where` of orders that this viewer may see. Somebody with neither cookie nor token sees none. */
export function visibleTo({ shopperId, accessToken }: Viewer) {
  const ways = [
    ...(accessToken ? [{ accessTokenHash: hashSecretToken(accessToken) }] : []),
    ...(shopperId ? [{ viewers: { some: { shopperId } } }] : []),
  ];
  return { OR: ways };
}

/** The same as SQL, for an order under the name `o`. */
export const mayBeSeenBy = ({ shopperId, accessToken }: Viewer): Prisma.Sql =>
  Prisma.sql`(o."accessTokenHash" = ${accessToken ? hashSecretToken(accessToken) : null}
    OR EXISTS (SELECT 1 FROM "OrderViewer" v WHERE v."orderId" = o.id AND v."shopperId" = ${shopperId ?? null}::uuid))`;

/** Lets the browser that holds an order's link see it from now on. False when the token does not open this order. */
export async function admitViewer(
  orderNumber: string,
  accessToken: string,
  shopperId: string,
): Promise<boolean> {
  if (!isOrderNumber(orderNumber)) return false;
  const order = await db.order.findFirst({
    where: { number: orderNumber, accessTokenHash: hashSecretToken(accessToken) },
    select: { id: true },
  });
  if (!order) return false;
  await db.orderViewer.createMany({ data: [{ orderId: order.id, shopperId }], skipDuplicates: true });
  return true;
}
