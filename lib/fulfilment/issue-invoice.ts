import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/platform/db";
import { store } from "@/store.config";
import { fiscalYearOf } from "./fiscal-year";

export interface IssuedInvoice {
  series: string;
  number: number;
  issuedAt: Date;
}

/** Paid in full: by a payment, in cash at the door, or by both. One that was paid once has its invoice, whatever went back. */
const isPaidInFull = Prisma.sql`o.status IN ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED') AND o."totalInPoisha" <=
  COALESCE((SELECT p."amountInPoisha" FROM "Payment" p WHERE p.id = o."paidPaymentId"), 0) + COALESCE(o."cashInPoisha", 0)`;

/**
 * Gives an order that is paid in full the next number of this fiscal year, once. The numbers of a year have no gap and none
 * comes twice: they are counted behind the lock of the year's row, in the transaction that writes the invoice.
 *
 * @returns its invoice; null while the order is not paid in full.
 */
export async function issueInvoice(orderId: string): Promise<IssuedInvoice | null> {
  const issued = await findInvoice(db, orderId);
  return issued ?? db.$transaction((tx) => issueIn(tx, orderId));
}

/** Whether an order has its invoice, or will have it when somebody asks. */
export async function mayHaveInvoice(order: { id: string }): Promise<boolean> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM "Order" o WHERE o.id = ${order.id}::uuid AND ${isPaidInFull}`;
  return row !== undefined;
}

async function issueIn(tx: Transaction, orderId: string): Promise<IssuedInvoice | null> {
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT now()`;
  if (!clock) throw new Error("SELECT returned no row");
  const series = fiscalYearOf(clock.now);
  await tx.$executeRaw`INSERT INTO "InvoiceSeries" (name) VALUES (${series}) ON CONFLICT (name) DO NOTHING`;
  await tx.$queryRaw`SELECT name FROM "InvoiceSeries" WHERE name = ${series} FOR UPDATE`;
  // Behind the lock: whoever had it before may have issued this very invoice.
  const twin = await findInvoice(tx, orderId);
  if (twin) return twin;
  const [due] = await tx.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM "Order" o WHERE o.id = ${orderId}::uuid AND ${isPaidInFull}`;
  if (!due) return null;
  const { lastNumber } = await tx.invoiceSeries.update({
    where: { name: series },
    data: { lastNumber: { increment: 1 } },
  });
  return tx.invoice.create({
    data: { orderId, series, number: lastNumber, issuedAt: clock.now, seller: seller() },
    select: { series: true, number: true, issuedAt: true },
  });
}

const findInvoice = (client: Transaction | typeof db, orderId: string): Promise<IssuedInvoice | null> =>
  client.invoice.findUnique({
    where: { orderId },
    select: { series: true, number: true, issuedAt: true },
  });

/** As the settings say today: an invoice keeps it, though the shop may move. */
const seller = () => ({
  name: store.name,
  owner: store.legal.owner,
  address: store.address,
  bin: store.legal.bin,
});

/** Issues the invoices of orders that were paid since the last time, in the order in which they were paid. */
export async function issueDueInvoices({ limit }: { limit: number }): Promise<number> {
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM "Order" o
    WHERE ${isPaidInFull} AND NOT EXISTS (SELECT 1 FROM "Invoice" i WHERE i."orderId" = o.id)
    ORDER BY o."paidAt", o.number LIMIT ${limit}`;
  let issued = 0;
  for (const { id } of due) if (await issueInvoice(id)) issued++;
  return issued;
}
