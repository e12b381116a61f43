import type { PgBoss } from "pg-boss";
import type { PaymentStatus } from "@/generated/prisma/enums";
import { poisha } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { logger } from "@/lib/platform/logger";
import { processMetrics } from "@/lib/platform/metrics";
import { openQueue } from "@/lib/platform/send-job";
import { openShop, type TestShop } from "@/lib/testing/open-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import type { PaymentOutcome } from "./payment-provider";
import { claimForExecution } from "./payment-repository";
import { settlePayment } from "./settle-payment";

/** What one settlement writes, row by row; payments.db.test.ts tells what comes of it for shoppers. */

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterEach(() => {
  jest.restoreAllMocks();
  openQueue(undefined);
});
afterAll(() => simulator.stop());

interface Paying {
  shop: TestShop;
  paymentId: string;
  completed: Extract<PaymentOutcome, { kind: "completed" }>;
}

let receipts = 0;

/** A payment whose execute has been sent. `completed` is bKash's yes to it. */
async function executing(shop?: TestShop): Promise<Paying> {
  const open = shop ?? (await openShop());
  const { paymentId, paymentID } = await open.open();
  await claimForExecution({ id: paymentId, orderId: open.orderId });
  const { invoiceNumber, amountInPoisha } = await rowOf(paymentId);
  return {
    shop: open,
    paymentId,
    completed: {
      kind: "completed",
      trxId: `RECEIPT${++receipts}`,
      amount: poisha(amountInPoisha),
      currency: "BDT",
      invoiceNumber,
      providerPaymentId: paymentID,
    },
  };
}

const rowOf = (id: string) => db.payment.findUniqueOrThrow({ where: { id } });
const orderOf = ({ shop }: Paying) => db.order.findUniqueOrThrow({ where: { id: shop.orderId } });
const stockOf = async ({ shop }: Paying) =>
  (await db.variant.findUniqueOrThrow({ where: { id: shop.variantId } })).stock;
const events = (paymentId: string) =>
  db.paymentEvent.findMany({ where: { paymentId }, orderBy: { id: "asc" } });
const lastEvent = async (paymentId: string) => (await events(paymentId)).at(-1);
const bookings = (paymentId: string) => db.ledgerTransaction.findMany({ where: { ref: paymentId } });
const told = (orderId: string) =>
  db.outboxMessage.findMany({ where: { orderId, topic: "order-paid" }, select: { body: true } });

const unknown: PaymentOutcome = { kind: "unknown", cause: "no answer" };
const refused: PaymentOutcome = { kind: "refused", code: "2023" };

/** bKash allows to begin anew: the payment is only watched from now on. */
async function leaveBehind(paying: Paying): Promise<void> {
  await settlePayment(paying.paymentId, unknown, "execute");
  await paying.shop.letTimePass(121);
  expect(await settlePayment(paying.paymentId, { kind: "pending" }, "query")).toBe("WATCH");
}

test("a yes writes payment, history, books, order and message at once", async () => {
  const paying = await executing();
  const stock = await stockOf(paying);
  const { paymentId, completed } = paying;
  expect(await settlePayment(paymentId, completed, "execute")).toBe("COMPLETED");
  expect(await rowOf(paymentId)).toMatchObject({
    status: "COMPLETED",
    trxId: completed.trxId,
    checks: 0,
    nextCheckAt: null,
    lastCode: null,
    completedAt: expect.any(Date) as Date,
  });
  expect(await orderOf(paying)).toMatchObject({
    status: "PAID",
    paidPaymentId: paymentId,
    reviewReason: null,
  });
  expect(await bookings(paymentId)).toMatchObject([{ kind: "capture" }]);
  expect(await told(paying.shop.orderId)).toEqual([{ body: { trxId: completed.trxId } }]);
  expect(await stockOf(paying)).toBe(stock); // it was set aside when the order was placed
  expect(await lastEvent(paymentId)).toMatchObject({
    from: "EXECUTING",
    to: "COMPLETED",
    source: "execute",
    code: null,
    detail: {
      trxId: completed.trxId,
      amountInPoisha: completed.amount,
      currency: "BDT",
      invoiceNumber: completed.invoiceNumber,
      providerPaymentId: completed.providerPaymentId,
    },
  });
});

