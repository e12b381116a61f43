import { db } from "@/lib/platform/db";
import { openShop, bkash, type TestShop } from "@/lib/testing/open-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { cancelPayment } from "./cancel-payment";
import { claimForExecution, takeCheck } from "./payment-repository";
import { readPaymentState } from "./payment-state";
import { reconcilePayments } from "./reconcile-payments";
import { settlePayment } from "./settle-payment";
import { poisha } from "@/lib/kernel/money";

// The real payment core on a real PostgreSQL, with bKash answering over HTTP from another process.

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const reconcile = () => reconcilePayments({ limit: 50, deadlineMs: 10_000 });
const LOST = { fault: "answer-lost", how: "reset" };
const NEVER_ARRIVED = { fault: "never-arrived", how: "reset" };

async function authorised(): Promise<{ shop: TestShop; paymentId: string; paymentID: string }> {
  const shop = await openShop();
  const opened = await shop.open();
  await simulator.authorise(opened.paymentID);
  return { shop, ...opened };
}

/** bKash has taken the money and said "Initiated" when asked: the shopper may pay anew, and the payment is watched. */
async function capturedButWatched(): Promise<{ shop: TestShop; paymentId: string }> {
  const { shop, paymentId, paymentID } = await authorised();
  await simulator.fault({ operation: "execute", ...LOST });
  await simulator.fault({ operation: "query", fault: "still-initiated", paymentID, times: 2 });
  await shop.execute(paymentId);
  await shop.letTimePass(121);
  expect(await shop.query(paymentId)).toMatchObject({ status: "WATCH" });
  return { shop, paymentId };
}

test("a purchase is one create, one execute and no query at bKash, and its history says so", async () => {
  const { shop, paymentId, paymentID } = await authorised();
  const paid = await shop.execute(paymentId);
  const [capture] = await simulator.captures();
  expect(paid).toMatchObject({ status: "COMPLETED", orderStatus: "PAID", trxId: capture?.trxID });
  expect(capture).toMatchObject({
    amountInPoisha: shop.totalInPoisha,
    merchantInvoiceNumber: `${shop.orderNumber}-1`,
  });
  expect(await shop.history(paymentId)).toEqual(["NEW", "CREATED", "EXECUTING", "COMPLETED"]);
  expect(await shop.query(paymentId)).toMatchObject({ status: "COMPLETED" });
  expect(await simulator.count("create")).toBe(1);
  expect(await simulator.count("execute", paymentID)).toBe(1);
  expect(await simulator.count("query")).toBe(0);
});

test("C17: when the answer to execute is lost, the shop asks and the order is paid", async () => {
  const { shop, paymentId } = await authorised();
  await simulator.fault({ operation: "execute", ...LOST });
  expect(await shop.execute(paymentId)).toMatchObject({ status: "COMPLETED", orderStatus: "PAID" });
  expect(await shop.history(paymentId)).toEqual(["NEW", "CREATED", "EXECUTING", "UNCERTAIN", "COMPLETED"]);
  expect(await simulator.count("execute")).toBe(1);
  expect(await simulator.captures()).toHaveLength(1);
});

test("C18: while bKash says nothing at all, the payment stays in doubt and no other can be opened", async () => {
  const { shop, paymentId } = await authorised();
  await simulator.fault({ operation: "execute", ...LOST });
  await simulator.fault({ operation: "query", fault: "status-500", times: "always" });
  expect(await shop.execute(paymentId)).toMatchObject({ status: "UNCERTAIN", orderStatus: "PENDING" });
  expect(await shop.create()).toMatchObject({ ok: false, code: "PAYMENT_IN_PROGRESS" });
  // Not even after the settle window: silence is not "Initiated".
  await shop.letTimePass(600);
  expect(await shop.query(paymentId)).toMatchObject({ status: "UNCERTAIN" });
  expect(await shop.create()).toMatchObject({ ok: false, code: "PAYMENT_IN_PROGRESS" });

  await simulator.noFaults();
  await shop.letTimePass(600);
  expect(await shop.query(paymentId)).toMatchObject({ status: "COMPLETED", orderStatus: "PAID" });
  expect(await simulator.captures()).toHaveLength(1);
});

test("C19: when execute never arrived, the shopper starts again after the settle window and pays once", async () => {
  const { shop, paymentId } = await authorised();
  await simulator.fault({ operation: "execute", ...NEVER_ARRIVED });
  expect(await shop.execute(paymentId)).toMatchObject({ status: "UNCERTAIN" });
  expect(await shop.create()).toMatchObject({ ok: false, code: "PAYMENT_IN_PROGRESS" });

  await shop.letTimePass(121);
  expect(await shop.query(paymentId)).toMatchObject({ status: "WATCH" });
  const again = await shop.open();
  await simulator.authorise(again.paymentID);
  expect(await shop.execute(again.paymentId)).toMatchObject({ status: "COMPLETED", orderStatus: "PAID" });
  expect(await simulator.captures()).toHaveLength(1);
  expect((await shop.payment(paymentId)).status).toBe("WATCH");
});

