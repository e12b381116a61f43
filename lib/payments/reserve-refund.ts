import type { PaymentMode, PaymentSource, PaymentStatus } from "@/generated/prisma/enums";
import { poisha, type Poisha } from "@/lib/kernel/money";
import type { Transaction } from "@/lib/platform/db";
import { failpoint } from "@/lib/platform/failpoint";
import { findProvider } from "./providers/registry";
import { takenSql } from "./refund-repository";
import { whatIsRefundable, type NotRefundable, type RefundableFacts } from "./refund-rules";

export interface RefundWish {
  paymentId: string;
  /** Null for all that is left. */
  amount: Poisha | null;
  reason: string;
  /** The merchant's id; null when the shop gives it back by itself. */
  requestedBy: string | null;
  idempotencyKey: string | null;
}

export type ReserveRefundResult =
  | { ok: true; refundId: string }
  | { ok: false; code: "PAYMENT_NOT_FOUND" | "KEY_REUSED" | NotRefundable }
  | { ok: false; code: "AMOUNT_TOO_LARGE"; left: Poisha };

/** A refund that its sender has not taken up after this was left behind by a dead process; others send it. */
const SENDER_SECONDS = 10;

/**
 * Writes a refund down and takes its amount off what may still go back, behind the order's row lock. Nothing is sent yet;
 * a process that dies now leaves a row that the next one sends.
 */
export async function reserveRefund(
  tx: Transaction,
  wish: RefundWish,
  source: PaymentSource,
): Promise<ReserveRefundResult> {
  if (!(await lockPayment(tx, wish.paymentId))) return { ok: false, code: "PAYMENT_NOT_FOUND" };
  failpoint("refund:order-locked");
  const again = wish.idempotencyKey
    ? await tx.refund.findUnique({ where: { idempotencyKey: wish.idempotencyKey } })
    : null;
  if (again) {
    const isSame = again.paymentId === wish.paymentId && again.amountInPoisha === wish.amount;
    return isSame ? { ok: true, refundId: again.id } : { ok: false, code: "KEY_REUSED" };
  }
  const [facts] = await readRefundable(tx, [wish.paymentId]);
  if (!facts) return { ok: false, code: "PAYMENT_NOT_FOUND" };
  const may = whatIsRefundable(facts);
  if (!may.ok) return may;
  const amount = wish.amount ?? may.left;
  if (amount === 0 || amount > may.left) return { ok: false, code: "AMOUNT_TOO_LARGE", left: may.left };
  return { ok: true, refundId: await insertRefund(tx, wish, amount, source) };
}

/** The order's row first, then the payment's. */
async function lockPayment(tx: Transaction, paymentId: string): Promise<boolean> {
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT o.id FROM "Order" o JOIN "Payment" p ON p."orderId" = o.id WHERE p.id = ${paymentId}::uuid FOR UPDATE OF o`;
  await tx.$queryRaw`SELECT id FROM "Payment" WHERE id = ${paymentId}::uuid FOR UPDATE`;
  return locked.length === 1;
}

interface FactsRow extends Omit<RefundableFacts, "wallet"> {
  id: string;
  provider: string;
  mode: PaymentMode;
  status: PaymentStatus;
}

/** What each of some payments needs for the question what of it can go back, in no order. */
export async function readRefundable(
  client: Pick<Transaction, "$queryRaw">,
  paymentIds: readonly string[],
): Promise<(RefundableFacts & { id: string })[]> {
  const rows = await client.$queryRaw<FactsRow[]>`
    SELECT p.id, p.provider, p.mode, p.status, p."amountInPoisha", p."refundReservedInPoisha",
      ${takenSql} AS "takenInPoisha",
      count(r.id) FILTER (WHERE r.status <> 'FAILED')::int AS refunds,
      COALESCE(bool_or(r.status IN ('REQUESTED', 'SENDING', 'UNKNOWN')), false) AS "hasRefundInFlight",
      p."trxId" IS NOT NULL AND p."providerPaymentId" IS NOT NULL AS "hasReceipt",
      COALESCE(extract(epoch FROM now() - p."completedAt"), 0)::float8 AS "secondsSinceCompleted"
    FROM "Payment" p LEFT JOIN "Refund" r ON r."paymentId" = p.id
    WHERE p.id = ANY(${[...paymentIds]}::uuid[]) GROUP BY p.id`;
  return rows.map(({ provider: name, mode, ...row }) => {
    const provider = findProvider(name);
    return {
      ...row,
      amountInPoisha: poisha(row.amountInPoisha),
      takenInPoisha: row.takenInPoisha === null ? null : poisha(row.takenInPoisha),
      refundReservedInPoisha: poisha(row.refundReservedInPoisha),
      wallet: provider?.mode === mode ? provider : null,
    };
  });
}

async function insertRefund(
  tx: Transaction,
  wish: RefundWish,
  amount: Poisha,
  source: PaymentSource,
): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    WITH reserved AS (
      UPDATE "Payment" SET "refundReservedInPoisha" = "refundReservedInPoisha" + ${amount}
      WHERE id = ${wish.paymentId}::uuid RETURNING id
    ), requested AS (
      INSERT INTO "Refund" (id, "paymentId", number, "amountInPoisha", reason, "requestedBy", "idempotencyKey", "nextCheckAt")
      SELECT gen_random_uuid(), id,
        (SELECT COALESCE(max(number), 0) + 1 FROM "Refund" WHERE "paymentId" = ${wish.paymentId}::uuid),
        ${amount}, ${wish.reason}, ${wish.requestedBy}::uuid, ${wish.idempotencyKey},
        now() + ${SENDER_SECONDS} * interval '1 second'
      FROM reserved RETURNING id
    ), told AS (
      INSERT INTO "RefundEvent" ("refundId", "to", source, actor)
      SELECT id, 'REQUESTED', ${source}::"PaymentSource", ${wish.requestedBy} FROM requested
    )
    SELECT id FROM requested`;
  if (!row) throw new Error("INSERT returned no row");
  return row.id;
}
