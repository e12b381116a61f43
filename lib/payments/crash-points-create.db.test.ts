import { cancelPayment } from "./cancel-payment";
import { createPayment } from "./create-payment";
import { executePayment } from "./execute-payment";
import { queryPayment } from "./query-payment";
import { reconcilePayments } from "./reconcile-payments";
import { placeOrder } from "@/lib/orders/place-order";
import { db } from "@/lib/platform/db";
import { bkash, openShop, type TestShop } from "@/lib/testing/open-shop";
import { startShopProcess } from "@/lib/testing/start-shop-process";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";

// What can break before execute: no money has moved, and none may. Some of it breaks in a process of its own.
jest.setTimeout(60_000);

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const reconcile = () => reconcilePayments({ limit: 50, deadlineMs: 10_000 });

/** Opens a payment in a process that dies at this place, and returns what it left behind. */
async function dieWhileOpening(shop: TestShop, place: string) {
  const other = await startShopProcess({ failpoint: `${place}:kill` });
  const { orderNumber, viewer } = shop;
  void other.ask({ verb: "create", orderNumber, accessToken: viewer.accessToken ?? "" });
  expect(await other.died).toBe("SIGKILL");
  return db.payment.findFirstOrThrow({ where: { orderId: shop.orderId } });
}

test("C02: a price that changes after the order was placed changes neither the order nor what is paid for it", async () => {
  const shop = await openShop({ priceInPoisha: 125_000 });
  await db.variant.update({ where: { id: shop.variantId }, data: { priceInPoisha: 126_000 } });
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  expect(await shop.execute(paymentId)).toMatchObject({ status: "COMPLETED", orderStatus: "PAID" });
  const [capture] = await simulator.captures();
  expect(capture?.amountInPoisha).toBe(shop.totalInPoisha);

  const { sku } = await db.variant.findUniqueOrThrow({ where: { id: shop.variantId } });
  const anew = await placeOrder({
    lines: [{ sku, quantity: 1 }],
    contact: { name: "Rahima Khatun", phone: "+8801712345678" },
    delivery: { district: "dhaka", address: "Road 5" },
    locale: "bn",
  });
  expect(anew).toMatchObject({ ok: true, order: { totalInPoisha: shop.totalInPoisha + 126_000 - 125_000 } });
});

test("C04: a process that dies before bKash is asked leaves a row that is swept after two minutes", async () => {
  const shop = await openShop();
  const { id, status } = await dieWhileOpening(shop, "create:row-written");
  expect(status).toBe("NEW");
  expect(await simulator.count("create")).toBe(0);
  await shop.letTimePass(90);
  await reconcile();
  expect((await shop.payment(id)).status).toBe("NEW");
  await shop.letTimePass(31);
  await reconcile();
  expect(await shop.history(id)).toEqual(["NEW", "ABANDONED"]);
  expect(await simulator.count("query")).toBe(0);
  expect(await shop.create()).toMatchObject({ ok: true });
});

test("C05: the shopper need not wait for the sweep: a new click drops what a dead process began", async () => {
  const shop = await openShop();
  const { id } = await dieWhileOpening(shop, "create:answered");
  expect(await simulator.count("create")).toBe(1); // a paymentID that no browser ever saw
  const { paymentId, paymentID } = await shop.open();
  expect((await shop.payment(id)).status).toBe("CANCELLED");
  await simulator.authorise(paymentID);
  expect(await shop.execute(paymentId)).toMatchObject({ status: "COMPLETED", orderStatus: "PAID" });
  expect(await simulator.captures()).toHaveLength(1);
});

test.each(["answer-lost", "never-arrived"])(
  "C05: when create is met with silence (%s), no window opens and the next click works",
  async (fault) => {
    const shop = await openShop();
    await simulator.fault({ operation: "create", fault, how: "reset" });
    expect(await shop.create()).toMatchObject({ ok: false, code: "WALLET_UNAVAILABLE" });
    expect(await db.payment.findFirst({ where: { orderId: shop.orderId } })).toMatchObject({
      status: "ABANDONED",
      providerPaymentId: null,
    });
    expect(await shop.create()).toMatchObject({ ok: true });
  },
);

