import { releaseExpiredOrders } from "@/lib/orders/release-expired-orders";
import { db } from "@/lib/platform/db";
import { bkash, openShop } from "@/lib/testing/open-shop";
import {
  booksOf,
  letDaysPass,
  letRefundTimePass,
  paidShop,
  paidTwiceShop,
  refundsOf,
  withRefunds,
  type PaidShop,
} from "@/lib/testing/refund-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { reconcilePayments } from "./reconcile-payments";
import { reconcileRefunds } from "./reconcile-refunds";
import { claimForSending } from "./refund-repository";
import { reserveRefund } from "./reserve-refund";
import { settleRefund } from "./settle-refund";

// The real refund core on a real PostgreSQL, with bKash answering over HTTP from another process. bKash's own profile of
// Checkout (iFrame): one refund of a payment.

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(async () => {
  await simulator.reset();
  // What an earlier test left in doubt is none of this one's business.
  await db.$executeRaw`UPDATE "Refund" SET "nextCheckAt" = NULL`;
  await db.$executeRaw`UPDATE "Payment" SET "nextCheckAt" = NULL`;
});
afterAll(() => simulator.stop());

const reconcile = () => reconcileRefunds({ limit: 50, deadlineMs: 20_000 });
const LOST = { operation: "refund", fault: "answer-lost", how: "reset" };
const NEVER_ARRIVED = { operation: "refund", fault: "never-arrived", how: "reset" };
const NO_STATUS = { operation: "refundStatus", fault: "status-500", times: "always" };

const reviewOf = async ({ orderId }: { orderId: string }) =>
  (await db.order.findUniqueOrThrow({ where: { id: orderId } })).reviewReason;

const onlyRefundOf = async (shop: { orderId: string }) => {
  const [refund, ...others] = await refundsOf(shop);
  if (!refund || others.length > 0) throw new Error(`${others.length + (refund ? 1 : 0)} refunds`);
  return refund;
};

const reservedOf = async ({ paymentId }: { paymentId: string }) =>
  (await db.payment.findUniqueOrThrow({ where: { id: paymentId } })).refundReservedInPoisha;

/** Writes a refund down as a merchant's click does, and sends nothing: the process died. */
async function reserved(shop: PaidShop): Promise<string> {
  const wish = { paymentId: shop.paymentId, amount: null, reason: "Sent back", requestedBy: null };
  const result = await db.$transaction((tx) =>
    reserveRefund(tx, { ...wish, idempotencyKey: null }, "merchant"),
  );
  if (!result.ok) throw new Error(result.code);
  return result.refundId;
}

test("a refund goes back once, and refund, order, history and books say so", async () => {
  const shop = await paidShop(simulator);
  expect(await shop.refund()).toMatchObject({ ok: true, status: "SUCCEEDED" });
  const [back] = await simulator.refunds();
  expect(back).toMatchObject({ paymentID: shop.paymentID, amountInPoisha: shop.totalInPoisha });
  const refund = await onlyRefundOf(shop);
  expect(refund).toMatchObject({ number: 1, status: "SUCCEEDED", refundTrxId: back?.trxID, sends: 1 });
  expect(refund.completedAt).not.toBeNull();
  expect(refund.events.map(({ to, source }) => `${to} ${source}`)).toEqual([
    "REQUESTED merchant",
    "SENDING merchant",
    "SUCCEEDED refund",
  ]);
  expect(refund.events[0]?.actor).toBe(refund.requestedBy);
  expect(await shop.orderStatus()).toBe("REFUNDED");
  const lines = await db.orderEvent.findMany({ where: { orderId: shop.orderId }, orderBy: { id: "asc" } });
  expect(lines.at(-1)).toMatchObject({
    from: "PAID",
    to: "REFUNDED",
    source: "refund",
    actor: refund.requestedBy,
  });
  expect(await booksOf(shop)).toEqual({ wallet: 0, sales: 0 });
  expect(await simulator.count("refund", shop.paymentID)).toBe(1);
  expect(await simulator.count("refundStatus", shop.paymentID)).toBe(0);
});

