import { enqueueMessage } from "@/lib/notifications/outbox";
import type { RestockedArticle } from "@/lib/notifications/restocked-message";
import { db } from "@/lib/platform/db";
import { isOffered } from "@/lib/platform/features";

/** A request is kept so long after it was answered, for the message's sake, and then forgotten with its number. */
const KEPT_DAYS = 30;

/**
 * Puts a message into the outbox for everybody whose goods are in stock again, who asked first first. Any number of these may
 * run at once: each request is answered once. A shop that does not offer this tells nobody, and still forgets.
 *
 * @returns how many were told, at most `limit`.
 */
export async function tellRestocked({ limit }: { limit: number }): Promise<number> {
  const due = isOffered("backInStock") ? await findDue(limit) : [];
  let told = 0;
  for (const { id } of due) if (await tell(id)) told++;
  await db.$executeRaw`
    DELETE FROM "RestockRequest" WHERE "toldAt" < now() - ${KEPT_DAYS} * interval '1 day'`;
  return told;
}

const findDue = (limit: number): Promise<{ id: string }[]> =>
  db.$queryRaw`
    SELECT r.id FROM "RestockRequest" r JOIN "Variant" v ON v.id = r."variantId"
    WHERE r."toldAt" IS NULL AND v.stock > 0 ORDER BY r."createdAt", r.id LIMIT ${limit}`;

const tell = (restockRequestId: string): Promise<boolean> =>
  db.$transaction(async (tx) => {
    const [restocked] = await tx.$queryRaw<RestockedArticle[]>`
      UPDATE "RestockRequest" r SET "toldAt" = now() FROM "Variant" v JOIN "Product" p ON p.id = v."productId"
      WHERE r.id = ${restockRequestId}::uuid AND r."toldAt" IS NULL AND v.id = r."variantId"
      RETURNING v.sku, p.slug, CASE r.locale WHEN 'bn' THEN p."nameBn" ELSE p."nameEn" END AS name`;
    if (!restocked) return false;
    const dedupeKey = `restocked:${restockRequestId}`;
    await enqueueMessage(tx, { topic: "back-in-stock", dedupeKey, restockRequestId, body: { restocked } });
    return true;
  });
