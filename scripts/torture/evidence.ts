import type { Scene } from "./scene.ts";
import type { BooksOfBkash, CallAtBkash } from "./simulator.ts";

export interface OrderRow {
  id: string;
  number: string;
  status: string;
  reviewReason: string | null;
  payNowInPoisha: number;
  paidPaymentId: string | null;
}

export interface PaymentRow {
  id: string;
  orderId: string;
  attempt: number;
  status: string;
  amountInPoisha: number;
  currency: string;
  invoiceNumber: string;
  providerPaymentId: string | null;
  trxId: string | null;
  completedAt: string | null;
  nextCheckAt: string | null;
}

export interface EventRow {
  paymentId: string;
  from: string | null;
  to: string;
  source: string;
  at: string;
}

export interface RefundRow {
  id: string;
  paymentId: string;
  number: number;
  status: string;
  amountInPoisha: number;
  refundTrxId: string | null;
  nextCheckAt: string | null;
}

/** What production's own nightly check has to complain of. */
export interface Finding {
  kind: string;
  subject: string;
  detail: unknown;
}

export interface LedgerRow {
  kind: string;
  ref: string;
  account: string;
  amountInPoisha: number;
}

/** What is left after a schedule: the shop's rows, and what bKash itself has in its books and its log. */
export interface Evidence {
  orders: OrderRow[];
  lines: { orderId: string; variantId: string; quantity: number }[];
  variants: { id: string; stock: number }[];
  payments: PaymentRow[];
  events: EventRow[];
  orderEvents: { orderId: string; from: string | null; to: string }[];
  ledger: LedgerRow[];
  refunds: RefundRow[];
  refundEvents: { refundId: string; from: string | null; to: string }[];
  unsent: number;
  findings: Finding[];
  books: BooksOfBkash;
  calls: CallAtBkash[];
}

const ROWS = {
  name: "rows",
  text: `SELECT
  (SELECT coalesce(json_agg(o ORDER BY o.number), '[]') FROM "Order" o) AS orders,
  (SELECT coalesce(json_agg(l), '[]') FROM "OrderLine" l) AS lines,
  (SELECT coalesce(json_agg(v ORDER BY v.id), '[]') FROM "Variant" v) AS variants,
  (SELECT coalesce(json_agg(p ORDER BY p."invoiceNumber"), '[]') FROM "Payment" p) AS payments,
  (SELECT coalesce(json_agg(e ORDER BY e.id), '[]') FROM "PaymentEvent" e) AS events,
  (SELECT coalesce(json_agg(e ORDER BY e.id), '[]') FROM "OrderEvent" e) AS "orderEvents",
  (SELECT coalesce(json_agg(json_build_object('kind', t.kind, 'ref', t.ref, 'account', e.account,
     'amountInPoisha', e."amountInPoisha") ORDER BY t.id), '[]')
   FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id) AS ledger,
  (SELECT coalesce(json_agg(r ORDER BY r."requestedAt"), '[]') FROM "Refund" r) AS refunds,
  (SELECT coalesce(json_agg(e ORDER BY e.id), '[]') FROM "RefundEvent" e) AS "refundEvents",
  (SELECT count(*)::int FROM "OutboxMessage" WHERE "sentAt" IS NULL) AS unsent`,
};

/** Jobs that the harness calls by itself leave no trace of it; a statement of the wallet's is never imported here. */
const LEFT_OUT = /^statement|job that is silent/;
/** Where nothing is given back by itself, and where it is too late for that, a duplicate may wait for a person. */
export const WAITS_FOR_A_PERSON = "paid twice and not given back";

/** All rules of production's self-check as one question. */
function selfCheck({ core, world }: Scene): {
  text: string;
  values: unknown[];
} {
  const { Prisma } = core;
  const rules = core
    .selfCheckRules()
    .filter(
      ({ kind }) => !LEFT_OUT.test(kind) && (kind !== WAITS_FOR_A_PERSON || world.weather.refundsDuplicates),
    );
  const { text, values } = Prisma.join(
    rules.map(
      ({ kind, find }) =>
        Prisma.sql`SELECT ${kind}::text AS kind, subject::text AS subject, detail::jsonb AS detail FROM (${find}) AS broken`,
    ),
    " UNION ALL ",
  );
  return { text, values };
}

export async function gatherEvidence(scene: Scene): Promise<Evidence> {
  const { world, simulator } = scene;
  const [rows] = await world.database.ask<Omit<Evidence, "books" | "calls" | "findings">>(ROWS);
  if (!rows) throw new Error("The database told nothing");
  const findings = await world.database.askAt<Finding>(world.time.now, selfCheck(scene));
  const [books, calls] = await Promise.all([simulator.books(), simulator.calls()]);
  return { ...rows, findings, books, calls };
}