test("a refund names its amount, and the question about it names none", async () => {
  const shop = await paidShop(simulator);
  await simulator.fault(LOST);
  await shop.refund(50_000);
  await letRefundTimePass(shop, 11);
  await reconcile();
  const { trxId } = await shop.payment(shop.paymentId);
  expect(await simulator.bodies("refund", shop.paymentID)).toEqual([
    {
      paymentID: shop.paymentID,
      trxID: trxId,
      amount: "500.00",
      sku: `${shop.orderNumber}-1`,
      reason: "Sent back",
    },
  ]);
  expect(await simulator.bodies("refundStatus", shop.paymentID)).toEqual([
    { paymentID: shop.paymentID, trxID: trxId },
  ]);
});

test("after a part went back the order is partly refunded, and bKash gives back nothing more of it", async () => {
  const shop = await paidShop(simulator);
  expect(await shop.refund(40_000)).toMatchObject({ ok: true, status: "SUCCEEDED" });
  expect(await shop.orderStatus()).toBe("PARTIALLY_REFUNDED");
  expect(await booksOf(shop)).toEqual({
    wallet: shop.totalInPoisha - 40_000,
    sales: 40_000 - shop.totalInPoisha,
  });
  expect(await shop.refund(10_000)).toEqual({ ok: false, code: "NO_MORE_REFUNDS" });
  expect(await simulator.count("refund", shop.paymentID)).toBe(1);
});

test("C38: when the answer to a refund is lost, bKash is asked and never sent a second one", async () => {
  const shop = await paidShop(simulator);
  await simulator.fault(LOST);
  expect(await shop.refund()).toMatchObject({ ok: true, status: "UNKNOWN" });
  expect(await shop.orderStatus()).toBe("PAID");
  expect(await reservedOf(shop)).toBe(shop.totalInPoisha);
  await reconcile(); // it is not time yet
  expect(await simulator.count("refundStatus", shop.paymentID)).toBe(0);
  await letRefundTimePass(shop, 11);
  await reconcile();
  expect(await onlyRefundOf(shop)).toMatchObject({ status: "SUCCEEDED", sends: 1 });
  expect(await shop.orderStatus()).toBe("REFUNDED");
  expect(await booksOf(shop)).toEqual({ wallet: 0, sales: 0 });
  expect(await simulator.count("refund", shop.paymentID)).toBe(1);
  expect(await simulator.refunds()).toHaveLength(1);
});

test("C38: a refund that never arrived is sent again only after bKash said so, and not before a minute", async () => {
  const shop = await paidShop(simulator);
  await simulator.fault(NEVER_ARRIVED);
  expect(await shop.refund()).toMatchObject({ ok: true, status: "UNKNOWN" });
  await letRefundTimePass(shop, 31);
  await reconcile();
  expect(await onlyRefundOf(shop)).toMatchObject({ status: "UNKNOWN", sends: 1 });
  await letRefundTimePass(shop, 31);
  await reconcile();
  const refund = await onlyRefundOf(shop);
  expect(refund).toMatchObject({ status: "SUCCEEDED", sends: 2 });
  expect(refund.events.map(({ to }) => to)).toEqual([
    "REQUESTED",
    "SENDING",
    "UNKNOWN",
    "REQUESTED",
    "SENDING",
    "SUCCEEDED",
  ]);
  expect(await simulator.refunds()).toHaveLength(1);
  expect(await booksOf(shop)).toEqual({ wallet: 0, sales: 0 });
});

test("C38: while bKash says nothing, nothing is sent, a person is called, and it is asked all the same", async () => {
  const shop = await paidShop(simulator);
  await simulator.fault(LOST);
  await simulator.fault(NO_STATUS);
  await shop.refund();
  for (let check = 1; check <= 8; check++) {
    expect(await reviewOf(shop)).toBe(check <= 6 ? null : "REFUND_UNKNOWN");
    await letRefundTimePass(shop, 3600);
    await reconcile();
  }
  expect(await onlyRefundOf(shop)).toMatchObject({ status: "UNKNOWN", sends: 1, checks: 8 });
  await simulator.noFaults();
  await letRefundTimePass(shop, 3600);
  await reconcile();
  expect(await onlyRefundOf(shop)).toMatchObject({ status: "SUCCEEDED" });
  expect(await reviewOf(shop)).toBeNull();
  expect(await simulator.count("refund", shop.paymentID)).toBe(1);
});

