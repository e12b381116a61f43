import { Prisma } from "@/generated/prisma/client";
import type { Rule } from "./rule";

/** Our clock and bKash's differ a little: nearer to an edge than this, a statement says nothing. */
const EDGE = Prisma.sql`interval '5 minutes'`;

/** A statement names everything that moved between these two moments, if it covers both. `p` is the payment. */
const isCovered = (from: Prisma.Sql, until: Prisma.Sql) => Prisma.sql`EXISTS (
  SELECT 1 FROM "Statement" s WHERE s.provider = p.provider AND s.mode = p.mode
    AND s."coversFrom" + ${EDGE} <= ${from} AND s."coversUntil" - ${EDGE} >= ${until})`;

const lineOf = (kind: "capture" | "refund", trxId: Prisma.Sql) => Prisma.sql`
  "StatementLine" l ON l.provider = p.provider AND l.mode = p.mode AND l.kind = ${kind}::"StatementLineKind" AND l."trxId" = ${trxId}`;

/** The wallet's statement beside our books: by receipt number, and by invoice number where that says more. */
export const statementRules: readonly Rule[] = [
  {
    kind: "statement: taken and not booked",
    find: Prisma.sql`
      SELECT l."trxId" AS subject, jsonb_build_object('invoice', l."invoiceNumber", 'amountInPoisha', l."amountInPoisha",
        'at', l.at, 'payment', own.status, 'mode', l.mode) AS detail
      FROM "StatementLine" l
      LEFT JOIN "Payment" own ON own."invoiceNumber" = l."invoiceNumber" AND own.provider = l.provider AND own.mode = l.mode
      WHERE l.kind = 'capture' AND NOT EXISTS (
        SELECT 1 FROM "Payment" p WHERE p.provider = l.provider AND p.mode = l.mode AND p."trxId" = l."trxId"
          AND p.status IN ('COMPLETED', 'DUPLICATE', 'MISMATCH'))`,
  },
  {
    kind: "statement: taken otherwise than booked",
    find: Prisma.sql`
      SELECT l."trxId" AS subject, jsonb_build_object('invoice', p."invoiceNumber", 'statedInvoice', l."invoiceNumber",
        'bookedInPoisha', p."amountInPoisha", 'statedInPoisha', l."amountInPoisha", 'mode', p.mode) AS detail
      FROM "Payment" p JOIN ${lineOf("capture", Prisma.sql`p."trxId"`)}
      WHERE p.status IN ('COMPLETED', 'DUPLICATE')
        AND (l."amountInPoisha" <> p."amountInPoisha" OR EXISTS (
          SELECT 1 FROM "Payment" other WHERE other."invoiceNumber" = l."invoiceNumber" AND other.id <> p.id))`,
  },
  {
    kind: "statement: booked and not taken",
    find: Prisma.sql`
      SELECT p."invoiceNumber" AS subject, jsonb_build_object('trxId', p."trxId", 'status', p.status,
        'amountInPoisha', p."amountInPoisha", 'mode', p.mode) AS detail
      FROM "Payment" p LEFT JOIN ${lineOf("capture", Prisma.sql`p."trxId"`)}
      WHERE p.status IN ('COMPLETED', 'DUPLICATE') AND l.id IS NULL
        AND ${isCovered(Prisma.sql`COALESCE(p."executingSince", p."createdAt")`, Prisma.sql`p."completedAt"`)}`,
  },
  {
    kind: "statement: given back and not booked",
    find: Prisma.sql`
      SELECT l."trxId" AS subject, jsonb_build_object('amountInPoisha', l."amountInPoisha", 'at', l.at, 'mode', l.mode) AS detail
      FROM "StatementLine" l
      WHERE l.kind = 'refund' AND NOT EXISTS (
        SELECT 1 FROM "Refund" r JOIN "Payment" p ON p.id = r."paymentId"
        WHERE r."refundTrxId" = l."trxId" AND r.status = 'SUCCEEDED' AND p.provider = l.provider AND p.mode = l.mode)`,
  },
  {
    kind: "statement: given back otherwise than booked",
    find: Prisma.sql`
      SELECT l."trxId" AS subject, jsonb_build_object('invoice', p."invoiceNumber", 'bookedInPoisha', r."amountInPoisha",
        'statedInPoisha', l."amountInPoisha", 'mode', p.mode) AS detail
      FROM "Refund" r JOIN "Payment" p ON p.id = r."paymentId" JOIN ${lineOf("refund", Prisma.sql`r."refundTrxId"`)}
      WHERE r.status = 'SUCCEEDED' AND l."amountInPoisha" <> r."amountInPoisha"`,
  },
  {
    kind: "statement: booked and not given back",
    find: Prisma.sql`
      SELECT p."invoiceNumber" || ' #' || r.number AS subject, jsonb_build_object('trxId', r."refundTrxId",
        'amountInPoisha', r."amountInPoisha", 'mode', p.mode) AS detail
      FROM "Refund" r JOIN "Payment" p ON p.id = r."paymentId"
      LEFT JOIN ${lineOf("refund", Prisma.sql`r."refundTrxId"`)}
      WHERE r.status = 'SUCCEEDED' AND l.id IS NULL
        AND ${isCovered(Prisma.sql`r."requestedAt"`, Prisma.sql`r."completedAt"`)}`,
  },
];