test("the same yes again writes nothing at all", async () => {
  const { paymentId, completed } = await executing();
  await settlePayment(paymentId, completed, "execute");
  const [row, history] = [await rowOf(paymentId), await events(paymentId)];
  const said = jest.spyOn(logger, "info");
  expect(await settlePayment(paymentId, completed, "webhook")).toBe("COMPLETED");
  expect(await rowOf(paymentId)).toEqual(row);
  expect(await events(paymentId)).toEqual(history);
  expect(said).not.toHaveBeenCalled();
});

test("a change is told once in the log, and how long it took when the order is paid", async () => {
  const paying = await executing();
  const said = jest.spyOn(logger, "info");
  const measured = jest.spyOn(processMetrics().timeToPaidSeconds, "observe");
  await settlePayment(paying.paymentId, unknown, "execute");
  expect(measured).not.toHaveBeenCalled();
  await settlePayment(paying.paymentId, paying.completed, "reconcile");
  expect(said.mock.calls.map(([fields]) => fields)).toEqual([
    {
      paymentId: paying.paymentId,
      from: "EXECUTING",
      to: "UNCERTAIN",
      source: "execute",
      ms: expect.any(Number) as number,
    },
    {
      paymentId: paying.paymentId,
      from: "UNCERTAIN",
      to: "COMPLETED",
      source: "reconcile",
      ms: expect.any(Number) as number,
    },
  ]);
  expect(measured).toHaveBeenCalledTimes(1);
});

test("what is unclear, and what a person must look at, is a warning; a clear answer is none", async () => {
  const warned = jest.spyOn(logger, "warn");
  const clear = await executing();
  await settlePayment(clear.paymentId, refused, "execute");
  const good = await executing();
  await settlePayment(good.paymentId, good.completed, "execute");
  expect(warned).not.toHaveBeenCalled();

  const unclear = await executing();
  await settlePayment(unclear.paymentId, unknown, "execute");
  expect(warned).toHaveBeenLastCalledWith(
    expect.objectContaining({ paymentId: unclear.paymentId, from: "EXECUTING", to: "UNCERTAIN" }),
    "a payment needs attention",
  );
  const wrong = await executing();
  await settlePayment(wrong.paymentId, { ...wrong.completed, amount: poisha(1) }, "query");
  expect(warned).toHaveBeenLastCalledWith(
    expect.objectContaining({ paymentId: wrong.paymentId, to: "MISMATCH", review: "MISMATCH" }),
    "a payment needs attention",
  );
  expect(warned).toHaveBeenCalledTimes(2);
});

test.each<[what: string, outcome: PaymentOutcome, detail: unknown]>([
  ["a doubt says why", unknown, { cause: "no answer" }],
  [
    "a long doubt is cut",
    { kind: "unknown", cause: "x".repeat(500), code: "9999" },
    { cause: "x".repeat(300) },
  ],
  [
    "a wallet that knows no such payment is quoted",
    { kind: "gone", code: "2002" },
    { cause: "the wallet knows no such payment (2002)" },
  ],
  ["a refusal has its code", refused, {}],
])("in the history %s", async (_what, outcome, detail) => {
  const { paymentId } = await executing();
  await settlePayment(paymentId, outcome, "execute");
  expect((await lastEvent(paymentId))?.detail).toEqual(detail);
});

test("in the history money that was set aside stands with what bKash said of it, and without a receipt", async () => {
  const { paymentId, completed } = await executing();
  await db.payment.update({ where: { id: paymentId }, data: { intent: "authorization" } });
  const { trxId: _none, ...record } = completed;
  expect(await settlePayment(paymentId, { ...record, kind: "authorised" }, "execute")).toBe("AUTHORISED");
  expect(await rowOf(paymentId)).toMatchObject({ trxId: null, completedAt: null });
  expect((await lastEvent(paymentId))?.detail).toEqual({
    amountInPoisha: completed.amount,
    currency: "BDT",
    invoiceNumber: completed.invoiceNumber,
    providerPaymentId: completed.providerPaymentId,
  });
  expect(await bookings(paymentId)).toEqual([]);
});

