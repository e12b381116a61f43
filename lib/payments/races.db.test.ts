import { db } from "@/lib/platform/db";
import { bkash, openShop, type TestShop } from "@/lib/testing/open-shop";
import { paidShop } from "@/lib/testing/refund-shop";
import { startShopProcess, type ShopProcess } from "@/lib/testing/start-shop-process";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { openWebhookInbox, type WebhookInbox } from "@/lib/testing/webhook-inbox";
import { claimForExecution } from "./payment-repository";
import { webhooksOf } from "./providers/webhooks";
import { receiveWebhook } from "./receive-webhook";
import { settlePayment } from "./settle-payment";

// Eight processes of the shop at once, on one database and one bKash: whatever they do together has one effect.

const PROCESSES = 8;
/** Connections of each: eight processes and the other tests share one PostgreSQL. */
process.env.DATABASE_POOL = "6";
jest.setTimeout(180_000);

let simulator: RunningSimulator;
let inbox: WebhookInbox;
let processes: ShopProcess[];
beforeAll(async () => {
  simulator = await startSimulator();
  inbox = await openWebhookInbox(simulator);
  processes = await Promise.all(Array.from({ length: PROCESSES }, () => startShopProcess()));
});
beforeEach(() => simulator.reset());
afterAll(async () => {
  await Promise.all(processes.map((each) => each.kill()));
  await inbox.close();
  await simulator.stop();
});

/** All of them do it, each so many times at once. */
const all = async (work: Parameters<ShopProcess["ask"]>[0], times: number): Promise<string[]> =>
  (await Promise.all(processes.map((each) => each.ask(work, times)))).flat();

async function authorised(): Promise<{ shop: TestShop; paymentId: string; paymentID: string }> {
  const shop = await openShop();
  const opened = await shop.open();
  await simulator.authorise(opened.paymentID);
  return { shop, ...opened };
}

/** One settlement, one movement in the books, one step of the order, one message. */
async function expectPaidOnce(shop: TestShop, paymentId: string): Promise<void> {
  expect(await shop.orderStatus()).toBe("PAID");
  expect((await shop.history(paymentId)).filter((status) => status === "COMPLETED")).toHaveLength(1);
  expect(await db.ledgerTransaction.count({ where: { ref: paymentId } })).toBe(1);
  expect(await db.orderEvent.count({ where: { orderId: shop.orderId, to: "PAID" } })).toBe(1);
  expect(await db.outboxMessage.count({ where: { orderId: shop.orderId, topic: "order-paid" } })).toBe(1);
}

test.each([1, 2, 3])(
  "C11: 50 executes at once in each of 8 processes reach bKash once (round %i)",
  async () => {
    const { shop, paymentId, paymentID } = await authorised();
    const accessToken = shop.viewer.accessToken ?? "";
    const said = await all({ verb: "execute", paymentId, accessToken }, 50);
    expect(said).toHaveLength(50 * PROCESSES);
    expect(await simulator.count("execute", paymentID)).toBeLessThanOrEqual(1);
    // Of so many some may be asked to come back, because no connection to the database is free. The next one is told.
    for (const word of said.filter((text) => /^[A-Z]+$/.test(text)))
      expect(["EXECUTING", "COMPLETED"]).toContain(word);
    expect(await shop.execute(paymentId)).toMatchObject({ status: "COMPLETED" });
    expect(await simulator.count("execute", paymentID)).toBe(1);
    expect(await simulator.count("query", paymentID)).toBe(0);
    await expectPaidOnce(shop, paymentId);
  },
);

test("50 clicks at once in each of 8 processes leave one window open", async () => {
  const shop = await openShop();
  const { orderNumber } = shop;
  await all({ verb: "create", orderNumber, accessToken: shop.viewer.accessToken ?? "" }, 50);
  const live = { orderId: shop.orderId, status: { in: ["NEW" as const, "CREATED" as const] } };
  expect(await db.payment.count({ where: live })).toBeLessThanOrEqual(1);
  expect(await simulator.count("create")).toBeLessThanOrEqual(5); // each may have bKash send an SMS
});