test.each(["truncated", "huge", "empty", "reset-mid-body"])(
  "C07: an answer to create that cannot be read (%s) opens nothing, although bKash made the payment",
  async (fault) => {
    const shop = await openShop();
    await simulator.fault({ operation: "create", fault });
    expect(await shop.create()).toMatchObject({ ok: false, code: "WALLET_UNAVAILABLE" });
    expect(await db.payment.findFirst({ where: { orderId: shop.orderId } })).toMatchObject({
      status: "ABANDONED",
      providerPaymentId: null,
    });
  },
);

test("C10: who authorised and went away is not charged: jobs ask nothing and execute nothing", async () => {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  for (const seconds of [60, 600, 1200]) {
    await shop.letTimePass(seconds);
    await reconcile();
  }
  expect((await shop.payment(paymentId)).status).toBe("EXPIRED");
  for (const operation of ["execute", "query"]) expect(await simulator.count(operation, paymentID)).toBe(0);
  expect(await simulator.captures()).toEqual([]);
  expect(await shop.create()).toMatchObject({ ok: true });
});

test("C31: bKash takes one invoice number twice, and the shop never sends it twice", async () => {
  const shop = await openShop();
  await shop.open();
  await shop.open();
  const payments = await db.payment.findMany({
    where: { orderId: shop.orderId },
    orderBy: { attempt: "asc" },
  });
  const numbers = payments.map(({ invoiceNumber }) => invoiceNumber);
  expect(numbers).toEqual([`${shop.orderNumber}-1`, `${shop.orderNumber}-2`]);

  const amount = payments[0]?.amountInPoisha as never;
  const [one, two] = [
    await bkash().create({ amount, invoiceNumber: "S-1-1" }),
    await bkash().create({ amount, invoiceNumber: "S-1-1" }),
  ];
  expect([one.kind, two.kind]).toEqual(["created", "created"]);
  const twice = db.payment.create({
    data: {
      orderId: shop.orderId,
      attempt: 3,
      provider: "bkash",
      mode: "simulator",
      amountInPoisha: amount,
      invoiceNumber: numbers[0] ?? "",
    },
  });
  await expect(twice).rejects.toMatchObject({ code: "P2002" });
});

test("C47: with the key of one order nothing can be done about, or learnt of, another's payment", async () => {
  const [own, other] = [await openShop(), await openShop()];
  const { paymentId, paymentID } = await other.open();
  await simulator.authorise(paymentID);
  const request = { paymentId, viewer: own.viewer };
  expect(await executePayment(bkash(), request)).toEqual({ ok: false, code: "PAYMENT_NOT_FOUND" });
  expect(await cancelPayment(request)).toBeNull();
  expect(await queryPayment(request)).toBeNull();
  expect((await other.payment(paymentId)).status).toBe("CREATED");
  expect(await simulator.count("execute")).toBe(0);
  expect(await other.execute(paymentId)).toMatchObject({
    status: "COMPLETED",
    orderNumber: other.orderNumber,
  });
  expect([await own.orderStatus(), await other.orderStatus()]).toEqual(["PENDING", "PAID"]);
});

test("C48: without an order and its key nobody has bKash send an SMS", async () => {
  const [own, other] = [await openShop(), await openShop()];
  for (const [orderNumber, viewer] of [
    [other.orderNumber, own.viewer],
    ["S-99999999", own.viewer],
    [other.orderNumber, {}],
  ] as const)
    expect(await createPayment(bkash(), { orderNumber, viewer })).toEqual({
      ok: false,
      code: "ORDER_NOT_FOUND",
    });
  expect(await simulator.count("create")).toBe(0);
});
