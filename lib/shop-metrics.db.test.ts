import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { repeatedJobs } from "./background-work";
import { deliverMessages } from "./notifications/deliver-messages";
import { orderLink } from "./orders/order-link";
import { db } from "./platform/db";
import { recordRun } from "./platform/job-runs";
import { processMetrics } from "./platform/metrics";
import { renderMetrics } from "./shop-metrics";
import { openShop } from "./testing/open-shop";
import { startSimulator, type RunningSimulator } from "./testing/start-simulator";

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

/** The value of a series as Prometheus would read it; undefined when there is none. */
async function read(series: string): Promise<number | undefined> {
  const { text } = await renderMetrics();
  const line = text.split("\n").find((each) => each.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1).replace("+Inf", "Infinity"));
}

async function authorised() {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  return { shop, paymentId };
}

test("a purchase is counted, timed, and its calls of bKash are told apart", async () => {
  const ended = 'shop_payments_ended_last_day{mode="simulator",status="COMPLETED"}';
  const calls = (operation: string) =>
    `shop_wallet_call_seconds_count{wallet="bkash",operation="${operation}",outcome="answered"}`;
  const before = [await read(ended), await read(calls("execute"))].map((count) => count ?? 0);
  const { shop, paymentId } = await authorised();
  await shop.execute(paymentId);
  expect([await read(ended), await read(calls("execute"))]).toEqual(before.map((count) => count + 1));
  expect(await read(calls("create"))).toBeGreaterThan(0);
  expect(await read("shop_time_to_paid_seconds_count")).toBeGreaterThan(0);
});

test("a doubt shows with its age, and is gone when it is settled", async () => {
  const { shop, paymentId } = await authorised();
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  await simulator.fault({ operation: "query", fault: "status-500", times: "always" });
  await shop.execute(paymentId);
  await shop.letTimePass(700);
  expect(await read('shop_oldest_doubt_seconds{mode="simulator"}')).toBeGreaterThan(699);
  const inDoubt = 'shop_payments_open{mode="simulator",status="UNCERTAIN"}';
  const before = (await read(inDoubt)) ?? 0;
  expect(before).toBeGreaterThan(0);
  expect(
    await read('shop_wallet_call_seconds_count{wallet="bkash",operation="query",outcome="http 5xx"}'),
  ).toBeGreaterThan(0);
  await simulator.noFaults();
  await shop.query(paymentId);
  expect((await read(inDoubt)) ?? 0).toBe(before - 1);
});

test("an order for a person, a discrepancy and a duplicate are counted until they are dealt with", async () => {
  const { shop, paymentId } = await authorised();
  await shop.execute(paymentId);
  const duplicates = 'shop_duplicates_not_refunded{mode="simulator"}';
  const toReview = 'shop_orders_to_review{reason="DUPLICATE_CAPTURE"}';
  const refunds = 'shop_refunds{status="SUCCEEDED"}';
  const [duplicatesBefore = 0, toReviewBefore = 0, refundsBefore = 0] = [
    await read(duplicates),
    await read(toReview),
    await read(refunds),
  ];
  await db.order.update({ where: { id: shop.orderId }, data: { reviewReason: "DUPLICATE_CAPTURE" } });
  const second = await db.payment.create({
    data: {
      orderId: shop.orderId,
      attempt: 2,
      provider: "bkash",
      mode: "simulator",
      status: "DUPLICATE",
      amountInPoisha: shop.totalInPoisha,
      invoiceNumber: `${shop.orderNumber}-2`,
      providerPaymentId: randomUUID(),
      trxId: randomUUID(),
      completedAt: new Date(),
    },
  });
  const open = await db.discrepancy.create({ data: { kind: "metrics test", subject: "S-1", detail: {} } });
  expect(await read('shop_discrepancies_open{kind="metrics test"}')).toBe(1);
  expect(await read(toReview)).toBe(toReviewBefore + 1);
  expect(await read(duplicates)).toBe(duplicatesBefore + 1);

  await db.refund.create({
    data: {
      paymentId: second.id,
      number: 1,
      amountInPoisha: shop.totalInPoisha,
      status: "SUCCEEDED",
      reason: "duplicate",
      refundTrxId: randomUUID(),
      completedAt: new Date(),
    },
  });
  await db.discrepancy.update({ where: { id: open.id }, data: { resolvedAt: new Date() } });
  expect((await read(duplicates)) ?? 0).toBe(duplicatesBefore);
  expect(await read('shop_discrepancies_open{kind="metrics test"}')).toBeUndefined();
  expect(await read(refunds)).toBe(refundsBefore + 1);
});

