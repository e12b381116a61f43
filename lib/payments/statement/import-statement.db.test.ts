import { randomUUID } from "node:crypto";
import type { PaymentStatus } from "@/generated/prisma/enums";
import type { Merchant } from "@/lib/auth/merchant";
import { takaText, poisha } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { bkash, openShop, type TestShop } from "@/lib/testing/open-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { importStatement, type ImportStatementResult } from "./import-statement";

// Statements of what the simulator's bKash really took, on a database of its own.

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(async () => {
  await simulator.reset();
  await db.$executeRaw`TRUNCATE "Discrepancy", "Statement", "StatementLine"`;
  // What earlier tests paid is older than any statement of this one.
  await db.$executeRaw`UPDATE "Payment" SET "createdAt" = now() - interval '1 year', "executingSince" = NULL`;
});
afterAll(() => simulator.stop());

const merchant = { id: randomUUID(), name: "Rahima", email: "merchant@example.com" } as Merchant;

interface Line {
  trxID: string;
  merchantInvoiceNumber?: string;
  amountInPoisha: number;
  type?: string;
}

const HEADINGS = "Date Time,Transaction Type,Trx ID,Merchant Invoice Number,Amount,Status";

const [HOUR, DAY] = [3_600_000, 86_400_000];
/** Noon of yesterday in Dhaka. */
const NOON = new Date(Math.floor((Date.now() + 6 * HOUR) / DAY) * DAY - 18 * HOUR);

/** The portal's file with these lines, all of them of that noon. */
function csv(lines: readonly Line[]): string {
  const at = new Date(NOON.getTime() + 6 * HOUR).toISOString().slice(0, 19).replace("T", " ");
  const rows = lines.map(
    ({ trxID, merchantInvoiceNumber = "", amountInPoisha, type = "Payment" }) =>
      `${at},${type},${trxID},${merchantInvoiceNumber},Tk ${takaText(poisha(amountInPoisha))},Completed`,
  );
  return [HEADINGS, ...rows].join("\n");
}

const take = (text: string, name = "statement.csv"): Promise<ImportStatementResult> =>
  importStatement(merchant, bkash(), { name, text, period: { from: null, until: null } });

const open = async () =>
  (await db.discrepancy.findMany({ where: { resolvedAt: null } })).map(({ kind, subject }) => [
    kind,
    subject,
  ]);

async function paid(): Promise<{ shop: TestShop; paymentId: string; line: Line }> {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  await shop.execute(paymentId);
  return { shop, paymentId, line: await captureOf(paymentID) };
}

async function captureOf(paymentID: string): Promise<Line> {
  const capture = (await simulator.captures()).find((each) => each.paymentID === paymentID);
  if (!capture) throw new Error(`bKash took nothing for ${paymentID}`);
  return capture;
}

/** As if it had been paid ten minutes before that noon: a statement that ends then covers it. */
const paidBeforeNoon = (paymentId: string) => db.$executeRaw`
  UPDATE "Payment" SET "executingSince" = moment, "completedAt" = moment, "createdAt" = moment
  FROM (SELECT ${NOON}::timestamptz - interval '10 minutes' AS moment) m WHERE id = ${paymentId}::uuid`;

test("a statement that names what we booked opens nothing", async () => {
  const all = [await paid(), await paid()];
  for (const { paymentId } of all) await paidBeforeNoon(paymentId);
  expect(await take(csv(all.map(({ line }) => line)))).toEqual({
    ok: true,
    isNew: true,
    captures: 2,
    refunds: 0,
    leftOut: 0,
    asked: 0,
    opened: 0,
  });
});

test.each<PaymentStatus>(["CREATED", "CANCELLED", "EXPIRED", "DECLINED", "WATCH"])(
  "money that a statement names for a payment that is %s has bKash asked, which pays the order and opens nothing",
  async (status) => {
    const shop = await openShop();
    const { paymentId, paymentID } = await shop.open();
    await simulator.authorise(paymentID);
    await bkash().execute(paymentID); // and the answer was lost with its process
    await db.payment.update({ where: { id: paymentId }, data: { status, nextCheckAt: null } });
    expect(await take(csv([await captureOf(paymentID)]))).toMatchObject({ asked: 1, opened: 0 });
    expect((await shop.payment(paymentId)).status).toBe("COMPLETED");
    expect(await shop.orderStatus()).toBe("PAID");
  },
);

test("money that is not ours by any name is set aside for a person, once, however often the file comes", async () => {
  const text = csv([{ trxID: "BKN9999999", amountInPoisha: 50_000 }]);
  expect(await take(text)).toMatchObject({ isNew: true, opened: 1 });
  expect(await open()).toEqual([["statement: taken and not booked", "BKN9999999"]]);
  expect(await take(text, "the same under another name.csv")).toMatchObject({ isNew: false, opened: 0 });
  expect(await db.statementLine.count()).toBe(1);
});

test("money that we booked and the statement does not name is a discrepancy, until a statement names it", async () => {
  const [one, other] = [await paid(), await paid()];
  for (const { paymentId } of [one, other]) await paidBeforeNoon(paymentId);
  expect(await take(csv([one.line]))).toMatchObject({ opened: 1 });
  expect(await open()).toEqual([["statement: booked and not taken", other.line.merchantInvoiceNumber]]);
  expect(await take(csv([one.line, other.line]))).toMatchObject({ opened: 0 });
  expect(await open()).toEqual([]);
});

test("money that moved after the statement's last line is not missed in it", async () => {
  const [one, later] = [await paid(), await paid()];
  await paidBeforeNoon(one.paymentId);
  expect(await take(csv([one.line]))).toMatchObject({ opened: 0 });
  expect((await later.shop.payment(later.paymentId)).status).toBe("COMPLETED");
});

test("another amount than we booked, and another payment's invoice, are discrepancies; a word of the payer is none", async () => {
  const [one, other, third] = [await paid(), await paid(), await paid()];
  await take(
    csv([
      { ...one.line, amountInPoisha: one.line.amountInPoisha - 1 },
      { ...other.line, merchantInvoiceNumber: third.line.merchantInvoiceNumber ?? "" },
      { ...third.line, merchantInvoiceNumber: "thank you" },
    ]),
  );
  expect((await open()).toSorted()).toEqual(
    [one, other].map(({ line }) => ["statement: taken otherwise than booked", line.trxID]).toSorted(),
  );
});

test("a refund that nobody booked is a discrepancy", async () => {
  const { line } = await paid();
  const refund = { ...line, trxID: "BKNREFUND1", type: "Payment Refund" };
  expect(await take(csv([line, refund]))).toMatchObject({ captures: 1, refunds: 1, opened: 1 });
  expect(await open()).toEqual([["statement: given back and not booked", "BKNREFUND1"]]);
});

test.each([
  ["a spreadsheet", "PK\u0003\u0004", "NOT_A_STATEMENT"],
  ["an empty table", HEADINGS, "EMPTY"],
  [
    "a table with a line that cannot be read",
    `${HEADINGS}\nyesterday,Payment,BKN1,,100,Completed`,
    "UNREADABLE_ROWS",
  ],
])("%s is refused and leaves nothing behind", async (_what, text, code) => {
  expect(await take(text)).toMatchObject({ ok: false, code });
  expect([await db.statement.count(), await db.discrepancy.count()]).toEqual([0, 0]);
});
