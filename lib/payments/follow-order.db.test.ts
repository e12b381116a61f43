import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { openShop, type TestShop } from "@/lib/testing/open-shop";
import { followOrder } from "./follow-order";
import type { PaymentState } from "./payment-state";

jest.setTimeout(60_000);

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.reset());

const look = async (shop: TestShop): Promise<PaymentState> => {
  const state = await followOrder({ orderNumber: shop.orderNumber, viewer: shop.viewer });
  if (!state) throw new Error("not found");
  return state;
};

/** The answer to execute was lost, and bKash has answered no question since. */
async function inDoubt() {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  await simulator.fault({ operation: "query", fault: "status-500", times: "always" });
  expect((await shop.execute(paymentId)).status).toBe("UNCERTAIN");
  return { shop, paymentId, paymentID };
}

/** The page as a browser keeps it: looks when the shop said it should. Resolves with the seconds until it knows. */
async function secondsUntilPaid(shop: TestShop, state: PaymentState): Promise<number> {
  for (let waited = 0, wait = state.lookAgainInMs ?? 0; waited < 120;) {
    await shop.letTimePass(wait / 1000);
    waited += wait / 1000;
    const seen = await look(shop);
    if (seen.orderStatus === "PAID") return waited;
    wait = seen.lookAgainInMs ?? 0;
  }
  throw new Error("not paid within two minutes");
}

test("with the page open, a lost answer heals within 10 s of bKash answering again, however long it was away", async () => {
  const healed: number[] = [];
  for (const outage of [0, 3, 8, 22, 44, 75, 180]) {
    const { shop } = await inDoubt();
    let state = await look(shop);
    for (let passed = 0; passed < outage;) {
      const wait = Math.min((state.lookAgainInMs ?? 0) / 1000, outage - passed);
      await shop.letTimePass(wait);
      passed += wait;
      state = await look(shop);
    }
    await simulator.noFaults();
    healed.push(await secondsUntilPaid(shop, state));
  }
  expect(Math.max(...healed)).toBeLessThanOrEqual(10);
});

test("however many pages look, bKash is asked at most every 5 s", async () => {
  const { shop, paymentID } = await inDoubt();
  await shop.letTimePass(60);
  await look(shop);
  const before = await simulator.count("query", paymentID);
  for (let second = 0; second < 20; second++) {
    await shop.letTimePass(1);
    await Promise.all([look(shop), look(shop), look(shop)]);
  }
  expect(await simulator.count("query", paymentID)).toBeLessThanOrEqual(before + 4);
  expect(await simulator.count("query", paymentID)).toBeGreaterThanOrEqual(before + 3);
});

test("a page that looks while execute is on its way asks bKash nothing, nor after a clear answer", async () => {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  await simulator.fault({ operation: "execute", fault: "slow", delayMs: 600 });
  const executing = shop.execute(paymentId);
  for (let looks = 0; looks < 5; looks++) {
    await look(shop);
    await new Promise((wake) => setTimeout(wake, 50));
  }
  await executing;
  await shop.letTimePass(60);
  expect((await look(shop)).orderStatus).toBe("PAID");
  expect(await simulator.count("query", paymentID)).toBe(0);
});

test("a page that shows another payment of the order finds out when the earlier one went through late", async () => {
  const { shop, paymentId } = await inDoubt();
  await simulator.noFaults();
  await simulator.fault({ operation: "query", fault: "still-initiated", times: 1 });
  await shop.letTimePass(125);
  expect((await look(shop)).payment?.status).toBe("WATCH");
  await shop.open();
  expect(await look(shop)).toMatchObject({ isWatched: true, payment: { status: "CREATED" } });
  await shop.letTimePass(31);
  expect(await look(shop)).toMatchObject({
    orderStatus: "PAID",
    payment: { paymentId, status: "COMPLETED" },
  });
});

test("a window that nobody finished in time is closed by whoever looks, without a question to bKash", async () => {
  const shop = await openShop();
  const { paymentID } = await shop.open();
  const open = await look(shop);
  expect(open.openUntil).not.toBeNull();
  await shop.letTimePass(30 * 60 + 1);
  const closed = await look(shop);
  expect(closed).toMatchObject({ openUntil: null, mayPay: true, payment: { status: "EXPIRED" } });
  expect(closed.mark).not.toBe(open.mark);
  expect(await simulator.count("query", paymentID)).toBe(0);
});

test("a bKash that hangs does not keep the page waiting, and its answer counts when it comes", async () => {
  const { shop, paymentID } = await inDoubt();
  await simulator.noFaults();
  await simulator.fault({ operation: "query", fault: "slow", delayMs: 5_000, realTime: true });
  await shop.letTimePass(5);
  const before = Date.now();
  const later: Promise<unknown>[] = [];
  const { orderNumber, viewer } = shop;
  const state = await followOrder({ orderNumber, viewer }, (work) => void later.push(work));
  expect(state?.payment?.status).toBe("UNCERTAIN");
  expect(Date.now() - before).toBeLessThan(4_800);
  await Promise.all(later);
  expect(later).toHaveLength(1);
  expect(await shop.orderStatus()).toBe("PAID");
  expect(await simulator.count("query", paymentID)).toBe(2);
});

test("nobody follows an order that is not theirs", async () => {
  const [shop, other] = [await openShop(), await openShop()];
  expect(await followOrder({ orderNumber: shop.orderNumber, viewer: other.viewer })).toBeNull();
  expect(await followOrder({ orderNumber: "S-' OR 1", viewer: shop.viewer })).toBeNull();
});
