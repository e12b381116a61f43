import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db";

// What becomes of the n-th order, by n modulo ten: 0 to 2 paid; 3 paid at the second try; 4 unpaid; 5 cancelled; 6 paid twice
// and given back; 7 partly refunded; 8 refunded; 9 cash on delivery.

/** Receipt number, invoice number and order number of the n-th order. */
export const names = (n: number) => ({
  order: `S-${500_000 + n}`,
  invoice: `S-${500_000 + n}-1`,
  trxId: `T${n}A`,
});

/**
 * So many orders as a shop without any trouble has them, with payments, refunds, history, books and a statement that names
 * them all, written by SQL in seconds. They were placed within the last ten days.
 */
export async function makeCleanOrders(count: number): Promise<void> {
  const variantId = await makeVariant();
  const statementId = randomUUID();
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`
        INSERT INTO "Order" (number, "accessTokenHash", "paymentMethod", "subtotalInPoisha", "deliveryFeeInPoisha",
          "totalInPoisha", locale, "contactName", "contactPhone", "deliveryDistrict", "deliveryAddress", "holdUntil", "placedAt")
        SELECT 'S-' || (500000 + n), sha256(n::text::bytea),
          (CASE n % 10 WHEN 9 THEN 'CASH_ON_DELIVERY' ELSE 'WALLET' END)::"PaymentMethod", 100000, 6000, 106000,
          'bn', 'Rahima Khatun', '+8801712345678', 'dhaka', 'Road 5', now() + interval '1 hour',
          now() - interval '10 days' + n * interval '10 days' / (${count} + 1)
        FROM generate_series(1, ${count}::int) n`;
      await tx.$executeRaw`
        INSERT INTO "OrderLine" (id, "orderId", "variantId", sku, "nameBn", "nameEn", image, "unitPriceInPoisha", quantity)
        SELECT gen_random_uuid(), id, ${variantId}::uuid, 'CLEAN', 'পরীক্ষা', 'Test', '/art/logo.svg', 50000, 2 FROM "Order"`;
      // Attempt 1 of all but cash and unpaid ones; 2 where the first was declined, or money came twice.
      await tx.$executeRaw`
        INSERT INTO "Payment" (id, "orderId", attempt, provider, mode, status, "amountInPoisha", "invoiceNumber",
          "providerPaymentId", "trxId", "createdAt", "executingSince", "statusSince", "completedAt", "refundReservedInPoisha")
        SELECT gen_random_uuid(), o.id, attempt, 'bkash', 'simulator', standing::"PaymentStatus", 106000,
          o.number || '-' || attempt, 'P' || n || '-' || attempt,
          CASE WHEN standing IN ('COMPLETED', 'DUPLICATE') THEN 'T' || n || chr(64 + attempt) END,
          "placedAt", "placedAt" + interval '1 minute', "placedAt" + interval '2 minutes',
          CASE WHEN standing IN ('COMPLETED', 'DUPLICATE') THEN "placedAt" + interval '2 minutes' END,
          CASE WHEN standing = 'DUPLICATE' OR n % 10 = 8 THEN 106000 WHEN n % 10 = 7 THEN 40000 ELSE 0 END
        FROM (SELECT *, substr(number, 3)::int - 500000 AS n FROM "Order") o
        JOIN (VALUES (0, 1, 'COMPLETED'), (1, 1, 'COMPLETED'), (2, 1, 'COMPLETED'), (3, 1, 'DECLINED'), (3, 2, 'COMPLETED'),
          (5, 1, 'EXPIRED'), (6, 1, 'COMPLETED'), (6, 2, 'DUPLICATE'), (7, 1, 'COMPLETED'), (8, 1, 'COMPLETED')
        ) story (remainder, attempt, standing) ON story.remainder = o.n % 10`;
      await tx.$executeRaw`
        INSERT INTO "Refund" (id, "paymentId", number, "amountInPoisha", status, reason, "refundTrxId", "requestedAt",
          "statusSince", "completedAt", sends)
        SELECT gen_random_uuid(), id, 1, "refundReservedInPoisha", 'SUCCEEDED', 'Test', 'R' || substr("trxId", 2),
          "completedAt" + interval '1 hour', "completedAt" + interval '61 minutes', "completedAt" + interval '61 minutes', 1
        FROM "Payment" WHERE "refundReservedInPoisha" > 0`;
      await tx.$executeRaw`
        UPDATE "Order" o SET status = 'PAID', "paidAt" = p."completedAt", "paidPaymentId" = p.id
        FROM "Payment" p WHERE p."orderId" = o.id AND p.status = 'COMPLETED'`;
      await tx.$executeRaw`
        INSERT INTO "PaymentEvent" ("paymentId", "from", "to", source, at)
        SELECT p.id, step.before::"PaymentStatus", step.after::"PaymentStatus", 'execute', p."createdAt"
        FROM "Payment" p JOIN (VALUES (1, NULL, 'NEW'), (2, 'NEW', 'CREATED'), (3, 'CREATED', 'EXECUTING'),
          (4, 'EXECUTING', 'COMPLETED'), (4, 'EXECUTING', 'DUPLICATE'), (4, 'EXECUTING', 'DECLINED'), (3, 'CREATED', 'EXPIRED')
        ) step (place, before, after) ON CASE
          WHEN step.place < 3 THEN true
          WHEN p.status = 'EXPIRED' THEN step.after = 'EXPIRED'
          WHEN step.place = 3 THEN step.after = 'EXECUTING' ELSE step.after = p.status::text END
        ORDER BY p.id, step.place`;
      await tx.$executeRaw`
        INSERT INTO "OrderEvent" ("orderId", "from", "to", source) SELECT id, NULL, 'PENDING', 'place' FROM "Order"`;
      await tx.$executeRaw`
        INSERT INTO "OrderEvent" ("orderId", "from", "to", source)
        SELECT id, 'PENDING', 'PAID', 'execute' FROM "Order" WHERE status = 'PAID'`;
      await tx.$executeRaw`
        WITH cancelled AS (
          UPDATE "Order" SET status = 'CANCELLED', "cancelledAt" = now()
          WHERE (substr(number, 3)::int - 500000) % 10 = 5 RETURNING id
        ) INSERT INTO "OrderEvent" ("orderId", "from", "to", source) SELECT id, 'PENDING', 'CANCELLED', 'release' FROM cancelled`;
      await tx.$executeRaw`
        WITH refunded AS (
          UPDATE "Order" o SET status = (CASE r."amountInPoisha" WHEN 106000 THEN 'REFUNDED' ELSE 'PARTIALLY_REFUNDED' END)::"OrderStatus"
          FROM "Refund" r WHERE r."paymentId" = o."paidPaymentId" RETURNING o.id, o.status
        ) INSERT INTO "OrderEvent" ("orderId", "from", "to", source) SELECT id, 'PAID', status, 'refund' FROM refunded`;
      await tx.$executeRaw`
        INSERT INTO "RefundEvent" ("refundId", "from", "to", source)
        SELECT r.id, step.before::"RefundStatus", step.after::"RefundStatus", 'refund'
        FROM "Refund" r, (VALUES (1, NULL, 'REQUESTED'), (2, 'REQUESTED', 'SENDING'), (3, 'SENDING', 'SUCCEEDED'))
          step (place, before, after) ORDER BY r.id, step.place`;
      await tx.$executeRaw`
        INSERT INTO "LedgerTransaction" (kind, ref, mode)
        SELECT 'capture'::"LedgerKind", id, mode FROM "Payment" WHERE status IN ('COMPLETED', 'DUPLICATE')
        UNION ALL SELECT 'refund', r.id, 'simulator'::"PaymentMode" FROM "Refund" r`;
      await tx.$executeRaw`
        INSERT INTO "LedgerEntry" ("transactionId", account, "amountInPoisha")
        SELECT t.id, account::"LedgerAccount", sign * COALESCE(r."amountInPoisha", p."amountInPoisha") * CASE t.kind WHEN 'refund' THEN -1 ELSE 1 END
        FROM "LedgerTransaction" t
        LEFT JOIN "Refund" r ON r.id = t.ref JOIN "Payment" p ON p.id = COALESCE(r."paymentId", t.ref)
        JOIN (VALUES ('wallet', 1), ('sales', -1), ('suspense', -1)) a (account, sign)
          ON account = 'wallet' OR account = CASE p.status WHEN 'COMPLETED' THEN 'sales' ELSE 'suspense' END`;
      await tx.$executeRaw`
        INSERT INTO "Statement" (id, provider, mode, "fileName", "fileHash", "coversFrom", "coversUntil", "importedBy")
        VALUES (${statementId}::uuid, 'bkash', 'simulator', 'clean.csv', sha256('clean'::bytea), now() - interval '11 days',
          now() + interval '1 day', gen_random_uuid())`;
      await tx.$executeRaw`
        INSERT INTO "StatementLine" ("statementId", provider, mode, kind, "trxId", "amountInPoisha", "invoiceNumber", at)
        SELECT ${statementId}::uuid, provider, mode, 'capture'::"StatementLineKind", "trxId", "amountInPoisha", "invoiceNumber", "completedAt"
        FROM "Payment" WHERE "trxId" IS NOT NULL
        UNION ALL
        SELECT ${statementId}::uuid, 'bkash', 'simulator'::"PaymentMode", 'refund', "refundTrxId", "amountInPoisha", NULL, "completedAt" FROM "Refund"`;
      await tx.$executeRaw`
        INSERT INTO "WalletTokenCall" (key, kind, at, ok)
        SELECT 'bkash:simulator:clean', 'refresh', now() - n * interval '31 minutes', true FROM generate_series(1, 400) n`;
    },
    { timeout: 120_000 },
  );
  await db.$executeRaw`ANALYZE`;
}

async function makeVariant(): Promise<string> {
  const text = { nameBn: "পরীক্ষা", nameEn: "Test", descriptionBn: "–", descriptionEn: "–" };
  const { id: categoryId } = await db.category.create({
    data: { slug: "clean", position: 1, image: "/art/logo.svg", ...text },
  });
  const [row] = await db.$queryRaw<{ id: string }[]>`
    WITH product AS (
      INSERT INTO "Product" (id, slug, "categoryId", position, "nameBn", "nameEn", "summaryBn", "summaryEn", "originBn", "originEn",
        image, "imageAltBn", "imageAltEn", details, "updatedAt")
      VALUES (gen_random_uuid(), 'clean', ${categoryId}::uuid, 1, 'পরীক্ষা', 'Test', '–', '–', '–', '–', '/art/logo.svg', '–', '–', '[]', now())
      RETURNING id
    )
    INSERT INTO "Variant" (id, sku, "productId", "priceInPoisha", "weightInGrams", stock)
    SELECT gen_random_uuid(), 'CLEAN', id, 50000, 100, 1000000 FROM product RETURNING id`;
  if (!row) throw new Error("INSERT returned no row");
  return row.id;
}
