import { db } from "@/lib/platform/db";
import { letTokenTimePass } from "@/lib/testing/let-token-time-pass";
import { bkash, openShop, type TestShop } from "@/lib/testing/open-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { PaymentsPaused } from "./payment-provider";
import { reconcilePayments } from "./reconcile-payments";
import { walletHealth } from "./wallet-health";

// What the shop does while bKash is away, and after it.

let simulator: RunningSimulator;
let clockMs = 0;
beforeAll(async () => {
  simulator = await startSimulator();
  const now = Date.now;
  jest.spyOn(Date, "now").mockImplementation(() => now() + clockMs);
});
beforeEach(async () => {
  clockMs = 0;
  delete (globalThis as { __paymentProviders?: unknown }).__paymentProviders;
  await simulator.reset();
  await simulator.noFaults();
  await db.$executeRaw`DELETE FROM "WalletTokenCall"`;
  await db.$executeRaw`DELETE FROM "WalletToken"`;
});
afterAll(() => simulator.stop());

const DOWN = { fault: "status-503", times: "always" };
const tokenCalls = async () => (await simulator.count("grant")) + (await simulator.count("refresh"));

async function pass(seconds: number, shops: readonly TestShop[]): Promise<void> {
  clockMs += seconds * 1000;
  await letTokenTimePass(simulator, seconds);
  for (const shop of shops) await shop.letTimePass(seconds);
}

/** Shoppers click until the shop has understood that bKash is away. */
async function clickUntilItIsKnown(clicks = 5): Promise<void> {
  for (let click = 0; click < clicks; click++)
    expect(await (await openShop()).create()).toEqual({ ok: false, code: "WALLET_UNAVAILABLE" });
}

test("C41: bKash is down for an hour: opening stops honestly and at once, the authorised still execute, questions go on after it", async () => {
  const [authorised, inDoubt, late] = [await openShop(), await openShop(), await openShop()];
  const all = [authorised, inDoubt, late];
  const first = await authorised.open();
  const second = await inDoubt.open();
  await simulator.authorise(first.paymentID);
  await simulator.authorise(second.paymentID);
  for (const operation of ["create", "query", "grant", "refresh", "refund"])
    await simulator.fault({ operation, ...DOWN });
  await clickUntilItIsKnown();
  expect(await walletHealth("bkash")).toMatchObject({
    kind: "silent",
    reason: expect.stringContaining("503"),
  });

  // The next click costs its shopper no wait, and bKash no call.
  const created = await simulator.count("create");
  const clickedAt = performance.now();
  await expect(late.create()).rejects.toThrow(PaymentsPaused);
  expect(performance.now() - clickedAt).toBeLessThan(5_000);
  expect(await simulator.count("create")).toBe(created);
  expect(await db.payment.count({ where: { orderId: late.orderId } })).toBe(0);

  // Two who have typed their PIN: one gets through, the other's answer is lost.
  expect((await authorised.execute(first.paymentId)).status).toBe("COMPLETED");
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  expect((await inDoubt.execute(second.paymentId)).status).toBe("UNCERTAIN");

  // An hour goes by: the system goes on asking, gently, and tries for tokens as its budget allows.
  const asked = await simulator.count("query");
  for (let minute = 1; minute <= 60; minute++) {
    await pass(60, all);
    await bkash().renewToken();
    await reconcilePayments({ limit: 100, deadlineMs: 10_000 });
    expect((await inDoubt.payment(second.paymentId)).status).toBe("UNCERTAIN");
  }
  expect((await simulator.count("query")) - asked).toBeLessThanOrEqual(60);
  expect(await tokenCalls()).toBeLessThanOrEqual(3); // one before the hour, at most two in it

  await simulator.noFaults();
  await pass(120, all);
  await bkash().renewToken();
  await reconcilePayments({ limit: 100, deadlineMs: 10_000 });
  expect((await inDoubt.payment(second.paymentId)).status).toBe("COMPLETED");
  expect(await inDoubt.orderStatus()).toBe("PAID");
  expect(await walletHealth("bkash")).toEqual({ kind: "well" });
  expect(await late.create()).toMatchObject({ ok: true });
}, 60_000);

