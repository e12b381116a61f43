import { Prisma } from "@/generated/prisma/client";
import { totalOf } from "@/lib/orders/order-total";
import type { Rule } from "./rule";

/** Orders and the payments that paid them; what went back; what a token cost. */
export const moneyRules: readonly Rule[] = [
  {
    kind: "I1: money that pays nothing",
    find: Prisma.sql`
      SELECT p."invoiceNumber" AS subject, jsonb_build_object('order', o.status, 'trxId', p."trxId", 'mode', p.mode) AS detail
      FROM "Payment" p JOIN "Order" o ON o.id = p."orderId"
      WHERE p.status = 'COMPLETED' AND o."paidPaymentId" IS DISTINCT FROM p.id`,
  },
  {
    kind: "I2: paid by two payments",
    find: Prisma.sql`
      SELECT o.number AS subject, jsonb_build_object('payments', count(*)) AS detail
      FROM "Order" o JOIN "Payment" p ON p."orderId" = o.id AND p.status = 'COMPLETED'
      GROUP BY o.number HAVING count(*) > 1`,
  },
  {
    kind: "I3: paid without its money",
    find: Prisma.sql`
      SELECT o.number AS subject, jsonb_build_object('order', o.status, 'payNowInPoisha', o."payNowInPoisha",
        'payment', p.status, 'amountInPoisha', p."amountInPoisha", 'invoice', p."invoiceNumber", 'trxId', p."trxId",
        'cashInPoisha', o."cashInPoisha") AS detail
      FROM "Order" o LEFT JOIN "Payment" p ON p.id = o."paidPaymentId" AND p."orderId" = o.id
      WHERE (o.status IN ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED') OR o."paidPaymentId" IS NOT NULL)
        AND NOT COALESCE(o.status = 'PAID' AND o."paidPaymentId" IS NULL AND o."cashInPoisha" = o."totalInPoisha", false)
        AND NOT COALESCE(
        o.status IN ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED') AND p.status = 'COMPLETED'
        AND p."amountInPoisha" = o."payNowInPoisha" AND p.currency = 'BDT' AND o.currency = 'BDT'
        AND p."invoiceNumber" = o.number || '-' || p.attempt
        AND p."providerPaymentId" IS NOT NULL AND p."trxId" IS NOT NULL, false)`,
  },
  {
    kind: "I3: one receipt for two payments",
    find: Prisma.sql`
      SELECT "trxId" AS subject, jsonb_build_object('invoices', string_agg("invoiceNumber", ', ' ORDER BY "invoiceNumber")) AS detail
      FROM "Payment" WHERE "trxId" IS NOT NULL GROUP BY provider, mode, "trxId" HAVING count(*) > 1`,
  },
  {
    kind: "I4: stock below nothing",
    find: Prisma.sql`
      SELECT sku AS subject, jsonb_build_object('stock', stock) AS detail FROM "Variant" WHERE stock < 0`,
  },
  {
    kind: "I4: a total that does not add up",
    find: Prisma.sql`
      SELECT o.number AS subject, jsonb_build_object('totalInPoisha', o."totalInPoisha", 'linesInPoisha', l.sum,
        'discountInPoisha', o."discountInPoisha", 'vatInPoisha', l.vat, 'vatAddedInPoisha', l.added,
        'deliveryInPoisha', o."deliveryFeeInPoisha") AS detail
      FROM "Order" o LEFT JOIN (
        SELECT "orderId", sum("unitPriceInPoisha" * quantity) AS sum, sum("vatInPoisha") AS vat,
          COALESCE(sum("vatInPoisha") FILTER (WHERE NOT "vatIsIncluded"), 0) AS added
        FROM "OrderLine" GROUP BY "orderId"
      ) l ON l."orderId" = o.id
      WHERE o."totalInPoisha" IS DISTINCT FROM ${totalOf(Prisma.sql`l.sum`)}
        OR o."vatInPoisha" IS DISTINCT FROM l.vat OR o."vatAddedInPoisha" IS DISTINCT FROM l.added`,
  },
  {
    kind: "I5: more than two token calls in an hour",
    find: Prisma.sql`
      SELECT key || ' ' || to_char(at AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD HH24:MI') AS subject,
        jsonb_build_object('minutes', floor(extract(epoch FROM at - "twoBefore") / 60)) AS detail
      FROM (SELECT key, at, lag(at, 2) OVER (PARTITION BY key ORDER BY at, id) AS "twoBefore" FROM "WalletTokenCall") calls
      WHERE at - "twoBefore" < interval '60 minutes'`,
  },
  {
    kind: "I6: more given back than taken",
    find: Prisma.sql`
      SELECT p."invoiceNumber" AS subject, jsonb_build_object('status', p.status, 'amountInPoisha', p."amountInPoisha",
        'refundsInPoisha', r.sum) AS detail
      FROM "Payment" p JOIN (
        SELECT "paymentId", sum("amountInPoisha") AS sum FROM "Refund" WHERE status <> 'FAILED' GROUP BY "paymentId"
      ) r ON r."paymentId" = p.id
      WHERE r.sum > p."amountInPoisha" OR p.status NOT IN ('COMPLETED', 'DUPLICATE', 'MISMATCH')`,
  },
  {
    kind: "I6: reserved otherwise than asked for",
    find: Prisma.sql`
      SELECT p."invoiceNumber" AS subject, jsonb_build_object('reservedInPoisha', p."refundReservedInPoisha",
        'refundsInPoisha', COALESCE(r.sum, 0)) AS detail
      FROM "Payment" p LEFT JOIN (
        SELECT "paymentId", sum("amountInPoisha") AS sum FROM "Refund" WHERE status <> 'FAILED' GROUP BY "paymentId"
      ) r ON r."paymentId" = p.id
      WHERE p."refundReservedInPoisha" <> COALESCE(r.sum, 0)`,
  },
  {
    kind: "I6: an order that says otherwise than its refunds",
    find: Prisma.sql`
      SELECT o.number AS subject, jsonb_build_object('order', o.status, 'payNowInPoisha', o."payNowInPoisha",
        'refundsInPoisha', COALESCE(r.sum, 0)) AS detail
      FROM "Order" o LEFT JOIN (
        SELECT "paymentId", sum("amountInPoisha") AS sum FROM "Refund" WHERE status = 'SUCCEEDED' GROUP BY "paymentId"
      ) r ON r."paymentId" = o."paidPaymentId"
      WHERE o."paidPaymentId" IS NOT NULL AND o.status <> CASE
        WHEN COALESCE(r.sum, 0) = 0 THEN 'PAID'
        WHEN r.sum < o."payNowInPoisha" THEN 'PARTIALLY_REFUNDED'
        ELSE 'REFUNDED' END::"OrderStatus"`,
  },
];
