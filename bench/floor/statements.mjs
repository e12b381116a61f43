// The writes of a payment in the shop's own tables, with a name each, so that PostgreSQL parses them once a connection.

/** Whoever holds the order's secret may pay it, and whoever pays it waits for the others. */
export const LOCK_ORDER = {
  name: "lock-order",
  text: `SELECT id, status::text, "totalInPoisha" FROM "Order"
    WHERE number = $1 AND "accessTokenHash" = $2 FOR UPDATE`,
};

/** Read after the lock was had, not in the same statement: that one would still see what was there before it waited. */
export const SIBLINGS = {
  name: "siblings",
  text: `SELECT id, status::text, attempt, "createdAt" > now() - interval '10 minutes' AS "isRecent" FROM "Payment"
    WHERE "orderId" = $1 ORDER BY attempt`,
};

export const CANCEL_OPEN = {
  name: "cancel-open",
  text: `WITH moved AS (
      UPDATE "Payment" p SET status = 'CANCELLED', "statusSince" = now(), checks = 0, "nextCheckAt" = NULL
      FROM (SELECT id, status FROM "Payment" WHERE "orderId" = $1 AND status IN ('NEW', 'CREATED')) was
      WHERE p.id = was.id RETURNING p.id, was.status AS was
    )
    INSERT INTO "PaymentEvent" ("paymentId", "from", "to", source) SELECT id, was, 'CANCELLED', 'create' FROM moved`,
};

export const INSERT_PAYMENT = {
  name: "insert-payment",
  text: `WITH made AS (
      INSERT INTO "Payment" (id, "orderId", attempt, provider, mode, "amountInPoisha", "invoiceNumber", "nextCheckAt")
      VALUES (gen_random_uuid(), $1, $2, 'bkash', 'simulator', $3, $4, now() + interval '120 seconds') RETURNING id
    ), told AS (
      INSERT INTO "PaymentEvent" ("paymentId", "to", source) SELECT id, 'NEW', 'create' FROM made
    )
    SELECT id FROM made`,
};

export const OPEN_PAYMENT = {
  name: "open-payment",
  text: `WITH held AS (
      UPDATE "Order" SET "holdUntil" = GREATEST("holdUntil", now() + interval '60 minutes')
      WHERE number = $2 AND status = 'PENDING' RETURNING id
    ), opened AS (
      UPDATE "Payment" p SET status = 'CREATED', "statusSince" = now(), checks = 0, "providerPaymentId" = $3,
        "windowData" = $4, "nextCheckAt" = now() + interval '30 minutes'
      FROM held WHERE p.id = $1 AND p."orderId" = held.id AND p.status = 'NEW' RETURNING p.id
    ), told AS (
      INSERT INTO "PaymentEvent" ("paymentId", "from", "to", source) SELECT id, 'NEW', 'CREATED', 'create' FROM opened
    )
    SELECT id FROM opened`,
};

export const ABANDON_PAYMENT = {
  name: "abandon-payment",
  text: `WITH moved AS (
      UPDATE "Payment" SET status = 'ABANDONED', "statusSince" = now(), "nextCheckAt" = NULL
      WHERE id = $1 AND status = 'NEW' RETURNING id
    )
    INSERT INTO "PaymentEvent" ("paymentId", "from", "to", source) SELECT id, 'NEW', 'ABANDONED', 'create' FROM moved`,
};

/** One caller ever gets an answer, and only while the order waits for money with its stock held. */
export const CLAIM = {
  name: "claim",
  text: `WITH waiting AS (
      SELECT o.id, o.number FROM "Order" o JOIN "Payment" p ON p."orderId" = o.id
      WHERE p.id = $1 AND o."accessTokenHash" = $2 AND o.status = 'PENDING' AND o."holdUntil" > now() FOR UPDATE OF o
    ), claimed AS (
      UPDATE "Payment" p SET status = 'EXECUTING', "executingSince" = now(), "statusSince" = now(), checks = 0,
        "nextCheckAt" = now() + interval '75 seconds'
      FROM waiting WHERE p.id = $1 AND p."orderId" = waiting.id AND p.status = 'CREATED'
      RETURNING p."providerPaymentId", waiting.number
    ), told AS (
      INSERT INTO "PaymentEvent" ("paymentId", "from", "to", source)
      SELECT $1, 'CREATED', 'EXECUTING', 'execute' FROM claimed
    )
    SELECT * FROM claimed`,
};

/** The order's row first, then the payment's, as everywhere. */
export const LOCK_PAYMENT = {
  name: "lock-payment",
  text: `SELECT o.id AS "orderId", o.status::text AS "orderStatus", p.status::text, p."amountInPoisha",
      p."invoiceNumber", p."providerPaymentId"
    FROM "Order" o JOIN "Payment" p ON p."orderId" = o.id WHERE p.id = $1 FOR UPDATE OF o, p`,
};

export const COMPLETE = {
  name: "complete",
  text: `WITH paid AS (
      UPDATE "Payment" SET status = 'COMPLETED', "statusSince" = now(), checks = 0, "nextCheckAt" = NULL, "trxId" = $2,
        "completedAt" = now() WHERE id = $1 RETURNING "completedAt"
    ), told AS (
      INSERT INTO "PaymentEvent" ("paymentId", "from", "to", source, detail)
      VALUES ($1, 'EXECUTING', 'COMPLETED', 'execute', $3)
    ), settled AS (
      UPDATE "Order" SET status = 'PAID', "paidPaymentId" = $1, "paidAt" = now(), "cancelledAt" = NULL WHERE id = $4
    )
    SELECT "completedAt" FROM paid`,
};

/** Whatever is not a clear yes stays in doubt, for a job that asks bKash. */
export const LEAVE_IN_DOUBT = {
  name: "leave-in-doubt",
  text: `WITH moved AS (
      UPDATE "Payment" SET status = 'UNCERTAIN', "statusSince" = now(), checks = 0,
        "nextCheckAt" = now() + interval '2 seconds'
      WHERE id = $1 AND status = 'EXECUTING' RETURNING id
    )
    INSERT INTO "PaymentEvent" ("paymentId", "from", "to", source, detail)
    SELECT id, 'EXECUTING', 'UNCERTAIN', 'execute', $2 FROM moved`,
};

export const READ_PAYMENT = {
  name: "read-payment",
  text: `SELECT p.id AS "paymentId", p.status::text, p."trxId", p."completedAt", p."amountInPoisha", o.number AS "orderNumber",
      o.status::text AS "orderStatus"
    FROM "Payment" p JOIN "Order" o ON o.id = p."orderId" WHERE p.id = $1 AND o."accessTokenHash" = $2`,
};
