// What must hold whatever died when: the shop's database against bKash's ledger. Each finding is one sentence.

/** Statements that must find nothing. Each row that they do find has a `who`. */
const NOTHING_FROM_SQL = {
  "I2: two payments paid one order": `
    SELECT o.number AS who FROM "Payment" p JOIN "Order" o ON o.id = p."orderId"
    WHERE p.status = 'COMPLETED' GROUP BY o.number HAVING count(*) > 1`,
  "I3: an order is paid without a payment that fits it": `
    SELECT o.number AS who FROM "Order" o LEFT JOIN "Payment" p ON p.id = o."paidPaymentId"
    WHERE o.status IN ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED') AND o."paymentMethod" <> 'CASH_ON_DELIVERY'
      AND (p.id IS NULL OR p."orderId" <> o.id OR p.status <> 'COMPLETED' OR p."amountInPoisha" <> o."payNowInPoisha"
        OR p.currency <> 'BDT' OR p."trxId" IS NULL OR p."providerPaymentId" IS NULL
        OR p."invoiceNumber" <> o.number || '-' || p.attempt)`,
  "I3: a payment is completed and its order is not paid": `
    SELECT p."invoiceNumber" AS who FROM "Payment" p JOIN "Order" o ON o.id = p."orderId"
    WHERE p.status = 'COMPLETED' AND o."paidPaymentId" IS DISTINCT FROM p.id`,
  "I4: stock below nothing": `SELECT sku AS who FROM "Variant" WHERE stock < 0`,
  "I7: a movement of the ledger does not add up to nothing": `
    SELECT "transactionId"::text AS who FROM "LedgerEntry" GROUP BY 1 HAVING sum("amountInPoisha") <> 0
    UNION ALL
    SELECT t.id::text FROM "LedgerTransaction" t WHERE NOT EXISTS (SELECT 1 FROM "LedgerEntry" e WHERE e."transactionId" = t.id)`,
  "I9: a payment's history does not lead to where it stands": `
    SELECT p."invoiceNumber" AS who FROM "Payment" p LEFT JOIN LATERAL (
      SELECT e."to" FROM "PaymentEvent" e WHERE e."paymentId" = p.id ORDER BY e.id DESC LIMIT 1) last ON true
    WHERE last."to" IS DISTINCT FROM p.status`,
  "I9: a payment's history has a gap": `
    SELECT DISTINCT "paymentId"::text AS who FROM (
      SELECT "paymentId", "from", lag("to") OVER (PARTITION BY "paymentId" ORDER BY id) AS before FROM "PaymentEvent") e
    WHERE "from" IS DISTINCT FROM before`,
  "I9: an order's history does not lead to where it stands": `
    SELECT o.number AS who FROM "Order" o LEFT JOIN LATERAL (
      SELECT e."to" FROM "OrderEvent" e WHERE e."orderId" = o.id ORDER BY e.id DESC LIMIT 1) last ON true
    WHERE last."to" IS DISTINCT FROM o.status`,
  "I9: an order's history has a gap": `
    SELECT DISTINCT "orderId"::text AS who FROM (
      SELECT "orderId", "from", lag("to") OVER (PARTITION BY "orderId" ORDER BY id) AS before FROM "OrderEvent") e
    WHERE "from" IS DISTINCT FROM before`,
  "I9: a refund's history does not lead to where it stands": `
    SELECT r.id::text AS who FROM "Refund" r LEFT JOIN LATERAL (
      SELECT e."to" FROM "RefundEvent" e WHERE e."refundId" = r.id ORDER BY e.id DESC LIMIT 1) last ON true
    WHERE last."to" IS DISTINCT FROM r.status`,
  "I9: a payment left an end without proof of money": `
    SELECT "paymentId"::text AS who FROM "PaymentEvent"
    WHERE "from" IN ('COMPLETED', 'DUPLICATE', 'DECLINED', 'EXPIRED', 'CANCELLED', 'ABANDONED')
      AND NOT ("from" <> 'COMPLETED' AND "to" IN ('COMPLETED', 'DUPLICATE', 'MISMATCH') AND detail ? 'trxId')`,
};

/** Statements about what must have come to rest once the faults are over. */
const AT_REST = {
  "I12: a payment is still in doubt": `
    SELECT "invoiceNumber" || ' ' || status AS who FROM "Payment"
    WHERE status IN ('EXECUTING', 'UNCERTAIN', 'NEW', 'CAPTURING', 'VOIDING')`,
  "I12: a refund is still in doubt": `
    SELECT id || ' ' || status AS who FROM "Refund" WHERE status IN ('REQUESTED', 'SENDING', 'UNKNOWN')`,
  "I12: a message to a shopper still waits": `
    SELECT topic || ' ' || "dedupeKey" AS who FROM "OutboxMessage" WHERE "sentAt" IS NULL AND "nextTryAt" <= now()`,
};

const CALLS_AN_HOUR = 2;
const HOUR_MS = 3_600_000;

/**
 * Everything that is wrong, as sentences; none when all is well.
 *
 * @param {{ database: import("pg").Client, bkash: object, stock: Map<string, number>, executed: Set<string> }} world
 *   `stock` as it was before anybody bought; `executed` bKash's ids of the payments that shoppers asked to execute.
 */
