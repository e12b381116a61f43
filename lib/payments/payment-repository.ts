import { Prisma } from "@/generated/prisma/client";
import type { OrderStatus, PaymentMode, PaymentSource, PaymentStatus } from "@/generated/prisma/enums";
import { poisha, type Poisha } from "@/lib/kernel/money";
import { mayBeSeenBy, type Viewer } from "@/lib/orders/order-access";
import { db, type Transaction } from "@/lib/platform/db";
import { referTo } from "@/lib/platform/reference";
import { installedProviders } from "./providers/registry";
import { tellChange } from "./tell-change";

/** Every query about payments. A change of status and its event are always one statement or one transaction. */

export interface StoredPayment {
  id: string;
  orderId: string;
  orderNumber: string;
  orderStatus: OrderStatus;
  attempt: number;
  provider: string;
  mode: PaymentMode;
  invoiceNumber: string;
  status: PaymentStatus;
  amountInPoisha: Poisha;
  providerPaymentId: string | null;
  trxId: string | null;
  lastCode: string | null;
  completedAt: Date | null;
}

/** A payment of an order that this viewer may see, or null. `system` sees all. */
export async function findPayment(
  paymentId: string,
  viewer: Viewer | "system",
): Promise<StoredPayment | null> {
  if (!UUID.test(paymentId)) return null;
  const [row] = await db.$queryRaw<StoredPayment[]>`
    SELECT p.id, p."orderId", o.number AS "orderNumber", o.status AS "orderStatus", p.attempt, p.provider, p.mode,
      p."invoiceNumber", p.status, p."amountInPoisha", p."providerPaymentId", p."trxId", p."lastCode", p."completedAt"
    FROM "Payment" p JOIN "Order" o ON o.id = p."orderId"
    WHERE p.id = ${paymentId}::uuid AND ${viewer === "system" ? Prisma.sql`true` : mayBeSeenBy(viewer)}`;
  if (!row) return null;
  referTo({ orderNumber: row.orderNumber, paymentId: row.id });
  return { ...row, amountInPoisha: poisha(row.amountInPoisha) };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Since the payment `p` was written. */
const AGE_IN_MS = Prisma.sql`extract(epoch FROM now() - p."createdAt")::float8 * 1000`;

export interface Claimed {
  providerPaymentId: string;
}

/** How long an execute, a capture or a void may go without news before others ask: two deadlines of 30 s, and a margin. */
const EXECUTE_LEASE_SECONDS = 75;

/**
 * Claims a payment for execution: true for exactly one caller ever. The order must still wait for money with its stock
 * held. The order's row is locked first, so that a cancellation cannot slip in between.
 */
export async function claimForExecution(payment: { id: string; orderId: string }): Promise<Claimed | null> {
  const rows = await db.$queryRaw<(Claimed & { ms: number })[]>`
    WITH waiting AS (
      SELECT id FROM "Order"
      WHERE id = ${payment.orderId}::uuid AND status = 'PENDING' AND "holdUntil" > now() FOR UPDATE
    ), claimed AS (
      UPDATE "Payment" p SET status = 'EXECUTING', "executingSince" = now(), "statusSince" = now(), checks = 0,
        "nextCheckAt" = now() + ${EXECUTE_LEASE_SECONDS} * interval '1 second'
      FROM waiting WHERE p.id = ${payment.id}::uuid AND p."orderId" = waiting.id AND p.status = 'CREATED'
      RETURNING p.id, p."providerPaymentId", ${AGE_IN_MS} AS ms
    ), told AS (
      INSERT INTO "PaymentEvent" ("paymentId", "from", "to", source) SELECT id, 'CREATED', 'EXECUTING', 'execute' FROM claimed
    )
    SELECT "providerPaymentId", ms FROM claimed`;
  const [claimed] = rows;
  if (!claimed) return null;
  tellChange({ paymentId: payment.id, from: "CREATED", to: "EXECUTING", source: "execute", ms: claimed.ms });
  return { providerPaymentId: claimed.providerPaymentId };
}

/**
 * Moves a payment on, if it still stands where the caller believes. False when it does not: somebody else was first.
 * For moves that concern no money; money goes through settlePayment.
 */
export async function moveOn(
  client: Transaction | typeof db,
  move: {
    paymentId: string;
    from: PaymentStatus;
    to: "CANCELLED" | "ABANDONED" | "EXPIRED";
    source: PaymentSource;
    code?: string | undefined;
    detail?: Record<string, string> | undefined;
  },
): Promise<boolean> {
  const detail = move.detail ? JSON.stringify(move.detail) : null;
  const [moved] = await client.$queryRaw<{ ms: number }[]>`
    WITH moved AS (
      UPDATE "Payment" p SET status = ${move.to}::"PaymentStatus", "statusSince" = now(), checks = 0, "nextCheckAt" = NULL,
        "lastCode" = COALESCE(${move.code ?? null}, p."lastCode")
      WHERE p.id = ${move.paymentId}::uuid AND p.status = ${move.from}::"PaymentStatus"
      RETURNING p.id, ${AGE_IN_MS} AS ms
    ), told AS (
      INSERT INTO "PaymentEvent" ("paymentId", "from", "to", source, code, detail)
      SELECT id, ${move.from}::"PaymentStatus", ${move.to}::"PaymentStatus", ${move.source}::"PaymentSource",
        ${move.code ?? null}, ${detail}::jsonb FROM moved
    )
    SELECT ms FROM moved`;
  if (!moved) return false;
  const { paymentId, from, to, source } = move;
  tellChange({ paymentId, from, to, source, ms: moved.ms });
  return true;
}

/**
 * Claims money that is set aside, to capture or to void it: true for exactly one caller. It is captured for an order that
 * waits for it, and voided for any.
 */
export async function claimSetAside(
  payment: { id: string; orderId: string },
  to: "CAPTURING" | "VOIDING",
  source: PaymentSource,
  detail: Record<string, string>,
): Promise<Claimed | null> {
  const rows = await db.$queryRaw<Claimed[]>`
    WITH owing AS (
      SELECT id FROM "Order" WHERE id = ${payment.orderId}::uuid AND (status = 'PENDING' OR ${to} = 'VOIDING') FOR UPDATE
    ), claimed AS (
      UPDATE "Payment" p SET status = ${to}::"PaymentStatus", "statusSince" = now(), checks = 0, "lastCode" = NULL,
        "nextCheckAt" = now() + ${EXECUTE_LEASE_SECONDS} * interval '1 second'
      FROM owing WHERE p.id = ${payment.id}::uuid AND p."orderId" = owing.id AND p.status = 'AUTHORISED'
      RETURNING p.id, p."providerPaymentId"
    ), told AS (
      INSERT INTO "PaymentEvent" ("paymentId", "from", "to", source, detail)
      SELECT id, 'AUTHORISED', ${to}::"PaymentStatus", ${source}::"PaymentSource", ${JSON.stringify(detail)}::jsonb FROM claimed
    )
    SELECT "providerPaymentId" FROM claimed`;
  return rows[0] ?? null;
}

/** Keeps what the wallet said in refusing to capture or void, for the merchant to read. */
export async function keepCode(paymentId: string, code: string): Promise<void> {
  await db.payment.update({ where: { id: paymentId }, data: { lastCode: code } });
}

/** While somebody asks the wallet, others do not: the question is due again after this. */
const QUESTION_LEASE_SECONDS = 45;

/**
 * Only payments of a wallet and mode that this shop runs with now: another bKash knows nothing of them, and what it said
 * would be wrong.
 */
export const ofThisShop = () =>
  Prisma.sql`(provider, mode) IN (${Prisma.join(
    installedProviders().map(({ name, mode }) => Prisma.sql`(${name}, ${mode}::"PaymentMode")`),
  )})`;

/** Takes up to `limit` payments whose check is due, longest due first. Two takers never get the same one. */
export async function takeDueChecks(limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH due AS (
      SELECT id, "nextCheckAt" AS since FROM "Payment" WHERE "nextCheckAt" <= now() AND ${ofThisShop()}
      ORDER BY "nextCheckAt", "createdAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ), taken AS (
      UPDATE "Payment" p SET "nextCheckAt" = now() + ${QUESTION_LEASE_SECONDS} * interval '1 second', "askedAt" = now()
      FROM due WHERE p.id = due.id RETURNING p.id, due.since, p."createdAt"
    )
    SELECT id FROM taken ORDER BY since, "createdAt"`;
  return rows.map(({ id }) => id);
}

/** Other payments of the same order that the shopper was allowed to leave behind and that may still complete. */
export async function watchedSiblings(payment: { id: string; orderId: string }): Promise<string[]> {
  const rows = await db.payment.findMany({
    where: { orderId: payment.orderId, status: "WATCH", id: { not: payment.id } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/**
 * Who wants to know, beside the schedule: a shopper who looks at the page, or somebody who must know now (`urgent`: the
 * shop itself after a lost answer, the merchant).
 */
export type Asker = "schedule" | "shopper" | "urgent";

/** A shopper who looks has the wallet asked again after so many seconds, answered or not. */
const SHOPPER_ASKS_AGAIN_SECONDS = { UNCERTAIN: 5, WATCH: 30 };

/**
 * Takes the check of one payment if it is due, or if the asker may have it earlier. While execute is on its way nobody
 * asks, urgent or not: bKash wants no question about a payment that it is answering. False when another is at it or it is
 * not time. What was never executed is taken only when its time is over.
 */
export async function takeCheck(paymentId: string, asker: Asker = "schedule"): Promise<boolean> {
  const { UNCERTAIN, WATCH } = SHOPPER_ASKS_AGAIN_SECONDS;
  const count = await db.$executeRaw`
    UPDATE "Payment" SET "nextCheckAt" = now() + ${QUESTION_LEASE_SECONDS} * interval '1 second', "askedAt" = now()
    WHERE id = ${paymentId}::uuid AND ${ofThisShop()} AND (
      ("nextCheckAt" <= now() AND status IN ('NEW', 'CREATED', 'EXECUTING', 'UNCERTAIN', 'WATCH', 'AUTHORISED', 'CAPTURING', 'VOIDING'))
      OR (${asker === "urgent"} AND status IN ('UNCERTAIN', 'WATCH', 'AUTHORISED', 'CAPTURING', 'VOIDING'))
      OR (${asker === "shopper"} AND COALESCE("askedAt", "statusSince") <= now() - interval '1 second' *
        CASE status WHEN 'UNCERTAIN' THEN ${UNCERTAIN}::int WHEN 'WATCH' THEN ${WATCH}::int END))`;
  return count === 1;
}

/** A check was taken, and its question could not be put to the wallet. */
export async function forgetQuestion(paymentId: string): Promise<void> {
  await db.payment.updateMany({ where: { id: paymentId }, data: { askedAt: null } });
}

/** How long until the wallet is asked about a payment in doubt; 0 when it is time. Null when it is not in doubt. */
export async function secondsUntilCheck(paymentId: string): Promise<number | null> {
  const [row] = await db.$queryRaw<{ seconds: number }[]>`
    SELECT GREATEST(0, extract(epoch FROM "nextCheckAt" - now()))::float8 AS seconds FROM "Payment"
    WHERE id = ${paymentId}::uuid AND status IN ('EXECUTING', 'UNCERTAIN', 'AUTHORISED', 'CAPTURING', 'VOIDING') AND "nextCheckAt" IS NOT NULL AND ${ofThisShop()}`;
  return row?.seconds ?? null;
}
