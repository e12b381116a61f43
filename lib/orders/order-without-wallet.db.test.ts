import { db } from "@/lib/platform/db";
import { openShop, type TestShop } from "@/lib/testing/open-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { chooseCashOnDelivery, holdOrderLonger, readOrderWithoutWallet } from "./order-without-wallet";
import { releaseExpiredOrders } from "./release-expired-orders";

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const payInCash = (shop: TestShop) => chooseCashOnDelivery(shop.orderNumber, shop.viewer);
const hold = (shop: TestShop) => holdOrderLonger(shop.orderNumber, shop.viewer);
const stockOf = async ({ variantId }: TestShop) =>
  (await db.variant.findUniqueOrThrow({ where: { id: variantId } })).stock;
const letHoldEnd = ({ orderId }: TestShop, hours = 2) =>
  db.$executeRaw`UPDATE "Order" SET "holdUntil" = "holdUntil" - ${hours} * interval '1 hour' WHERE id = ${orderId}::uuid`;
const wishes = ({ orderId }: TestShop) =>
  db.orderEvent.findMany({
    where: { orderId, source: "shopper" },
    select: { from: true, to: true, detail: true },
  });

test("an order that is paid in cash keeps its stock however long it takes, and its history says so once", async () => {
  const shop = await openShop({ stock: 3 });
  expect(await Promise.all([payInCash(shop), payInCash(shop)])).toEqual([{ ok: true }, { ok: true }]);
  await letHoldEnd(shop, 1000);
  await releaseExpiredOrders({ limit: 1000 });
  expect(await shop.orderStatus()).toBe("PENDING");
  expect(await stockOf(shop)).toBe(2);
  expect(await wishes(shop)).toEqual([
    { from: "PENDING", to: "PENDING", detail: { paymentMethod: "CASH_ON_DELIVERY" } },
  ]);
});

test("whoever has chosen cash may still pay with bKash", async () => {
  const shop = await openShop();
  await payInCash(shop);
  await letHoldEnd(shop);
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  expect((await shop.execute(paymentId)).status).toBe("COMPLETED");
  expect(await shop.orderStatus()).toBe("PAID");
  expect(await payInCash(shop)).toEqual({ ok: false, code: "NOT_PENDING" });
});

test("while money may have moved nothing else can be chosen", async () => {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  await simulator.fault({ operation: "query", fault: "status-503", times: "always" });
  expect((await shop.execute(paymentId)).status).toBe("UNCERTAIN");
  expect(await payInCash(shop)).toEqual({ ok: false, code: "PAYMENT_IN_PROGRESS" });
  expect(await hold(shop)).toEqual({ ok: false, code: "PAYMENT_IN_PROGRESS" });
  expect(await readOrderWithoutWallet(shop.orderId)).toMatchObject({ method: "WALLET", isFree: false });
  await simulator.noFaults();
});

test.each(["MISMATCH", "AUTHORISED", "CAPTURING", "VOIDING"] as const)(
  "nothing else can be chosen while a payment is %s",
  async (status) => {
    const shop = await openShop();
    const { paymentId } = await shop.open();
    await db.payment.update({ where: { id: paymentId }, data: { status } });
    expect(await payInCash(shop)).toEqual({ ok: false, code: "PAYMENT_IN_PROGRESS" });
  },
);

test("cash and execute at once: the money decides, whoever is first", async () => {
  for (let round = 0; round < 5; round++) {
    const shop = await openShop();
    const { paymentId, paymentID } = await shop.open();
    await simulator.authorise(paymentID);
    const [payment, cash] = await Promise.all([shop.execute(paymentId), payInCash(shop)]);
    expect(payment.status).toBe("COMPLETED");
    expect(await shop.orderStatus()).toBe("PAID");
    if (!cash.ok) expect(["NOT_PENDING", "PAYMENT_IN_PROGRESS"]).toContain(cash.code);
  }
});

test("an order is kept for a day, once, and is then cancelled like any other", async () => {
  const shop = await openShop({ stock: 3 });
  const asked = await Promise.all([hold(shop), hold(shop), hold(shop)]);
  expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
  const { holdUntil, isHeldLonger } = await readOrderWithoutWallet(shop.orderId);
  expect(isHeldLonger).toBe(true);
  expect((holdUntil.getTime() - Date.now()) / 3_600_000).toBeCloseTo(24, 1);
  await letHoldEnd(shop, 23);
  await releaseExpiredOrders({ limit: 1000 });
  expect(await shop.orderStatus()).toBe("PENDING");
  await letHoldEnd(shop, 2);
  await releaseExpiredOrders({ limit: 1000 });
  expect(await shop.orderStatus()).toBe("CANCELLED");
  expect(await stockOf(shop)).toBe(3);
  expect(await hold(shop)).toEqual({ ok: false, code: "NOT_PENDING" });
});

test("nobody chooses for an order that is not theirs", async () => {
  const shop = await openShop();
  const stranger = { accessToken: "a".repeat(43) };
  expect(await chooseCashOnDelivery(shop.orderNumber, stranger)).toEqual({
    ok: false,
    code: "ORDER_NOT_FOUND",
  });
  expect(await holdOrderLonger("S-1'; --", shop.viewer)).toEqual({ ok: false, code: "ORDER_NOT_FOUND" });
});