test.each([
  ["an answer lost", { fault: "answer-lost", how: "reset" }],
  ["half an answer", { fault: "truncated" }],
  ["a cut connection", { fault: "reset-mid-body" }],
  ["an HTML page", { fault: "html", committed: true }],
  ["no body", { fault: "empty", committed: true }],
  ["a server error", { fault: "status-500", committed: true }],
  ["the gateway's timeout", { fault: "status-504", committed: true }],
  ["the system error", { fault: "system-error-9999", committed: true }],
  ["maintenance", { fault: "error-503", committed: true }],
  ["an unknown code", { fault: "error-2999", committed: true }],
  ["process failed", { fault: "error-2003", committed: true }],
  ["more than the original", { fault: "error-2026", committed: true }],
  ["already reversed", { fault: "error-2034", committed: true }],
  ["amount not valid", { fault: "error-2072", committed: true }],
  ["cannot be reversed", { fault: "error-2074", committed: true }],
  ["another amount", { fault: "wrong-amount" }],
  ["another currency", { fault: "wrong-currency" }],
])(
  "C38: %s in answer to a refund that went through is doubt, and the question finds the truth",
  async (_what, fault) => {
    const shop = await paidShop(simulator);
    await simulator.fault({ operation: "refund", ...fault });
    expect(await shop.refund()).toMatchObject({ ok: true, status: "UNKNOWN" });
    await letRefundTimePass(shop, 11);
    await reconcile();
    expect(await onlyRefundOf(shop)).toMatchObject({ status: "SUCCEEDED", sends: 1 });
    expect(await simulator.count("refund", shop.paymentID)).toBe(1);
  },
);

test.each([
  ["2023", "too little money"],
  ["2071", "too old"],
  ["2081", "takes no refund"],
  ["2077", "Invalid TrxID"],
])("a clear no (%s) ends a refund, frees its amount, and it can be tried again", async (code, words) => {
  const shop = await paidShop(simulator);
  await simulator.fault({ operation: "refund", fault: `error-${code}` });
  expect(await shop.refund()).toMatchObject({ ok: true, status: "FAILED" });
  const refund = await onlyRefundOf(shop);
  expect(refund).toMatchObject({ lastCode: code, nextCheckAt: null });
  expect(bkash().explainRefund(code)).toContain(words);
  expect(await reservedOf(shop)).toBe(0);
  expect(await shop.orderStatus()).toBe("PAID");
  expect(await shop.refund()).toMatchObject({ ok: true, status: "SUCCEEDED" });
  expect((await refundsOf(shop)).map(({ number, status }) => [number, status])).toEqual([
    [1, "FAILED"],
    [2, "SUCCEEDED"],
  ]);
});

test("a no to the second sending says nothing of the first: bKash is asked again", async () => {
  const shop = await paidShop(simulator);
  await simulator.fault(NEVER_ARRIVED);
  await shop.refund();
  await simulator.fault({ operation: "refund", fault: "error-2023" });
  await letRefundTimePass(shop, 61);
  await reconcile();
  expect(await onlyRefundOf(shop)).toMatchObject({ status: "UNKNOWN", sends: 2, lastCode: "2023" });
  expect(await reservedOf(shop)).toBe(shop.totalInPoisha);
});

test("what was refused three times, and never refunded, has failed", async () => {
  const shop = await paidShop(simulator);
  await simulator.fault({ operation: "refund", fault: "error-2074", times: "always" });
  await shop.refund();
  for (let round = 0; round < 3; round++) {
    await letRefundTimePass(shop, 61);
    await reconcile();
  }
  expect(await onlyRefundOf(shop)).toMatchObject({ status: "UNKNOWN", sends: 3 });
  await letRefundTimePass(shop, 601);
  await reconcile();
  expect(await onlyRefundOf(shop)).toMatchObject({ status: "FAILED", sends: 3, lastCode: "2074" });
  expect(await reservedOf(shop)).toBe(0);
  expect(await simulator.refunds()).toHaveLength(0);
});

