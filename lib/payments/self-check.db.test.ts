import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db";
import { makeCleanOrders } from "@/lib/testing/clean-orders";
import { DISCREPANCIES, takeGuardsAway } from "@/lib/testing/discrepancies";
import type { Finding } from "./discrepancies";
import { findDiscrepancies, runSelfCheck, selfCheckRules } from "./self-check";

// On a database of its own, because everything in it is counted, and because its guards are taken away half way.

const ORDERS = 10_000;

beforeAll(async () => {
  await makeCleanOrders(ORDERS);
}, 120_000);

const total = (rows: { _sum: { amountInPoisha: number | null } }) => rows._sum.amountInPoisha ?? 0;

test("G19: ten thousand orders without any trouble give no false alarm", async () => {
  expect(await db.order.count()).toBe(ORDERS);
  expect(await findDiscrepancies()).toEqual([]);
  // And the books say what was taken less what was given back.
  const sum = { _sum: { amountInPoisha: true } } as const;
  const taken = await db.payment.aggregate({ where: { trxId: { not: null } }, ...sum });
  const wallet = await db.ledgerEntry.aggregate({ where: { account: "wallet" }, ...sum });
  expect(total(wallet)).toBe(total(taken) - total(await db.refund.aggregate(sum)));
}, 60_000);

const named = ({ kind, subject }: { kind: string; subject: string }) => `${kind} / ${subject}`;

test("G19: of discrepancies of all kinds, two of each, every one is found", async () => {
  await takeGuardsAway();
  const planted: string[] = [];
  for (const round of [1, 2])
    for (const [place, { kind, plant }] of DISCREPANCIES.entries())
      planted.push(named({ kind, subject: await plant((place * 2 + round) * 10) }));
  expect(planted.length).toBeGreaterThanOrEqual(50);

  const { findings, opened, rules } = await runSelfCheck();
  const found = new Set(findings.map(named));
  expect(planted.filter((one) => !found.has(one))).toEqual([]);
  expect(new Set(findings.map(({ kind }) => kind)).size).toBe(rules);
  expect(opened).toBe(findings.length);
  expect(await db.discrepancy.count({ where: { resolvedAt: null } })).toBe(findings.length);
}, 60_000);

test("what is found again stays one discrepancy, and what is mended is resolved by itself", async () => {
  const before = await db.discrepancy.count();
  expect(await runSelfCheck()).toMatchObject({ opened: 0, resolved: 0 });
  expect(await db.discrepancy.count()).toBe(before);
  await db.variant.updateMany({ where: { stock: { lt: 0 } }, data: { stock: 0 } });
  expect(await runSelfCheck()).toMatchObject({ opened: 0, resolved: 2 });
  const mended = await db.discrepancy.findMany({ where: { kind: "I4: stock below nothing" } });
  expect(mended.map(({ resolvedAt, resolvedBy }) => [resolvedAt !== null, resolvedBy])).toEqual(
    Array(2).fill([true, null]),
  );
}, 60_000);

test("what a person has accepted is not brought up again, until it differs", async () => {
  const rules = selfCheckRules().filter(({ kind }) => kind === "I6: reserved otherwise than asked for");
  const [one] = (await findDiscrepancies(rules)) as [Finding];
  const open = () =>
    db.discrepancy.count({ where: { kind: one.kind, subject: one.subject, resolvedAt: null } });
  await db.discrepancy.updateMany({
    where: { kind: one.kind, subject: one.subject },
    data: { resolvedAt: new Date(), resolvedBy: randomUUID(), note: "Looked at it" },
  });
  await runSelfCheck(rules);
  expect(await open()).toBe(0);
  await db.payment.updateMany({
    where: { invoiceNumber: one.subject },
    data: { refundReservedInPoisha: { increment: 1 } },
  });
  await runSelfCheck(rules);
  expect(await open()).toBe(1);
});