test.each<[what: string, outcome: PaymentOutcome, source: "execute" | "query", kept: string | null]>([
  ["of a refusal by execute", refused, "execute", "2023"],
  ["of a refusal by query", { kind: "refused", code: "Declined" }, "query", "Declined"],
  [
    "that leaves execute in doubt",
    { kind: "unknown", code: "2117", cause: "bKash answered 2117" },
    "execute",
    "2117",
  ],
  [
    "that is about a question is not",
    { kind: "unknown", code: "9999", cause: "bKash answered 9999 to query" },
    "query",
    null,
  ],
  ["that bKash knows no such payment is not", { kind: "gone", code: "2002" }, "query", null],
  ["of silence is not", unknown, "execute", null],
])("the code %s kept as the payment's own", async (_what, outcome, source, kept) => {
  const { paymentId } = await executing();
  await settlePayment(paymentId, outcome, source);
  expect((await rowOf(paymentId)).lastCode).toBe(kept);
});

test("a clear no ends the payment without a receipt, a booking or a further question, and leaves the order open", async () => {
  const paying = await executing();
  expect(await settlePayment(paying.paymentId, refused, "execute")).toBe("DECLINED");
  expect(await rowOf(paying.paymentId)).toMatchObject({ trxId: null, completedAt: null, nextCheckAt: null });
  expect(await bookings(paying.paymentId)).toEqual([]);
  expect(await orderOf(paying)).toMatchObject({ status: "PENDING", reviewReason: null });
  expect(await told(paying.shop.orderId)).toEqual([]);
});

test("a payment that was declined and went through after all pays its order", async () => {
  const paying = await executing();
  await settlePayment(paying.paymentId, refused, "execute");
  expect(await settlePayment(paying.paymentId, paying.completed, "webhook")).toBe("COMPLETED");
  expect(await orderOf(paying)).toMatchObject({ status: "PAID", paidPaymentId: paying.paymentId });
});

test("a payment that ended and that nobody asks about is asked about again when an answer to it is unclear", async () => {
  const { paymentId } = await executing();
  await settlePayment(paymentId, refused, "execute");
  expect((await rowOf(paymentId)).nextCheckAt).toBeNull();
  expect(await settlePayment(paymentId, unknown, "query")).toBe("DECLINED");
  expect(await rowOf(paymentId)).toMatchObject({ checks: 1, nextCheckAt: expect.any(Date) as Date });
});

test("money that bKash set aside in another amount is flagged, and booked by nobody: it was not taken", async () => {
  const paying = await executing();
  await db.payment.update({ where: { id: paying.paymentId }, data: { intent: "authorization" } });
  const { trxId: _none, ...record } = paying.completed;
  const wrong: PaymentOutcome = { ...record, kind: "authorised", amount: poisha(1) };
  expect(await settlePayment(paying.paymentId, wrong, "execute")).toBe("MISMATCH");
  expect(await bookings(paying.paymentId)).toEqual([]);
  expect((await orderOf(paying)).reviewReason).toBe("MISMATCH");
});

test("a receipt that another payment has already is logged, flagged, and booked to nobody", async () => {
  const [first, second] = [await executing(), await executing()];
  await settlePayment(first.paymentId, first.completed, "execute");
  const logged = jest.spyOn(logger, "error");
  const twice = { ...second.completed, trxId: first.completed.trxId };
  expect(await settlePayment(second.paymentId, twice, "execute")).toBe("MISMATCH");
  expect(logged).toHaveBeenCalledWith(
    { paymentId: second.paymentId, trxId: first.completed.trxId },
    "two payments with one receipt number",
  );
  expect(await rowOf(second.paymentId)).toMatchObject({ trxId: null });
  expect(await bookings(second.paymentId)).toEqual([]);
  expect(await orderOf(second)).toMatchObject({ status: "PENDING", reviewReason: "MISMATCH" });
});