test("C39: of two merchants who refund the whole at once one wins, and the other is told", async () => {
  const shop = await paidShop(simulator);
  const results = await Promise.all([shop.refund(), shop.refund()]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const lost = results.find(({ ok }) => !ok);
  expect(["REFUND_IN_PROGRESS", "ALL_REFUNDED"]).toContain(lost?.ok === false && lost.code);
  expect(await simulator.count("refund", shop.paymentID)).toBe(1);
  expect(await booksOf(shop)).toEqual({ wallet: 0, sales: 0 });
});

test("C39: 25 merchants at once, with whole and parts: one refund, never more than was taken", async () => {
  const shop = await paidShop(simulator);
  const results = await Promise.all(
    Array.from({ length: 25 }, (_, index) => shop.refund(index % 2 ? shop.totalInPoisha : 30_000 + index)),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await simulator.refunds()).toHaveLength(1);
  expect(await simulator.count("refund", shop.paymentID)).toBe(1);
  const refund = await onlyRefundOf(shop);
  expect(await reservedOf(shop)).toBe(refund.amountInPoisha);
});

test("C39: more than was taken is refused before bKash hears of it", async () => {
  const shop = await paidShop(simulator);
  expect(await shop.refund(shop.totalInPoisha + 1)).toEqual({
    ok: false,
    code: "AMOUNT_TOO_LARGE",
    left: shop.totalInPoisha,
  });
  expect(await shop.refund(0)).toMatchObject({ ok: false, code: "AMOUNT_TOO_LARGE" });
  expect(await simulator.count("refund", shop.paymentID)).toBe(0);
  await expect(
    db.payment.update({
      where: { id: shop.paymentId },
      data: { refundReservedInPoisha: shop.totalInPoisha + 1 },
    }),
  ).rejects.toThrow("refunds_within_payment");
});

test("C40: when the process dies after bKash gave the money back, the question proves it and the books say so", async () => {
  const shop = await paidShop(simulator);
  const refundId = await reserved(shop);
  expect(await claimForSending(refundId, "merchant", 15)).toEqual({ kind: "claimed", sends: 1 });
  const { trxId } = await shop.payment(shop.paymentId);
  await bkash().refund({
    providerPaymentId: shop.paymentID,
    trxId: trxId ?? "",
    amount: (await onlyRefundOf(shop)).amountInPoisha as never,
    sku: "x",
    reason: "x",
  }); // its answer died with the process
  await reconcile();
  expect((await onlyRefundOf(shop)).status).toBe("SENDING"); // its lease has not run out
  await letRefundTimePass(shop, 76);
  await reconcile();
  const refund = await onlyRefundOf(shop);
  expect(refund.events.map(({ to }) => to)).toEqual(["REQUESTED", "SENDING", "UNKNOWN", "SUCCEEDED"]);
  expect(await booksOf(shop)).toEqual({ wallet: 0, sales: 0 });
  expect(await shop.orderStatus()).toBe("REFUNDED");
  expect(await simulator.count("refund", shop.paymentID)).toBe(1);
});

test("C40: when the process dies before bKash heard of it, it is sent again after a minute's doubt", async () => {
  const shop = await paidShop(simulator);
  const refundId = await reserved(shop);
  await claimForSending(refundId, "merchant", 15);
  await letRefundTimePass(shop, 76);
  await reconcile();
  expect((await onlyRefundOf(shop)).status).toBe("UNKNOWN");
  await letRefundTimePass(shop, 61);
  await reconcile();
  expect(await onlyRefundOf(shop)).toMatchObject({ status: "SUCCEEDED", sends: 2 });
  expect(await simulator.count("refund", shop.paymentID)).toBe(1);
});

test("a refund whose process died before sending is sent by the next one, once", async () => {
  const shop = await paidShop(simulator);
  await reserved(shop);
  await letRefundTimePass(shop, 11);
  await Promise.all([reconcile(), reconcile(), reconcile()]);
  expect(await onlyRefundOf(shop)).toMatchObject({ status: "SUCCEEDED", sends: 1 });
  expect(await simulator.count("refund", shop.paymentID)).toBe(1);
});

test("two reconcilers at once ask about a refund once", async () => {
  const shop = await paidShop(simulator);
  await simulator.fault(LOST);
  await shop.refund();
  await letRefundTimePass(shop, 11);
  await Promise.all([reconcile(), reconcile(), reconcile()]);
  expect(await simulator.count("refundStatus", shop.paymentID)).toBe(1);
});

test("settling a refund ten times at once is settling it once", async () => {
  const shop = await paidShop(simulator);
  const refundId = await reserved(shop);
  await claimForSending(refundId, "merchant", 15);
  const { trxId } = await shop.payment(shop.paymentId);
  const receipt = {
    kind: "refunded",
    refundTrxId: `R${Date.now()}`,
    amount: (await onlyRefundOf(shop)).amountInPoisha as never,
    trxId,
    currency: "BDT",
  } as const;
  const statuses = await Promise.all(
    Array.from({ length: 10 }, () => settleRefund(refundId, receipt, "reconcile")),
  );
  expect(new Set(statuses)).toEqual(new Set(["SUCCEEDED"]));
  expect(await booksOf(shop)).toEqual({ wallet: 0, sales: 0 });
  expect((await onlyRefundOf(shop)).events.filter(({ to }) => to === "SUCCEEDED")).toHaveLength(1);
});

test("the late answer to a sending that was given up changes nothing, unless it is the receipt", async () => {
  const shop = await paidShop(simulator);
  const refundId = await reserved(shop);
  await claimForSending(refundId, "merchant", 15);
  await settleRefund(refundId, { kind: "lease over" }, "reconcile");
  await letRefundTimePass(shop, 61);
  await settleRefund(refundId, { kind: "not refunded" }, "reconcile");
  expect(await claimForSending(refundId, "reconcile", 15)).toEqual({ kind: "claimed", sends: 2 });
  expect(await settleRefund(refundId, { kind: "unknown", cause: "timeout" }, "refund", 1)).toBe("SENDING");
  expect(await settleRefund(refundId, { kind: "refused", code: "2023" }, "refund", 1)).toBe("SENDING");
  const { amountInPoisha } = await onlyRefundOf(shop);
  const receipt = {
    refundTrxId: `R${Date.now()}`,
    amount: amountInPoisha as never,
    trxId: null,
    currency: null,
  };
  expect(await settleRefund(refundId, { kind: "refunded", ...receipt }, "refund", 1)).toBe("SUCCEEDED");
});

test("money that went back under another receipt after a refund had ended is shown to a person", async () => {
  const shop = await paidShop(simulator);
  await shop.refund();
  const { id, amountInPoisha, refundTrxId } = await onlyRefundOf(shop);
  const second = `R${Date.now()}`;
  const receipt = { amount: amountInPoisha as never, trxId: null, currency: null };
  expect(await settleRefund(id, { kind: "refunded", refundTrxId: second, ...receipt }, "refund", 1)).toBe(
    "SUCCEEDED",
  );
  expect((await onlyRefundOf(shop)).refundTrxId).toBe(refundTrxId);
  expect(await db.discrepancy.findFirst({ where: { subject: second } })).toMatchObject({
    kind: "refund: another receipt",
    detail: { refundId: id, refundTrxId, status: "SUCCEEDED" },
  });
  expect(await booksOf(shop)).toEqual({ wallet: 0, sales: 0 });
});

test("the shopper is told once that money went back, with amount and receipt", async () => {
  const shop = await paidShop(simulator);
  await simulator.fault(LOST);
  await simulator.fault(NO_STATUS);
  await shop.refund(50_000);
  const told = async () =>
    (await db.outboxMessage.findMany({ where: { orderId: shop.orderId }, orderBy: { createdAt: "asc" } }))
      .filter(({ topic }) => topic.startsWith("refund"))
      .map(({ topic, body }) => ({ topic, body }));
  await letRefundTimePass(shop, 60);
  await reconcile();
  expect(await told()).toEqual([]); // a doubt that ends soon is not told
  for (let check = 0; check < 3; check++) {
    await letRefundTimePass(shop, 120);
    await reconcile();
  }
  const inDoubt = { topic: "refund-in-doubt", body: { amountInPoisha: 50_000 } };
  expect(await told()).toEqual([inDoubt]);
  await simulator.noFaults();
  await letRefundTimePass(shop, 3600);
  await reconcile();
  const { refundTrxId } = await onlyRefundOf(shop);
  expect(await told()).toEqual([
    inDoubt,
    { topic: "refunded", body: { amountInPoisha: 50_000, trxId: refundTrxId } },
  ]);
});

test("the same click sent twice is one refund; the same key for another amount is refused", async () => {
  const shop = await paidShop(simulator);
  const key = crypto.randomUUID();
  const [first, second] = await Promise.all([shop.refund(undefined, key), shop.refund(undefined, key)]);
  expect(first.ok && second.ok && first.refundId === second.refundId).toBe(true);
  expect(await shop.refund(100, key)).toEqual({ ok: false, code: "KEY_REUSED" });
  expect(await simulator.count("refund", shop.paymentID)).toBe(1);
});

test("after 15 days nothing is sent to bKash, and the merchant is told why", async () => {
  const shop = await paidShop(simulator);
  await letDaysPass(shop, 14.9);
  await letDaysPass(shop, 0.2);
  expect(await shop.refund()).toEqual({ ok: false, code: "TOO_OLD" });
  expect(await simulator.count("refund", shop.paymentID)).toBe(0);
});

test("a refund that waited for too long is not sent any more, and its amount is free again", async () => {
  const shop = await paidShop(simulator);
  await reserved(shop);
  await letDaysPass(shop, 15.1);
  await letRefundTimePass(shop, 11);
  await reconcile();
  const refund = await onlyRefundOf(shop);
  expect(refund.status).toBe("FAILED");
  expect(refund.events.at(-1)?.detail).toEqual({ cause: "too old" });
  expect(await reservedOf(shop)).toBe(0);
  expect(await simulator.count("refund", shop.paymentID)).toBe(0);
});

test("what took no money cannot be given back", async () => {
  const shop = await openShop();
  const opened = await shop.open();
  expect(await withRefunds(shop, opened).refund()).toEqual({ ok: false, code: "NOT_CAPTURED" });
  const nobody = { ...opened, paymentId: crypto.randomUUID() };
  expect(await withRefunds(shop, nobody).refund()).toEqual({ ok: false, code: "PAYMENT_NOT_FOUND" });
});

test("a payment of another mode is not given back by this bKash", async () => {
  const shop = await paidShop(simulator);
  await db.$executeRaw`UPDATE "Payment" SET mode = 'live' WHERE id = ${shop.paymentId}::uuid`;
  expect(await shop.refund()).toEqual({ ok: false, code: "OTHER_MODE" });
});

test("money that came twice goes back by itself, and the order stays paid", async () => {
  const shop = await paidTwiceShop(simulator);
  expect(await reviewOf(shop)).toBe("DUPLICATE_CAPTURE");
  expect(await booksOf(shop)).toMatchObject({ suspense: -shop.totalInPoisha });
  await Promise.all([reconcile(), reconcile()]);
  await letRefundTimePass(shop, 11);
  await Promise.all([reconcile(), reconcile()]);
  const refund = await onlyRefundOf(shop);
  expect(refund).toMatchObject({ status: "SUCCEEDED", requestedBy: null, paymentId: shop.paymentId });
  expect(await shop.orderStatus()).toBe("PAID");
  expect(await reviewOf(shop)).toBeNull();
  expect(await booksOf(shop)).toEqual({
    wallet: shop.totalInPoisha,
    sales: -shop.totalInPoisha,
    suspense: 0,
  });
  expect(await simulator.count("refund", shop.paymentID)).toBe(1);
});

test("a refund of a duplicate that failed is left to a person, and the order stays flagged", async () => {
  const shop = await paidTwiceShop(simulator);
  await simulator.fault({ operation: "refund", fault: "error-2023" });
  await reconcile();
  await letRefundTimePass(shop, 11);
  for (let round = 0; round < 3; round++) await reconcile();
  expect(await onlyRefundOf(shop)).toMatchObject({ status: "FAILED" });
  expect(await reviewOf(shop)).toBe("DUPLICATE_CAPTURE");
  expect(await shop.refund()).toMatchObject({ ok: true, status: "SUCCEEDED" });
  expect(await reviewOf(shop)).toBeNull();
});

test("money that came twice more than 15 days ago is left to a person, who is told why nothing can be sent", async () => {
  const shop = await paidTwiceShop(simulator);
  await letDaysPass(shop, 15.1);
  expect(await reconcile()).toMatchObject({ begun: 0 });
  expect(await refundsOf(shop)).toEqual([]);
  expect(await reviewOf(shop)).toBe("DUPLICATE_CAPTURE");
  expect(await shop.refund()).toEqual({ ok: false, code: "TOO_OLD" });
});

test("a duplicate whose refund nobody knows is shown as that, and as a duplicate only after it", async () => {
  const shop = await paidTwiceShop(simulator);
  await simulator.fault(NEVER_ARRIVED);
  await simulator.fault(NO_STATUS);
  await reconcile();
  for (let check = 0; check < 8; check++) {
    await letRefundTimePass(shop, 3600);
    await reconcile();
  }
  expect(await reviewOf(shop)).toBe("REFUND_UNKNOWN");
  await simulator.noFaults();
  await simulator.fault({ operation: "refund", fault: "error-2023", times: "always" });
  await letRefundTimePass(shop, 3600);
  await reconcile();
  expect(await reviewOf(shop)).toBe("DUPLICATE_CAPTURE");
});

test("money that came too late for its goods goes back by itself, and the order stays cancelled", async () => {
  const shop = await openShop();
  const opened = await shop.open();
  await simulator.authorise(opened.paymentID);
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  await simulator.fault({ operation: "query", fault: "still-initiated", times: 2 });
  await shop.execute(opened.paymentId);
  await shop.letTimePass(121);
  await shop.query(opened.paymentId);
  await db.order.update({ where: { id: shop.orderId }, data: { status: "CANCELLED" } });
  await db.variant.update({ where: { id: shop.variantId }, data: { stock: 0 } });
  await shop.letTimePass(3600);
  await reconcilePayments({ limit: 50, deadlineMs: 10_000 });
  expect(await reviewOf(shop)).toBe("LATE_CAPTURE_NO_STOCK");
  await reconcile();
  await letRefundTimePass(shop, 11);
  await reconcile();
  expect(await onlyRefundOf(shop)).toMatchObject({ status: "SUCCEEDED", requestedBy: null });
  expect(await shop.orderStatus()).toBe("CANCELLED");
  expect(await reviewOf(shop)).toBeNull();
  expect(await booksOf(shop)).toEqual({ wallet: 0, suspense: 0 });
});

test("a mismatch never goes back by itself, but a merchant may give back what was taken", async () => {
  const shop = await openShop();
  const opened = await shop.open();
  await simulator.authorise(opened.paymentID);
  await simulator.fault({ operation: "execute", fault: "wrong-invoice" });
  await shop.execute(opened.paymentId);
  await reconcile();
  expect(await refundsOf(shop)).toEqual([]);
  await db.$executeRaw`UPDATE "Order" SET "holdUntil" = now() - interval '1 minute' WHERE id = ${shop.orderId}::uuid`;
  await releaseExpiredOrders({ limit: 100 });
  expect(await shop.orderStatus()).toBe("PENDING"); // its money has moved, and nobody knows what for
  expect(await withRefunds(shop, opened).refund()).toMatchObject({ ok: true, status: "SUCCEEDED" });
  expect(await reviewOf(shop)).toBeNull();
  expect(await booksOf(shop)).toEqual({ wallet: 0, suspense: 0 });
  await releaseExpiredOrders({ limit: 100 });
  expect(await shop.orderStatus()).toBe("CANCELLED");
});

test("a refund whose bKash names another's receipt is in doubt", async () => {
  const first = await paidShop(simulator);
  await first.refund();
  const { refundTrxId } = await onlyRefundOf(first);
  const second = await paidShop(simulator);
  const refundId = await reserved(second);
  await claimForSending(refundId, "merchant", 15);
  const amount = (await onlyRefundOf(second)).amountInPoisha as never;
  const receipt = {
    kind: "refunded",
    refundTrxId: refundTrxId ?? "",
    amount,
    trxId: null,
    currency: null,
  } as const;
  expect(await settleRefund(refundId, receipt, "refund", 1)).toBe("UNKNOWN");
  expect(await settleRefund(refundId, receipt, "reconcile")).toBe("UNKNOWN");
});