test("200 buyers for 50 pieces: 50 have bought, nobody else was charged, and none is left", async () => {
  const { variantId, orderId } = await openShop({ priceInPoisha: 10_000, stock: 51 });
  const { sku, stock } = await db.variant.findUniqueOrThrow({ where: { id: variantId } });
  expect(stock).toBe(50);
  const said: string[] = [];
  for (let wave = 0; wave < 5; wave++) said.push(...(await all({ verb: "buy", sku }, 5)));
  expect(said).toHaveLength(200);
  expect(said.filter((word) => word === "OUT_OF_STOCK")).toHaveLength(150);
  expect((await db.variant.findUniqueOrThrow({ where: { id: variantId } })).stock).toBe(0);
  // On a machine with much to do an answer may have been missed: the regular check finds it.
  const theirs = { id: { not: orderId }, lines: { some: { variantId } } };
  await db.payment.updateMany({
    where: { order: theirs, status: { in: ["EXECUTING", "UNCERTAIN"] } },
    data: { nextCheckAt: new Date(0) },
  });
  await all({ verb: "reconcile" }, 1);
  expect(await db.order.groupBy({ by: ["status"], where: theirs, _count: true })).toEqual([
    { status: "PAID", _count: 50 },
  ]);
  expect(await simulator.captures()).toHaveLength(50);
});

test("C45: reconcilers and polls of 8 processes, a webhook and execute's late answer settle a payment once", async () => {
  const { shop, paymentId, paymentID } = await authorised();
  inbox.clear();
  await inbox.subscribe("2");
  inbox.clear();
  await claimForExecution({ id: paymentId, orderId: shop.orderId });
  const late = await bkash().execute(paymentID);
  const webhook = await inbox.nth(1);
  await shop.letTimePass(76);
  const webhooks = webhooksOf("bkash");
  if (!webhooks) throw new Error("bKash has no webhooks");
  const take = async () => {
    const received = await receiveWebhook(bkash(), webhooks, webhook);
    if (received.kind === "taken") await received.afterwards?.();
  };
  await Promise.all([
    all({ verb: "reconcile" }, 4),
    all({ verb: "query", paymentId, accessToken: shop.viewer.accessToken ?? "" }, 4),
    take(),
    take(),
    settlePayment(paymentId, late, "execute"),
    settlePayment(paymentId, late, "execute"),
  ]);
  await expectPaidOnce(shop, paymentId);
  expect(await simulator.count("query", paymentID)).toBeLessThanOrEqual(2);
});

test("C45: reconcilers of 8 processes share what is due: each payment is asked about once", async () => {
  const due = await Promise.all(Array.from({ length: 10 }, authorised));
  for (const { shop, paymentId } of due) {
    await claimForExecution({ id: paymentId, orderId: shop.orderId });
    await shop.letTimePass(76);
  }
  const failed = await all({ verb: "reconcile" }, 2);
  expect(new Set(failed)).toEqual(new Set(["0"]));
  for (const { shop, paymentId, paymentID } of due) {
    expect((await shop.payment(paymentId)).status).toBe("UNCERTAIN");
    expect(await simulator.count("query", paymentID)).toBe(1);
  }
});

test("C39: merchants in 8 processes who refund the whole at once give it back once", async () => {
  const shop = await paidShop(simulator);
  const amountInPoisha = shop.totalInPoisha;
  const said = await all({ verb: "refund", paymentId: shop.paymentId, amountInPoisha }, 4);
  expect(said.filter((word) => word === "refunded")).toHaveLength(1);
  expect(await simulator.count("refund", shop.paymentID)).toBe(1);
  expect(await simulator.refunds()).toHaveLength(1);
  expect(await shop.orderStatus()).toBe("REFUNDED");
});