test("C19, C20: a payment that completes late, after another has paid the order, is found and flagged to be given back", async () => {
  const { shop, paymentId } = await capturedButWatched();
  const again = await shop.open();
  await simulator.authorise(again.paymentID);
  await shop.execute(again.paymentId);

  await shop.letTimePass(3600);
  await reconcile();
  expect((await shop.payment(paymentId)).status).toBe("DUPLICATE");
  const order = await db.order.findUniqueOrThrow({ where: { id: shop.orderId } });
  expect(order).toMatchObject({
    status: "PAID",
    paidPaymentId: again.paymentId,
    reviewReason: "DUPLICATE_CAPTURE",
  });
});

test("C11: 50 requests at once to execute reach bKash once", async () => {
  const { shop, paymentId, paymentID } = await authorised();
  const answers = await Promise.all(Array.from({ length: 50 }, () => shop.execute(paymentId)));
  expect(await simulator.count("execute", paymentID)).toBe(1);
  expect(answers.filter(({ status }) => status === "COMPLETED").length).toBeGreaterThan(0);
  for (const { status } of answers) expect(["EXECUTING", "COMPLETED"]).toContain(status);
  expect(await shop.orderStatus()).toBe("PAID");
});

test("C15, C16: a payment claimed by a process that died is taken up by the reconciler, whether bKash got it or not", async () => {
  const got = await authorised();
  const lost = await authorised();
  for (const { shop, paymentId, paymentID } of [got, lost]) {
    expect(await claimForExecution({ id: paymentId, orderId: shop.orderId })).toEqual({
      providerPaymentId: paymentID,
    });
  }
  await bkash().execute(got.paymentID); // its answer died with the process
  await reconcile();
  expect((await got.shop.payment(got.paymentId)).status).toBe("EXECUTING"); // its lease has not run out

  for (const { shop } of [got, lost]) await shop.letTimePass(76);
  await reconcile();
  expect(await got.shop.orderStatus()).toBe("PAID");
  expect((await lost.shop.payment(lost.paymentId)).status).toBe("UNCERTAIN");
  await lost.shop.letTimePass(121);
  await reconcile();
  expect((await lost.shop.payment(lost.paymentId)).status).toBe("WATCH");
  expect(await simulator.count("execute")).toBe(1); // jobs ask, they never execute
});

test("C45: two reconcilers at once ask about a payment once", async () => {
  const { shop, paymentId, paymentID } = await authorised();
  await simulator.fault({ operation: "execute", ...LOST });
  await simulator.fault({ operation: "query", fault: "status-500" });
  await shop.execute(paymentId);
  await shop.letTimePass(60);
  await Promise.all([reconcile(), reconcile(), reconcile(), shop.query(paymentId)]);
  expect(await shop.orderStatus()).toBe("PAID");
  expect(await simulator.count("query", paymentID)).toBe(2); // the one that failed, and one more
});

test.each([
  ["wrong-amount", "another amount"],
  ["wrong-currency", "another currency"],
  ["wrong-invoice", "another invoice"],
  ["wrong-payment-id", "another paymentID"],
])("C29: an answer with %s never pays the order, and a person is called (%s)", async (fault) => {
  const { shop, paymentId } = await authorised();
  await simulator.fault({ operation: "execute", fault });
  expect(await shop.execute(paymentId)).toMatchObject({ status: "MISMATCH", orderStatus: "PENDING" });
  const order = await db.order.findUniqueOrThrow({ where: { id: shop.orderId } });
  expect(order.reviewReason).toBe("MISMATCH");
  expect(await readPaymentState(order)).toMatchObject({ mayPay: false });
  expect(await shop.create()).toMatchObject({ ok: false, code: "PAYMENT_IN_PROGRESS" });
});

test.each([
  "html",
  "empty",
  "truncated",
  "system-error-9999",
  "status-500",
  "status-504",
  "error-2003",
  "error-2029",
  "error-2062",
  "error-2117",
  "error-2999",
])(
  "C17, C33: %s in answer to execute is no answer: the payment is in doubt until bKash is asked",
  async (fault) => {
    const { shop, paymentId } = await authorised();
    await simulator.fault({ operation: "execute", fault });
    await simulator.fault({ operation: "query", fault: "status-500" });
    expect(await shop.execute(paymentId)).toMatchObject({ status: "UNCERTAIN", orderStatus: "PENDING" });
  },
);

