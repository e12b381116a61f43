import { Prisma } from "@/generated/prisma/client";
import { DELIVERY_STATUSES, deliveryCanBecome } from "@/lib/orders/delivery-status";
import { ORDER_STATUSES, orderCanBecome } from "@/lib/orders/order-status";
import { canBecome, PAYMENT_STATUSES } from "../payment-status";
import { REFUND_STATUSES, refundCanBecome } from "../refund-status";
import type { Rule } from "./rule";

/** `(from, to)` for every step that a table of states allows, and the first one. */
function steps<Status extends string>(
  statuses: readonly Status[],
  may: (from: Status, to: Status) => boolean,
  first: Status,
): Prisma.Sql {
  const pairs = statuses.flatMap((from) => statuses.filter((to) => may(from, to)).map((to) => [from, to]));
  return Prisma.join([["", first], ...pairs].map(([from, to]) => Prisma.sql`(${from}, ${to})`));
}

const paymentSteps = steps(PAYMENT_STATUSES, canBecome, "NEW");
const orderSteps = steps(ORDER_STATUSES, orderCanBecome, "PENDING");
const deliverySteps = steps(DELIVERY_STATUSES, deliveryCanBecome, "TO_PACK");
const refundSteps = steps(REFUND_STATUSES, refundCanBecome, "REQUESTED");

const isForbidden = (allowed: Prisma.Sql): Prisma.Sql => Prisma.sql`
  NOT "isOld" AND line."from" <> line."to" AND (line."from", line."to") NOT IN (${allowed})`;

/**
 * What is wrong with a history: it does not lead to where its subject stands, has a gap, or a step that no table allows.
 * An order from before there was a history begins where it stood then. A line that leads nowhere tells something else:
 * that the shopper chose cash, that the courier changed.
 */
const broken = (allowed: Prisma.Sql, subjects: Prisma.Sql, events: Prisma.Sql): Prisma.Sql => Prisma.sql`
  WITH event AS (${events}), line AS (
    SELECT of, id, "to", COALESCE("from", '') AS "from",
      COALESCE(lag("to") OVER (PARTITION BY of ORDER BY id), '') AS before,
      row_number() OVER (PARTITION BY of ORDER BY id DESC) = 1 AS "isLast", "isOld"
    FROM event
  )
  SELECT s.subject, jsonb_build_object('stands', s.status, 'history', max(line."to") FILTER (WHERE "isLast"),
    'gaps', count(*) FILTER (WHERE line."from" <> before),
    'forbidden', string_agg(line."from" || ' → ' || line."to", ', ' ORDER BY line.id)
      FILTER (WHERE ${isForbidden(allowed)})) AS detail
  FROM (${subjects}) s LEFT JOIN line ON line.of = s.id
  GROUP BY s.subject, s.status, s.id
  HAVING max(line."to") FILTER (WHERE "isLast") IS DISTINCT FROM s.status OR bool_or(line."from" <> before)
    OR bool_or(${isForbidden(allowed)})`;

/** Every change has a line that tells it, and every line is a step that is allowed. */
export const historyRules: readonly Rule[] = [
  {
    kind: "I9: a payment that stands elsewhere than its history",
    find: broken(
      paymentSteps,
      Prisma.sql`SELECT id, "invoiceNumber" AS subject, status::text FROM "Payment"`,
      Prisma.sql`SELECT "paymentId" AS of, id, "from"::text, "to"::text, false AS "isOld" FROM "PaymentEvent"`,
    ),
  },
  {
    kind: "I9: an order that stands elsewhere than its history",
    find: broken(
      orderSteps,
      Prisma.sql`SELECT id, number AS subject, status::text FROM "Order"`,
      Prisma.sql`SELECT "orderId" AS of, id, "from"::text, "to"::text, "from" IS NULL AND source = 'place' AS "isOld" FROM "OrderEvent"`,
    ),
  },
  {
    kind: "I9: goods that are elsewhere than their history",
    // Every order begins on the shelf, and no line says so.
    find: broken(
      deliverySteps,
      Prisma.sql`SELECT id, number AS subject, "deliveryStatus"::text AS status FROM "Order"`,
      Prisma.sql`
        SELECT "orderId" AS of, id, "from"::text, "to"::text, false AS "isOld" FROM "DeliveryEvent"
        UNION ALL SELECT id, 0, NULL, 'TO_PACK', false FROM "Order"`,
    ),
  },
  {
    kind: "I9: a refund that stands elsewhere than its history",
    find: broken(
      refundSteps,
      Prisma.sql`
        SELECT r.id, p."invoiceNumber" || ' #' || r.number AS subject, r.status::text
        FROM "Refund" r JOIN "Payment" p ON p.id = r."paymentId"`,
      Prisma.sql`SELECT "refundId" AS of, id, "from"::text, "to"::text, false AS "isOld" FROM "RefundEvent"`,
    ),
  },
];