test("C18: while bKash is silent a payment in doubt stays so, whoever asks about it and however often", async () => {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  for (const operation of ["create", "query"])
    await simulator.fault({ operation, fault: "never-arrived", how: "reset", times: "always" });
  expect((await shop.execute(paymentId)).status).toBe("UNCERTAIN");
  await clickUntilItIsKnown(4); // the question after execute is the fifth
  for (let question = 0; question < 12; question++) {
    await shop.letTimePass(120);
    expect((await shop.query(paymentId)).status).toBe("UNCERTAIN");
  }
  // One after execute, and then, the clock standing still, none: the breaker lets one try after a second or more.
  expect(await simulator.count("query", paymentID)).toBeLessThan(12);
  await simulator.noFaults();
  clockMs += 5_000;
  await shop.letTimePass(120);
  expect((await shop.query(paymentId)).status).toBe("COMPLETED");
});

test("C41: without a token the wallet is paused, and says why; nothing is opened", async () => {
  await simulator.fault({ operation: "grant", ...DOWN });
  const shop = await openShop();
  await expect(shop.create()).rejects.toMatchObject({ name: "PaymentsPaused", retryAfterSeconds: 300 });
  expect(await walletHealth("bkash")).toMatchObject({
    kind: "paused",
    reason: expect.stringContaining("503"),
  });
  await expect(shop.create()).rejects.toThrow(PaymentsPaused);
  expect(await tokenCalls()).toBe(1);
  await simulator.noFaults();
  await pass(301, [shop]);
  expect(await shop.create()).toMatchObject({ ok: true });
  expect(await walletHealth("bkash")).toEqual({ kind: "well" });
});

test("C21: after a second 401 an execute is in doubt and was sent twice at most; at create it is an error", async () => {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  await simulator.fault({ operation: "execute", fault: "unauthorized", times: 2 });
  expect((await shop.execute(paymentId)).status).toBe("UNCERTAIN");
  expect(await simulator.count("execute", paymentID)).toBe(2);
  expect(await simulator.count("query", paymentID)).toBe(1);
  expect(await tokenCalls()).toBe(2);

  // The hour's token calls are spent: the next 401 is not followed by another call for a token, nor by a second create.
  const other = await openShop();
  await simulator.fault({ operation: "create", fault: "unauthorized" });
  expect(await other.create()).toEqual({ ok: false, code: "WALLET_UNAVAILABLE" });
  expect(await simulator.count("create")).toBe(2);
  expect(await tokenCalls()).toBe(2);
  // The token that we have may still be good: it is not thrown away for one 401.
  expect(await other.create()).toMatchObject({ ok: true });
});

test("a question in a shopper's request takes its ten seconds and no more, also when a token has to be got first", async () => {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  await simulator.fault({ operation: "query", fault: "status-503" });
  await shop.execute(paymentId);
  await pass(62 * 60, [shop]);
  delete (globalThis as { __paymentProviders?: unknown }).__paymentProviders;
  await simulator.fault({ operation: "refresh", fault: "slow", delayMs: 5_000, realTime: true });
  const provider = bkash();
  const askedAt = performance.now();
  await expect(provider.query(paymentID, { deadlineMs: 1_000 })).rejects.toThrow(PaymentsPaused);
  expect(performance.now() - askedAt).toBeLessThan(4_500);
  // The token that came too late for it serves the next.
  await new Promise((wake) => setTimeout(wake, 5_000));
  expect(await provider.query(paymentID, { deadlineMs: 1_000 })).toMatchObject({ kind: "completed" });
  expect(await tokenCalls()).toBe(2);
}, 20_000);
