import type { PaymentMode } from "@/generated/prisma/enums";
import type { Poisha } from "@/lib/kernel/money";
import type { Transaction } from "@/lib/platform/db";

/**
 * The shop's books: where money is (`wallet`, or `cash` from the door), and why it is there (`sales`, or `suspense` for
 * money that is not known to be ours). Every movement adds up to nothing, and nothing is ever changed: the database
 * refuses both.
 */

/**
 * Books money that a payment took, in the transaction that settles it. A payment whose money waited in suspense and is
 * understood now is moved by what differs. Booked again, it books nothing.
 *
 * @param amount what the wallet says it took.
 */
export async function bookCapture(
  tx: Transaction,
  payment: { id: string; mode: PaymentMode; amount: Poisha },
  account: "sales" | "suspense",
): Promise<void> {
  await tx.$executeRaw`
    WITH before AS (
      SELECT e.account, sum(e."amountInPoisha")::int AS amount
      FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id
      WHERE t.ref = ${payment.id}::uuid AND t.kind IN ('capture', 'release') GROUP BY e.account
    ), wanted (account, amount) AS (
      VALUES ('wallet'::"LedgerAccount", ${payment.amount}::int), (${account}::"LedgerAccount", -${payment.amount}::int)
    ), missing AS (
      SELECT account, COALESCE(wanted.amount, 0) - COALESCE(before.amount, 0) AS amount
      FROM wanted FULL JOIN before USING (account)
    ), movement AS (
      INSERT INTO "LedgerTransaction" (kind, ref, mode)
      SELECT (CASE WHEN EXISTS (SELECT 1 FROM before) THEN 'release' ELSE 'capture' END)::"LedgerKind",
        ${payment.id}::uuid, ${payment.mode}::"PaymentMode"
      WHERE EXISTS (SELECT 1 FROM missing WHERE amount <> 0) RETURNING id
    )
    INSERT INTO "LedgerEntry" ("transactionId", account, "amountInPoisha")
    SELECT movement.id, missing.account, missing.amount FROM movement, missing WHERE missing.amount <> 0`;
}

/**
 * Books money that went back to the shopper, in the transaction that records the refund's success. Booked again, it books
 * nothing.
 *
 * @param account where the payment's money was: `sales`, or `suspense` for a duplicate.
 */
export async function bookRefund(
  tx: Transaction,
  refund: { id: string; mode: PaymentMode; amount: Poisha },
  account: "sales" | "suspense",
): Promise<void> {
  await tx.$executeRaw`
    WITH movement AS (
      INSERT INTO "LedgerTransaction" (kind, ref, mode)
      VALUES ('refund', ${refund.id}::uuid, ${refund.mode}::"PaymentMode")
      ON CONFLICT (kind, ref) DO NOTHING RETURNING id
    )
    INSERT INTO "LedgerEntry" ("transactionId", account, "amountInPoisha")
    SELECT id, 'wallet', -${refund.amount}::int FROM movement
    UNION ALL SELECT id, ${account}::"LedgerAccount", ${refund.amount}::int FROM movement`;
}

/**
 * Books what a shopper paid at the door, in the transaction that says so on the order. Booked again, it books nothing.
 *
 * @param mode of the money that the shop takes: totals add up one mode only.
 */
export async function bookCash(
  tx: Transaction,
  order: { id: string; mode: PaymentMode; amount: Poisha },
): Promise<void> {
  await tx.$executeRaw`
    WITH movement AS (
      INSERT INTO "LedgerTransaction" (kind, ref, mode)
      VALUES ('cash', ${order.id}::uuid, ${order.mode}::"PaymentMode")
      ON CONFLICT (kind, ref) DO NOTHING RETURNING id
    )
    INSERT INTO "LedgerEntry" ("transactionId", account, "amountInPoisha")
    SELECT id, 'cash', ${order.amount}::int FROM movement
    UNION ALL SELECT id, 'sales'::"LedgerAccount", -${order.amount}::int FROM movement`;
}