test("a job that never succeeded is infinitely late, one that did tells how long ago", async () => {
  await expect(recordRun("metrics-never", () => Promise.reject(new Error("no")))).rejects.toThrow();
  await recordRun("metrics-once", () => Promise.resolve(1));
  expect(await read('shop_job_last_success_seconds{job="metrics-never"}')).toBe(Infinity);
  expect(await read('shop_job_last_success_seconds{job="metrics-once"}')).toBeLessThan(30);
});

test("messages that wait are counted with their lag", async () => {
  await openShop();
  expect(await read('shop_outbox_messages{state="waiting"}')).toBeGreaterThan(0);
  await deliverMessages({ senders: [], linkTo: orderLink, limit: 1000, deadlineMs: 10_000 });
  expect(await read('shop_outbox_messages{state="waiting"}')).toBe(0);
  expect(await read("shop_outbox_lag_seconds")).toBe(0);
});

test("token calls and pauses are told by wallet and mode, and no credential stands among the labels", async () => {
  await authorised();
  expect(await read('shop_token_calls_last_hour{wallet="bkash",mode="simulator"}')).toBeGreaterThan(0);
  expect(await read('shop_payments_paused_seconds{wallet="bkash",mode="simulator"}')).toBe(0);
  expect(await read('shop_wallet_well{wallet="bkash"}')).toBe(1);
  const { text } = await renderMetrics();
  // Its last part is told from the credentials. Other tests of this database keep tokens under names of their own.
  const keys = await db.walletToken.findMany({
    where: { key: { startsWith: "bkash:" } },
    select: { key: true },
  });
  expect(keys.length).toBeGreaterThan(0);
  for (const { key } of keys) expect(text).not.toContain(key.split(":").at(-1));
});

test("a webhook that was not taken is counted by what became of it", async () => {
  processMetrics().webhooksNotTaken.inc({ wallet: "bkash", kind: "refused" });
  expect(await read('shop_webhooks_not_taken_total{wallet="bkash",kind="refused"}')).toBe(1);
});

test("every metric that an alarm or the handbook names is told, and every one that is told is in the handbook", async () => {
  const { text } = await renderMetrics();
  const told = [...text.matchAll(/^# HELP (shop_\w+)/gm)].map(([, name]) => name ?? "");
  const namedIn = (file: string) => new Set(readFileSync(file, "utf8").match(/\bshop_\w+/g));
  for (const name of namedIn("docs/alerts.yml")) expect(told).toContain(name);
  expect([...namedIn("docs/operations.md")].toSorted()).toEqual(told.toSorted());
});

test("every alarm is explained, and every job that an alarm waits for runs", () => {
  const alarms = readFileSync("docs/alerts.yml", "utf8");
  const handbook = readFileSync("docs/operations.md", "utf8");
  for (const [, name = "?"] of alarms.matchAll(/alert: (\w+)/g)) expect(handbook).toContain(`**${name}**`);
  const waitedFor = [...alarms.matchAll(/job=~?"([\w|-]+)"\}\)? >/g)].flatMap(([, jobs = ""]) =>
    jobs.split("|"),
  );
  expect(waitedFor.length).toBeGreaterThan(3);
  for (const job of waitedFor) expect(repeatedJobs.map(({ name }) => name)).toContain(job);
});
