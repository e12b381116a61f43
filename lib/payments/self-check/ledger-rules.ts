import { Prisma } from "@/generated/prisma/client";
import type { Rule } from "./rule";

/** What the books say of each payment and refund, all its movements together. */
const booked = Prisma.sql`
  SELECT t.ref, t.kind = 'refund' AS "isRefund", t.kind = 'cash' AS "isCash",
    COALESCE(sum(e."amountInPoisha") FILTER (WHERE e.account = 'wallet'), 0) AS wallet,
    COALESCE(sum(e."amountInPoisha") FILTER (WHERE e.account = 'sales'), 0) AS sales,
    COALESCE(sum(e."amountInPoisha") FILTER (WHERE e.account = 'suspense'), 0) AS suspense,
    COALESCE(sum(e."amountInPoisha") FILTER (WHERE e.account = 'cash'), 0) AS cash
  FROM "LedgerTransaction" t LEFT JOIN "LedgerEntry" e ON e."transactionId" = t.id
  GROUP BY t.ref, t.kind = 'refund', t.kind = 'cash'`;

const inWords = Prisma.sql`'walletInPoisha', b.wallet, 'salesInPoisha', b.sales, 'suspenseInPoisha', b.suspense`;

/**
 * Every captured payment and every refund that went through is booked, in full and in the right account, and nothing else
 * is. So the wallet's account is what was taken less what was given back, without adding up everything.
 */
export const ledgerRules: readonly Rule[] = [
  {
    kind: "I1: money that is not booked",
    find: Prisma.sql`
      SELECT p."invoiceNumber" AS subject, jsonb_build_object('status', p.status, 'amountInPoisha', p."amountInPoisha",
        'trxId', p."trxId", 'mode', p.mode) AS detail
      FROM "Payment" p WHERE p.status IN ('COMPLETED', 'DUPLICATE')
        AND NOT EXISTS (SELECT 1 FROM "LedgerTransaction" t WHERE t.ref = p.id AND t.kind IN ('capture', 'release'))`,
  },
  {
    kind: "I7: a movement that does not add up",
    find: Prisma.sql`
      SELECT t.id::text AS subject, jsonb_build_object('kind', t.kind, 'sumInPoisha', COALESCE(sum(e."amountInPoisha"), 0),
        'entries', count(e.account)) AS detail
      FROM "LedgerTransaction" t LEFT JOIN "LedgerEntry" e ON e."transactionId" = t.id
      GROUP BY t.id HAVING COALESCE(sum(e."amountInPoisha"), 0) <> 0 OR count(e.account) < 2`,
  },
  {
    kind: "I7: a payment that is booked otherwise",
    find: Prisma.sql`
      SELECT p."invoiceNumber" AS subject, jsonb_build_object('status', p.status, 'amountInPoisha', p."amountInPoisha",
        ${inWords}) AS detail
      FROM "Payment" p JOIN (${booked}) b ON b.ref = p.id AND NOT b."isRefund" AND NOT b."isCash"
      WHERE NOT CASE p.status
        WHEN 'COMPLETED' THEN b.wallet = p."amountInPoisha" AND b.sales = -p."amountInPoisha" AND b.suspense = 0
        WHEN 'DUPLICATE' THEN b.wallet = p."amountInPoisha" AND b.suspense = -p."amountInPoisha" AND b.sales = 0
        WHEN 'MISMATCH' THEN b.wallet > 0 AND b.suspense = -b.wallet AND b.sales = 0
        ELSE false END`,
  },
  {
    kind: "I7: a refund that is booked otherwise",
    find: Prisma.sql`
      SELECT p."invoiceNumber" || ' #' || r.number AS subject, jsonb_build_object('status', r.status,
        'amountInPoisha', r."amountInPoisha", ${inWords}) AS detail
      FROM "Refund" r JOIN "Payment" p ON p.id = r."paymentId"
      LEFT JOIN (${booked}) b ON b.ref = r.id AND b."isRefund"
      WHERE NOT CASE WHEN r.status = 'SUCCEEDED' THEN COALESCE(b.wallet = -r."amountInPoisha" AND CASE p.status
          WHEN 'COMPLETED' THEN b.sales = r."amountInPoisha" AND b.suspense = 0
          ELSE b.suspense = r."amountInPoisha" AND b.sales = 0 END, false)
        ELSE b.ref IS NULL END`,
  },
  {
    kind: "I7: a movement of nothing we know",
    find: Prisma.sql`
      SELECT b.ref::text AS subject, jsonb_build_object('isRefund', b."isRefund", ${inWords}) AS detail FROM (${booked}) b
      WHERE CASE WHEN b."isRefund" THEN NOT EXISTS (SELECT 1 FROM "Refund" r WHERE r.id = b.ref)
        WHEN b."isCash" THEN NOT EXISTS (SELECT 1 FROM "Order" o WHERE o.id = b.ref)
        ELSE NOT EXISTS (SELECT 1 FROM "Payment" p WHERE p.id = b.ref) END`,
  },
  {
    kind: "I7: cash that is booked otherwise",
    find: Prisma.sql`
      SELECT o.number AS subject, jsonb_build_object('receivedInPoisha', o."cashInPoisha", 'cashInPoisha', b.cash,
        'salesInPoisha', b.sales) AS detail
      FROM "Order" o LEFT JOIN (${booked}) b ON b.ref = o.id AND b."isCash"
      WHERE (o."cashInPoisha" IS NOT NULL OR b.ref IS NOT NULL)
        AND NOT COALESCE(b.cash = o."cashInPoisha" AND b.sales = -o."cashInPoisha", false)`,
  },
];
