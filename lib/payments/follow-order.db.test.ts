import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { openShop, type TestShop } from "@/lib/testing/open-shop";
import { followOrder } from "./follow-order";
import type { PaymentState } from "./payment-state";

jest.setTimeout(60_000);

let simulator: RunningSimulator;
let clockMs = 0;
beforeAll(async () => {
  simulator = await startSimulator();
  const now = Date.now;
  jest.spyOn(Date, "now").mockImplementation(() => now() + clockMs);
});
afterAll(() => simulator.stop());
beforeEach(async () => {
  clockMs = 0;
  // Each test begins with a shop that has no bad experience of bKash.
  delete (globalThis as { __paymentProviders?: unknown }).__paymentProviders;
  await simulator.reset();
});

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

/** Time goes by for the shops' records and for what this process remembers of bKash. */
async function pass(shops: readonly TestShop[], seconds: number): Promise<void> {
  clockMs += seconds * 1000;
  for (const shop of shops) await shop.letTimePass(seconds);
}

interface OpenPage {
  shop: TestShop;
  looksInSeconds: number;
  isPaid: boolean;
}

/** Pages as browsers keep them: each looks when the shop said it should. Resolves with when which saw that it is paid. */
async function keepOpen(pages: OpenPage[], forSeconds: number): Promise<number[]> {
  const paidAfter: number[] = [];
  for (let passed = 0; passed < forSeconds && pages.some(({ isPaid }) => !isPaid);) {
    const open = pages.filter(({ isPaid }) => !isPaid);
    const step = Math.min(forSeconds - passed, ...open.map(({ looksInSeconds }) => looksInSeconds));
    await pass(
      pages.map(({ shop }) => shop),
      step,
    );
    passed += step;
    for (const one of open) {
      one.looksInSeconds -= step;
      if (one.looksInSeconds > 0) continue;
      const seen = await look(one.shop);
      one.looksInSeconds = (seen.lookAgainInMs ?? 0) / 1000;
      one.isPaid = seen.orderStatus === "PAID";
      if (one.isPaid) paidAfter.push(passed);
    }
  }
  return paidAfter;
}

test.each([0, 22, 180])(
  "with pages open, lost answers heal within 10 s of bKash answering again after %s s",
  async (outage) => {
    const pages: OpenPage[] = [];
    for (const looksInSeconds of [0.2, 1.1, 2]) {
      const { shop } = await inDoubt();
      pages.push({ shop, looksInSeconds, isPaid: false });
    }
    expect(await keepOpen(pages, outage)).toEqual([]);
    await simulator.noFaults();
    const healed = await keepOpen(pages, 60);
    expect(healed).toHaveLength(pages.length);
    expect(Math.max(...healed)).toBeLessThanOrEqual(10);
  },
);

test("however many pages look, bKash is asked at most every 5 s", async () => {
  const { shop, paymentID } = await inDoubt();
  await pass([shop], 60);
  await look(shop);
  const before = await simulator.count("query", paymentID);
  for (let second = 0; second < 20; second++) {
    await pass([shop], 1);
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
  await pass([shop], 60);
  expect((await look(shop)).orderStatus).toBe("PAID");
  expect(await simulator.count("query", paymentID)).toBe(0);
});

test("a page that shows another payment of the order finds out when the earlier one went through late", async () => {
  const { shop, paymentId } = await inDoubt();
  await simulator.noFaults();
  await simulator.fault({ operation: "query", fault: "still-initiated", times: 1 });
  await pass([shop], 125);
  expect((await look(shop)).payment?.status).toBe("WATCH");
  await shop.open();
  expect(await look(shop)).toMatchObject({ isWatched: true, payment: { status: "CREATED" } });
  await pass([shop], 31);
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
  await pass([shop], 30 * 60 + 1);
  const closed = await look(shop);
  expect(closed).toMatchObject({ openUntil: null, mayPay: true, payment: { status: "EXPIRED" } });
  expect(closed.mark).not.toBe(open.mark);
  expect(await simulator.count("query", paymentID)).toBe(0);
});

test("a bKash that hangs does not keep the page waiting, and its answer counts when it comes", async () => {
  const { shop, paymentID } = await inDoubt();
  await simulator.noFaults();
  await simulator.fault({ operation: "query", fault: "slow", delayMs: 8_000, realTime: true });
  await pass([shop], 5);
  const before = Date.now();
  const later: Promise<unknown>[] = [];
  const { orderNumber, viewer } = shop;
  const state = await followOrder({ orderNumber, viewer }, (work) => void later.push(work));
  expect(state?.payment?.status).toBe("UNCERTAIN");
  expect(Date.now() - before).toBeLessThan(7_500);
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
