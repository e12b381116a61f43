import { claimForExecution } from "./payment-repository";
import { readPaymentState } from "./payment-state";
import { settlePayment } from "./settle-payment";
import { reconcilePayments } from "./reconcile-payments";
import { db } from "@/lib/platform/db";
import { logger } from "@/lib/platform/logger";
import { wireDatabase, type DatabaseWire } from "@/lib/testing/cut-database";
import { bkash, openShop, type TestShop } from "@/lib/testing/open-shop";
import { startShopProcess } from "@/lib/testing/start-shop-process";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";

// What can break from execute on: money has moved, and nobody may forget it or count it twice. Some of it breaks in a
// process of its own.
jest.setTimeout(60_000);

let simulator: RunningSimulator;
let database: DatabaseWire;
beforeAll(async () => {
  database = await wireDatabase();
  simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterEach(() => {
  database.mend();
  jest.restoreAllMocks();
});
afterAll(async () => {
  await simulator.stop();
  await database.close();
});

const reconcile = () => reconcilePayments({ limit: 50, deadlineMs: 10_000 });

interface Authorised {
  shop: TestShop;
  paymentId: string;
  paymentID: string;
}

async function authorised(): Promise<Authorised> {
  const shop = await openShop();
  const opened = await shop.open();
  await simulator.authorise(opened.paymentID);
  return { shop, ...opened };
}

/** One settlement, one movement in the books, one step of the order: nothing missing, nothing twice. */
async function expectPaidOnce({ shop, paymentId }: Authorised): Promise<void> {
  expect(await shop.orderStatus()).toBe("PAID");
  expect((await shop.history(paymentId)).filter((status) => status === "COMPLETED")).toHaveLength(1);
  expect(await db.ledgerTransaction.count({ where: { ref: paymentId } })).toBe(1);
  expect(await db.orderEvent.count({ where: { orderId: shop.orderId, to: "PAID" } })).toBe(1);
}

/** Executes in a process that dies at this place. */
async function dieWhileExecuting({ shop, paymentId }: Authorised, place: string): Promise<void> {
  const other = await startShopProcess({ failpoint: `${place}:kill` });
  void other.ask({ verb: "execute", paymentId, accessToken: shop.viewer.accessToken ?? "" });
  expect(await other.died).toBe("SIGKILL");
}

test("C15: a process that dies before bKash hears of execute: after the settle window the shopper may pay anew", async () => {
  const paying = await authorised();
  const { shop, paymentId } = paying;
  await dieWhileExecuting(paying, "execute:claimed");
  expect((await shop.payment(paymentId)).status).toBe("EXECUTING");
  expect(await shop.create()).toMatchObject({ ok: false, code: "PAYMENT_IN_PROGRESS" });
  await shop.letTimePass(76);
  await reconcile();
  expect((await shop.payment(paymentId)).status).toBe("UNCERTAIN");
  await shop.letTimePass(60);
  await reconcile();
  expect((await shop.payment(paymentId)).status).toBe("WATCH");
  expect(await simulator.count("execute")).toBe(0);
  expect(await shop.create()).toMatchObject({ ok: true });
});

test("C16, C43: a process that dies with bKash's yes in its hand: the question finds it, and the order is paid once", async () => {
  const paying = await authorised();
  await dieWhileExecuting(paying, "execute:answered");
  expect(await simulator.captures()).toHaveLength(1);
  expect(await paying.shop.orderStatus()).toBe("PENDING");
  await paying.shop.letTimePass(76);
  await reconcile();
  await expectPaidOnce(paying);
  expect(await simulator.count("execute")).toBe(1);
});

test("C25: a database that is away for a moment when bKash says yes costs nothing but that moment", async () => {
  const paying = await authorised();
  await simulator.fault({ operation: "execute", fault: "slow", delayMs: 400 });
  const executing = paying.shop.execute(paying.paymentId);
  await untilBkashHears(paying);
  database.cut();
  setTimeout(() => database.mend(), 700);
  expect(await executing).toMatchObject({ status: "COMPLETED" });
  await expectPaidOnce(paying);
  expect(await simulator.count("query")).toBe(0);
});

test("C25: a yes that cannot be written is in the log with its receipt, and settled by the regular check later", async () => {
  const paying = await authorised();
  const logged = jest.spyOn(logger, "error");
  await simulator.fault({ operation: "execute", fault: "slow", delayMs: 400 });
  const executing = paying.shop.execute(paying.paymentId);
  await untilBkashHears(paying);
  database.cut();
  await expect(executing).rejects.toThrow();
  database.mend();
  const [capture] = await simulator.captures();
  expect(logged).toHaveBeenCalledWith(
    expect.objectContaining({
      paymentId: paying.paymentId,
      outcome: expect.objectContaining({ kind: "completed", trxId: capture?.trxID }),
    }),
    expect.stringContaining("capture_unpersisted"),
  );
  expect((await paying.shop.payment(paying.paymentId)).status).toBe("EXECUTING");

  await paying.shop.letTimePass(76);
  await reconcile();
  await expectPaidOnce(paying);
  expect(await simulator.count("execute")).toBe(1);
});

test.each(["settle:locked", "settle:payment-written", "settle:booked", "settle:before-commit"])(
  "C26: a process that dies within the settlement (%s) leaves none of it, and the next one does all of it",
  async (place) => {
    const paying = await authorised();
    await dieWhileExecuting(paying, place);
    expect(await paying.shop.payment(paying.paymentId)).toMatchObject({ status: "EXECUTING", trxId: null });
    expect(await paying.shop.orderStatus()).toBe("PENDING");
    expect(await db.ledgerTransaction.count({ where: { ref: paying.paymentId } })).toBe(0);
    await paying.shop.letTimePass(76);
    await reconcile();
    await expectPaidOnce(paying);
  },
);

test.each(["error-2062", "error-2117"])(
  "C33: bKash that says “already” (%s) of a payment that it took is asked, and the order is paid",
  async (fault) => {
    const paying = await authorised();
    await simulator.fault({ operation: "execute", fault, committed: true });
    expect(await paying.shop.execute(paying.paymentId)).toMatchObject({ status: "COMPLETED", refusal: null });
    await expectPaidOnce(paying);
    expect(await simulator.count("query")).toBe(1);
  },
);

test("C32: a payment that bKash calls a duplicate without having taken any stays in doubt, and the shopper reads why", async () => {
  const { shop, paymentId } = await authorised();
  await simulator.fault({ operation: "execute", fault: "error-2029" });
  const told = await shop.execute(paymentId);
  expect(told).toMatchObject({ status: "UNCERTAIN", refusal: null });
  expect(told.hint?.en).toContain("wait a few minutes");
  expect(await simulator.captures()).toEqual([]);
});

test("C46: whoever opens the order's page anew is shown where the money is, from the order alone", async () => {
  const { shop, paymentId } = await authorised();
  const shown = async () => {
    const order = await db.order.findUniqueOrThrow({ where: { id: shop.orderId } });
    const { payment, mayPay } = await readPaymentState(order);
    return { paymentId: payment?.paymentId, status: payment?.status, mayPay };
  };
  expect(await shown()).toMatchObject({ paymentId, status: "CREATED" });
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  await simulator.fault({ operation: "query", fault: "status-500" });
  await shop.execute(paymentId);
  expect(await shown()).toEqual({ paymentId, status: "UNCERTAIN", mayPay: false });
  await shop.letTimePass(60);
  await reconcile();
  expect(await shown()).toEqual({ paymentId, status: "COMPLETED", mayPay: false });
});

test("C45: reconcilers, polls and the late answer of execute settle a payment once", async () => {
  const paying = await authorised();
  const { shop, paymentId, paymentID } = paying;
  await claimForExecution({ id: paymentId, orderId: shop.orderId });
  const late = await bkash().execute(paymentID);
  await shop.letTimePass(76);
  await Promise.all([
    ...Array.from({ length: 4 }, reconcile),
    ...Array.from({ length: 4 }, () => shop.query(paymentId)),
    ...Array.from({ length: 4 }, () => settlePayment(paymentId, late, "execute")),
  ]);
  await expectPaidOnce(paying);
  expect(await simulator.count("query", paymentID)).toBeLessThanOrEqual(1);
});

async function untilBkashHears({ paymentID }: Authorised): Promise<void> {
  while ((await simulator.count("execute", paymentID)) === 0)
    await new Promise((wake) => setTimeout(wake, 20));
}