export async function violations({ database, bkash, stock, executed }) {
  const found = [];
  for (const [sentence, sql] of Object.entries({ ...NOTHING_FROM_SQL, ...AT_REST }))
    for (const { who } of (await database.query(sql)).rows) found.push(`${sentence}: ${who}`);
  const ledger = await bkash.ledger();
  found.push(...(await capturesWithoutOrder(database, ledger)));
  found.push(...(await goodsThatDoNotAddUp(database, stock)));
  found.push(...(await booksThatDiffer(database, ledger)));
  const { executes, tokenCalls } = await bkash.asked();
  for (const [paymentID, { calls, refused401 }] of executes) {
    if (calls > (refused401 > 0 ? 2 : 1)) found.push(`I8: ${paymentID} was executed ${calls} times`);
    if (!executed.has(paymentID)) found.push(`I8: ${paymentID} was executed, and no shopper asked for it`);
  }
  tokenCalls.sort((a, b) => a - b);
  for (const [at, time] of tokenCalls.entries())
    if (tokenCalls[at + CALLS_AN_HOUR] < time + HOUR_MS)
      found.push(
        `I5: more than ${CALLS_AN_HOUR} token calls in the hour after ${new Date(time).toISOString()}`,
      );
  return found;
}

/** I1 and I3 from bKash's side: whoever paid has their goods, or a person knows of it. */
async function capturesWithoutOrder(database, { captures }) {
  const { rows } = await database.query(
    `SELECT p."providerPaymentId" AS id, p.status, p."trxId", p."amountInPoisha" AS amount, p."invoiceNumber" AS invoice,
       o."paidPaymentId" = p.id AS paid, o."reviewReason" AS review,
       EXISTS (SELECT 1 FROM "Refund" r WHERE r."paymentId" = p.id) AS refunding
     FROM "Payment" p JOIN "Order" o ON o.id = p."orderId" WHERE p."providerPaymentId" IS NOT NULL`,
  );
  const payments = new Map(rows.map((row) => [row.id, row]));
  const found = [];
  for (const { paymentID, trxID, merchantInvoiceNumber, amountInPoisha } of captures) {
    const payment = payments.get(paymentID);
    payments.delete(paymentID);
    const what = `${merchantInvoiceNumber} (${trxID})`;
    if (!payment || payment.invoice !== merchantInvoiceNumber) {
      found.push(`I1: bKash took money for ${what}, and no payment knows of it`);
      continue;
    }
    const { status, paid, review, refunding } = payment;
    const isSettled = status === "COMPLETED" && paid;
    const isWithAPerson =
      status === "MISMATCH" ? review !== null : status === "DUPLICATE" && (review !== null || refunding);
    if (!isSettled && !isWithAPerson)
      found.push(
        `I1: bKash took money for ${what}, and its payment is ${status}${review ? ` (${review})` : ""}`,
      );
    if (isSettled && (payment.trxId !== trxID || payment.amount !== amountInPoisha))
      found.push(`I3: ${what} is paid with another receipt or amount than bKash's`);
  }
  for (const { status, invoice } of payments.values())
    if (status === "COMPLETED" || status === "DUPLICATE")
      found.push(`I3: ${invoice} is ${status}, and bKash took no money for it`);
  return found;
}

/** I4: what is free and what is in orders that stand add up to what there was. */
async function goodsThatDoNotAddUp(database, stock) {
  const { rows } = await database.query(
    `SELECT v.sku, v.stock, COALESCE(sum(l.quantity) FILTER (WHERE o.status <> 'CANCELLED'), 0)::int AS ordered
     FROM "Variant" v LEFT JOIN "OrderLine" l ON l."variantId" = v.id LEFT JOIN "Order" o ON o.id = l."orderId"
     GROUP BY v.sku, v.stock`,
  );
  return rows
    .filter(({ sku, stock: free, ordered }) => free + ordered !== stock.get(sku))
    .map(
      ({ sku, stock: free, ordered }) =>
        `I4: of ${stock.get(sku)} ${sku}, ${free} are free and ${ordered} in orders`,
    );
}

/** I6 and I7: refunds stay within their captures, and the shop's books say what bKash's say. */
async function booksThatDiffer(database, { captures, refunds }) {
  const found = [];
  const taken = new Map(captures.map(({ trxID, amountInPoisha }) => [trxID, amountInPoisha]));
  const given = new Map();
  for (const { originalTrxID, amountInPoisha } of refunds) {
    if (given.has(originalTrxID)) found.push(`I6: ${originalTrxID} was refunded twice`);
    given.set(originalTrxID, (given.get(originalTrxID) ?? 0) + amountInPoisha);
  }
  for (const [trxID, amount] of given)
    if (amount > (taken.get(trxID) ?? 0)) found.push(`I6: more was refunded of ${trxID} than was taken`);
  const { rows } = await database.query(
    `SELECT COALESCE(sum(e."amountInPoisha"), 0)::int AS wallet FROM "LedgerEntry" e WHERE e.account = 'wallet'`,
  );
  // Money of a mismatch with an unreadable amount is in nobody's books until a person has looked: the tours make none.
  const atBkash = sum(taken.values()) - sum(given.values());
  if (rows[0].wallet !== atBkash)
    found.push(`I7: the ledger's wallet holds ${rows[0].wallet} poisha, bKash's ${atBkash}`);
  return found;
}

const sum = (numbers) => [...numbers].reduce((total, number) => total + number, 0);