test("money set aside for an order whose shopper has begun anew waits until that other payment has its end", async () => {
  const first = await executing();
  await db.payment.update({ where: { id: first.paymentId }, data: { intent: "authorization" } });
  await leaveBehind(first);
  const second = await executing(first.shop);
  const { trxId: _none, ...record } = first.completed;
  const authorised: PaymentOutcome = { ...record, kind: "authorised" };
  const checks = (await rowOf(first.paymentId)).checks;
  const warned = jest.spyOn(logger, "warn");
  expect(await settlePayment(first.paymentId, authorised, "query")).toBe("WATCH");
  expect((await rowOf(first.paymentId)).checks).toBe(checks + 1);
  expect((await rowOf(first.paymentId)).nextCheckAt).not.toBeNull();
  const cause = "set aside, while another payment of this order is under way";
  expect(warned).toHaveBeenCalledWith(
    expect.objectContaining({ outcome: { kind: "unknown", cause } }),
    expect.anything(),
  );

  await settlePayment(second.paymentId, refused, "execute");
  expect(await settlePayment(first.paymentId, authorised, "query")).toBe("AUTHORISED");
});

test("an error of the database that is no double receipt is thrown, and nothing is written", async () => {
  const { paymentId, completed } = await executing();
  const tooLong = { ...completed, currency: "\0" };
  await expect(settlePayment(paymentId, tooLong, "execute")).rejects.toThrow();
  expect((await rowOf(paymentId)).status).toBe("EXECUTING");
  const authorised: PaymentOutcome = { ...completed, kind: "authorised", currency: "\0" };
  await expect(settlePayment(paymentId, authorised, "execute")).rejects.toThrow();
  expect((await rowOf(paymentId)).status).toBe("EXECUTING");
});

test("a payment that does not exist is an error that names it", async () => {
  const nobody = "0197a000-0000-7000-8000-00000000ffff";
  await expect(settlePayment(nobody, unknown, "query")).rejects.toThrow(`No payment ${nobody}`);
});

describe("an order that was cancelled while the money was under way", () => {
  async function cancelled(stockLeft: number): Promise<Paying> {
    const paying = await executing();
    await settlePayment(paying.paymentId, unknown, "execute");
    await db.order.update({
      where: { id: paying.shop.orderId },
      data: { status: "CANCELLED", cancelledAt: new Date() },
    });
    await db.variant.update({ where: { id: paying.shop.variantId }, data: { stock: stockLeft } });
    return paying;
  }

  test("is paid when its goods can still be set aside", async () => {
    const paying = await cancelled(1);
    expect(await settlePayment(paying.paymentId, paying.completed, "query")).toBe("COMPLETED");
    expect(await orderOf(paying)).toMatchObject({ status: "PAID", reviewReason: null });
    expect(await stockOf(paying)).toBe(0);
  });

  test("is not, when they are gone: the money is owed, and a person is told why", async () => {
    const paying = await cancelled(0);
    expect(await settlePayment(paying.paymentId, paying.completed, "query")).toBe("DUPLICATE");
    expect(await orderOf(paying)).toMatchObject({
      status: "CANCELLED",
      reviewReason: "LATE_CAPTURE_NO_STOCK",
    });
    const entries = await db.ledgerEntry.findMany({ where: { transaction: { ref: paying.paymentId } } });
    expect(entries.map(({ account }) => account).toSorted()).toEqual(["suspense", "wallet"]);
  });

  test("keeps no goods aside for a doubt", async () => {
    const paying = await cancelled(5);
    await settlePayment(paying.paymentId, unknown, "query");
    expect(await stockOf(paying)).toBe(5);
  });
});

describe("the job that asks in a moment", () => {
  /** pg-boss, as far as what it is sent. */
  function queue() {
    const sent: string[] = [];
    openQueue({
      send: (_name: string, { key }: { key: string }) => Promise.resolve(void sent.push(key)),
    } as unknown as PgBoss);
    return sent;
  }

  test("is sent when a payment is in doubt", async () => {
    const { paymentId } = await executing();
    const sent = queue();
    await settlePayment(paymentId, unknown, "execute");
    expect(sent).toEqual([paymentId]);
  });

  test.each<[what: string, outcome: (paying: Paying) => PaymentOutcome]>([
    ["paid", ({ completed }) => completed],
    ["declined", () => refused],
  ])("is not sent when the payment is %s", async (_what, outcome) => {
    const paying = await executing();
    const sent = queue();
    await settlePayment(paying.paymentId, outcome(paying), "execute");
    expect(sent).toEqual([]);
  });

  test("is not sent for a payment that ended and that somebody says was captured: the regular check asks", async () => {
    const { paymentId } = await executing();
    await settlePayment(paymentId, refused, "execute");
    await db.payment.update({ where: { id: paymentId }, data: { nextCheckAt: new Date() } });
    const sent = queue();
    expect(await settlePayment(paymentId, unknown, "query")).toBe("DECLINED");
    expect((await rowOf(paymentId)).nextCheckAt).not.toBeNull();
    expect(sent).toEqual([]);
  });
});