test("a clear no from bKash ends the payment, and the shopper reads why", async () => {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID, "01823074817");
  const declined = await shop.execute(paymentId);
  expect(declined).toMatchObject({ status: "DECLINED", orderStatus: "PENDING" });
  expect(declined.refusal?.customer.en).toContain("balance is too low");
  expect(await simulator.count("query")).toBe(0);
  expect(await shop.create()).toMatchObject({ ok: true });
});

test("C08: a token that bKash no longer takes is renewed and the call is sent once more", async () => {
  const { shop, paymentId } = await authorised();
  await simulator.fault({ operation: "execute", fault: "token-expired" });
  expect(await shop.execute(paymentId)).toMatchObject({ status: "COMPLETED", orderStatus: "PAID" });
  expect(await simulator.captures()).toHaveLength(1);
});

test("C09, C12: closing the window cancels a payment only while nobody executes it", async () => {
  const { shop, paymentId } = await authorised();
  await simulator.fault({ operation: "execute", fault: "slow", delayMs: 800 });
  const executing = shop.execute(paymentId);
  await waitUntil(async () => (await shop.payment(paymentId)).status === "EXECUTING");
  expect(await cancelPayment({ paymentId, viewer: shop.viewer })).toMatchObject({ status: "EXECUTING" });
  expect(await executing).toMatchObject({ status: "COMPLETED" });

  const other = await authorised();
  expect(await cancelPayment({ paymentId: other.paymentId, viewer: other.shop.viewer })).toMatchObject({
    status: "CANCELLED",
  });
  expect(await other.shop.execute(other.paymentId)).toMatchObject({ status: "CANCELLED" });
  expect(await simulator.count("execute", other.paymentID)).toBe(0);
});

test("a new click replaces the window that was open before, which can no longer be paid", async () => {
  const { shop, paymentId: first, paymentID } = await authorised();
  const second = await shop.open();
  expect((await shop.payment(first)).status).toBe("CANCELLED");
  await shop.execute(first);
  expect(await simulator.count("execute", paymentID)).toBe(0);
  await simulator.authorise(second.paymentID);
  expect(await shop.execute(second.paymentId)).toMatchObject({ status: "COMPLETED" });
});

test("C01: the same click sent twice opens one payment", async () => {
  const shop = await openShop();
  const first = await shop.create("one-click-0001");
  const second = await shop.create("one-click-0001");
  expect(second).toEqual(first);
  expect(await simulator.count("create")).toBe(1);
});

test("many clicks at once leave at most one window open", async () => {
  const shop = await openShop();
  const results = await Promise.all(Array.from({ length: 5 }, () => shop.create()));
  expect(results.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  expect(
    await db.payment.count({ where: { orderId: shop.orderId, status: { in: ["NEW", "CREATED"] } } }),
  ).toBe(1);
});

test("C48: bKash cannot be opened without end for one order: each time it may send an SMS", async () => {
  const shop = await openShop();
  for (let opened = 0; opened < 5; opened++) await shop.open();
  expect(await shop.create()).toMatchObject({ ok: false, code: "TOO_MANY_PAYMENTS" });
  await shop.letTimePass(601);
  expect(await shop.create()).toMatchObject({ ok: true });
});

test.each(["wrong-amount", "wrong-invoice", "wrong-currency", "html", "status-500", "system-error-9999"])(
  "C06, C07: when create is answered with %s, no window opens and the next click works",
  async (fault) => {
    const shop = await openShop();
    await simulator.fault({ operation: "create", fault });
    expect(await shop.create()).toMatchObject({ ok: false });
    const [dropped] = await db.payment.findMany({ where: { orderId: shop.orderId } });
    expect(dropped?.status).toBe("ABANDONED");
    expect(await shop.create()).toMatchObject({ ok: true });
  },
);

test("what a dead process left unfinished before any money could move is swept away", async () => {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await shop.letTimePass(31 * 60);
  await reconcile();
  expect((await shop.payment(paymentId)).status).toBe("EXPIRED");
  expect(await simulator.count("query", paymentID)).toBe(0);
});

test("money for a cancelled order pays it while the goods are there, and is flagged when they are gone", async () => {
  for (const [stock, expected] of [
    [5, { order: "PAID", payment: "COMPLETED", left: 4 }],
    [0, { order: "CANCELLED", payment: "DUPLICATE", left: 0 }],
  ] as const) {
    const { shop, paymentId } = await capturedButWatched();
    await db.order.update({ where: { id: shop.orderId }, data: { status: "CANCELLED" } });
    await db.variant.update({ where: { id: shop.variantId }, data: { stock } });
    await shop.letTimePass(3600);
    await reconcile();
    expect(await shop.orderStatus()).toBe(expected.order);
    expect((await shop.payment(paymentId)).status).toBe(expected.payment);
    expect((await db.variant.findUniqueOrThrow({ where: { id: shop.variantId } })).stock).toBe(expected.left);
  }
});

test("C30: one receipt number never pays two orders", async () => {
  const first = await authorised();
  await first.shop.execute(first.paymentId);
  const { trxId } = await first.shop.payment(first.paymentId);
  const second = await authorised();
  await claimForExecution({ id: second.paymentId, orderId: second.shop.orderId });
  const status = await settlePayment(
    second.paymentId,
    {
      kind: "completed",
      trxId: trxId ?? "",
      amount: poisha(second.shop.totalInPoisha),
      currency: "BDT",
      invoiceNumber: `${second.shop.orderNumber}-1`,
      providerPaymentId: second.paymentID,
    },
    "execute",
  );
  expect(status).toBe("MISMATCH");
  expect(await second.shop.orderStatus()).toBe("PENDING");
});

test("C45: settling twice, or ten times at once, is settling once", async () => {
  const { shop, paymentId, paymentID } = await authorised();
  await claimForExecution({ id: paymentId, orderId: shop.orderId });
  const outcome = await bkash().execute(paymentID);
  const statuses = await Promise.all(
    Array.from({ length: 10 }, () => settlePayment(paymentId, outcome, "query")),
  );
  expect(new Set(statuses)).toEqual(new Set(["COMPLETED"]));
  expect((await shop.history(paymentId)).filter((status) => status === "COMPLETED")).toHaveLength(1);
});

test("while an order waits for bKash's answer its stock is not given away, whatever the clock says", async () => {
  const { shop, paymentId } = await authorised();
  await claimForExecution({ id: paymentId, orderId: shop.orderId });
  await db.order.update({ where: { id: shop.orderId }, data: { holdUntil: new Date(Date.now() - 1000) } });
  const { releaseExpiredOrders } = await import("@/lib/orders/release-expired-orders");
  await releaseExpiredOrders({ limit: 100 });
  expect(await shop.orderStatus()).toBe("PENDING");
});

test("C13: an order whose goods are no longer kept is not executed", async () => {
  const { shop, paymentId, paymentID } = await authorised();
  await db.order.update({ where: { id: shop.orderId }, data: { holdUntil: new Date(Date.now() - 1000) } });
  expect(await shop.execute(paymentId)).toMatchObject({ status: "CANCELLED" });
  expect(await simulator.count("execute", paymentID)).toBe(0);
});

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((wake) => setImmediate(wake));
}

