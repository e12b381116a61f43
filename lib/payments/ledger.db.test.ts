import { randomUUID } from "node:crypto";
import { poisha } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { bookCapture, bookRefund } from "./ledger";

const mode = "simulator" as const;
const TOTAL = poisha(1500_00);

const capture = (id: string, account: "sales" | "suspense", amount = TOTAL) =>
  db.$transaction((tx) => bookCapture(tx, { id, mode, amount }, account));
const refund = (id: string, account: "sales" | "suspense", amount = TOTAL) =>
  db.$transaction((tx) => bookRefund(tx, { id, mode, amount }, account));

async function balances(...refs: string[]) {
  const entries = await db.ledgerEntry.findMany({
    where: { transaction: { ref: { in: refs } } },
    select: { account: true, amountInPoisha: true },
  });
  const sums: Record<string, number> = { wallet: 0, sales: 0, suspense: 0 };
  for (const { account, amountInPoisha } of entries) sums[account] = (sums[account] ?? 0) + amountInPoisha;
  return sums;
}

test("money that pays an order is in the wallet and earned", async () => {
  const id = randomUUID();
  await capture(id, "sales");
  expect(await balances(id)).toEqual({ wallet: TOTAL, sales: -TOTAL, suspense: 0 });
});

test("a payment is booked once, however often it is settled", async () => {
  const id = randomUUID();
  for (let n = 0; n < 3; n++) await capture(id, "sales");
  expect(await balances(id)).toEqual({ wallet: TOTAL, sales: -TOTAL, suspense: 0 });
  expect(await db.ledgerTransaction.count({ where: { ref: id } })).toBe(1);
});

test("money that came twice is in the wallet and owed, until it is given back", async () => {
  const [id, refundId] = [randomUUID(), randomUUID()];
  await capture(id, "suspense");
  expect(await balances(id)).toEqual({ wallet: TOTAL, sales: 0, suspense: -TOTAL });
  await refund(refundId, "suspense");
  expect(await balances(id, refundId)).toEqual({ wallet: 0, sales: 0, suspense: 0 });
});

test("money in suspense that turns out to pay its order is moved by what differs, in a second movement", async () => {
  const id = randomUUID();
  await capture(id, "suspense", poisha(1499_00));
  await capture(id, "sales");
  expect(await balances(id)).toEqual({ wallet: TOTAL, sales: -TOTAL, suspense: 0 });
  const kinds = await db.ledgerTransaction.findMany({ where: { ref: id }, orderBy: { id: "asc" } });
  expect(kinds.map(({ kind }) => kind)).toEqual(["capture", "release"]);
});

test("a refund is booked once, however often its success is heard", async () => {
  const [id, refundId] = [randomUUID(), randomUUID()];
  await capture(id, "sales");
  for (let n = 0; n < 3; n++) await refund(refundId, "sales", poisha(500_00));
  expect(await balances(id, refundId)).toEqual({ wallet: 1000_00, sales: -1000_00, suspense: 0 });
});

test("the database refuses a movement that does not add up to nothing", async () => {
  const lopsided = db.ledgerTransaction.create({
    data: {
      kind: "capture",
      ref: randomUUID(),
      mode,
      entries: { create: { account: "wallet", amountInPoisha: 1 } },
    },
  });
  await expect(lopsided).rejects.toThrow(/does not add up to nothing/);
});

test("the database refuses to change or empty the books", async () => {
  const id = randomUUID();
  await capture(id, "sales");
  await expect(db.ledgerEntry.updateMany({ data: { amountInPoisha: 1 } })).rejects.toThrow(/never changed/);
  await expect(db.ledgerEntry.deleteMany()).rejects.toThrow(/never changed/);
  await expect(db.ledgerTransaction.deleteMany()).rejects.toThrow(/never changed/);
  await expect(db.$executeRaw`TRUNCATE "LedgerTransaction", "LedgerEntry"`).rejects.toThrow(/never changed/);
  expect(await balances(id)).toEqual({ wallet: TOTAL, sales: -TOTAL, suspense: 0 });
});