describe("money of the same order that is set aside", () => {
  async function withSetAside(): Promise<{ paying: Paying; aside: string; due: Date }> {
    const paying = await executing();
    const { shop, paymentId } = paying;
    await leaveBehind(paying);
    const row = await rowOf(paymentId);
    const due = new Date("2040-01-01T00:00:00Z");
    // Another try of the same order, which stands in between: AUTHORISED from an earlier time.
    const aside = await db.payment.create({
      data: {
        orderId: shop.orderId,
        attempt: 9,
        provider: row.provider,
        mode: row.mode,
        intent: "authorization",
        status: "AUTHORISED",
        amountInPoisha: row.amountInPoisha,
        invoiceNumber: `${row.invoiceNumber}-9`,
        providerPaymentId: `ASIDE${receipts}`,
        nextCheckAt: due,
      },
      select: { id: true },
    });
    return { paying, aside: aside.id, due };
  }

  test("is asked about at once when the order is paid by another, and not before", async () => {
    const { paying, aside, due } = await withSetAside();
    await settlePayment(paying.paymentId, unknown, "query");
    expect((await rowOf(aside)).nextCheckAt).toEqual(due);
    expect(await settlePayment(paying.paymentId, paying.completed, "query")).toBe("COMPLETED");
    expect((await rowOf(aside)).nextCheckAt?.getTime()).toBeLessThan(due.getTime());
  });
});

describe("the flag for a person", () => {
  const flagged = async (reviewReason: "STUCK" | "MISMATCH" | "DUPLICATE_CAPTURE" | null) => {
    const paying = await executing();
    await settlePayment(paying.paymentId, unknown, "execute");
    await db.order.update({ where: { id: paying.shop.orderId }, data: { reviewReason } });
    return paying;
  };
  const after = async (paying: Paying, outcome: PaymentOutcome): Promise<[PaymentStatus, string | null]> => [
    await settlePayment(paying.paymentId, outcome, "query"),
    (await orderOf(paying)).reviewReason,
  ];

  test("is set when the doubt has lasted ten minutes, and not before", async () => {
    const paying = await flagged(null);
    await paying.shop.letTimePass(590);
    expect(await after(paying, unknown)).toEqual(["UNCERTAIN", null]);
    await paying.shop.letTimePass(20);
    expect(await after(paying, unknown)).toEqual(["UNCERTAIN", "STUCK"]);
    expect(await after(paying, unknown)).toEqual(["UNCERTAIN", "STUCK"]);
  });

  test("of a lasting doubt covers no other", async () => {
    const paying = await flagged("DUPLICATE_CAPTURE");
    await paying.shop.letTimePass(700);
    expect(await after(paying, unknown)).toEqual(["UNCERTAIN", "DUPLICATE_CAPTURE"]);
  });

  test("of a doubt goes when the doubt is over, and stays while it lasts", async () => {
    const paying = await flagged("STUCK");
    expect(await after(paying, unknown)).toEqual(["UNCERTAIN", "STUCK"]);
    expect(await after(paying, paying.completed)).toEqual(["COMPLETED", null]);
  });

  test("of a capture that stays unclear stays while it does", async () => {
    const paying = await flagged("STUCK");
    await db.payment.update({
      where: { id: paying.paymentId },
      data: { intent: "authorization", status: "CAPTURING" },
    });
    await paying.shop.letTimePass(700);
    expect(await after(paying, unknown)).toEqual(["CAPTURING", "STUCK"]);
  });

  test("of anything else stays when the payment is settled", async () => {
    const paying = await flagged("MISMATCH");
    expect(await after(paying, paying.completed)).toEqual(["COMPLETED", "MISMATCH"]);
  });

  test("of a doubt makes room for what is found at its end", async () => {
    const paying = await flagged("STUCK");
    expect(await after(paying, { ...paying.completed, amount: poisha(1) })).toEqual(["MISMATCH", "MISMATCH"]);
  });
});