test("after a change of mode nobody asks the new bKash about the old one's payments, and none is executed", async () => {
  const { shop, paymentId, paymentID } = await authorised();
  await db.$executeRaw`UPDATE "Payment" SET mode = 'sandbox' WHERE id = ${paymentId}::uuid`;
  await expect(shop.execute(paymentId)).rejects.toThrow("PAYMENT_NOT_FOUND");
  await db.$executeRaw`UPDATE "Payment" SET status = 'UNCERTAIN', "nextCheckAt" = now() WHERE id = ${paymentId}::uuid`;
  await reconcile();
  expect(await shop.query(paymentId)).toMatchObject({ status: "UNCERTAIN" });
  expect(await simulator.count("query", paymentID)).toBe(0);
  expect(await simulator.count("execute", paymentID)).toBe(0);
});

test("C32: when bKash calls a payment a duplicate, the one before it is asked about: it may have gone through", async () => {
  const { shop, paymentId } = await capturedButWatched();

  const again = await shop.open();
  await simulator.authorise(again.paymentID);
  await simulator.fault({ operation: "execute", fault: "error-2029", paymentID: again.paymentID });
  await shop.execute(again.paymentId);
  const order = await db.order.findUniqueOrThrow({ where: { id: shop.orderId } });
  expect(order).toMatchObject({ status: "PAID", paidPaymentId: paymentId });
  expect(await simulator.captures()).toHaveLength(1);
  expect(await shop.create()).toMatchObject({ ok: false, code: "ALREADY_PAID" });
});

test("a shopper who may pay anew is told that an earlier payment is still watched, and of money that came twice", async () => {
  const { shop } = await capturedButWatched();
  const again = await shop.open();
  const order = () => db.order.findUniqueOrThrow({ where: { id: shop.orderId } });
  expect(await readPaymentState(await order())).toMatchObject({ isWatched: true, hasDuplicate: false });
  await simulator.authorise(again.paymentID);
  await shop.execute(again.paymentId);
  await shop.letTimePass(3600);
  await reconcile();
  expect(await readPaymentState(await order())).toMatchObject({ isWatched: false, hasDuplicate: true });
});

test("while execute is on its way nobody asks bKash about the payment, however urgent it seems", async () => {
  const { shop, paymentId, paymentID } = await authorised();
  await claimForExecution({ id: paymentId, orderId: shop.orderId });
  expect(await takeCheck(paymentId, "urgent")).toBe(false);
  await shop.letTimePass(76);
  expect(await takeCheck(paymentId)).toBe(true);
  expect(await simulator.count("query", paymentID)).toBe(0);
});
