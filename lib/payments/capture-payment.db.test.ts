import type { Merchant } from "@/lib/auth/merchant";
import { releaseExpiredOrders } from "@/lib/orders/release-expired-orders";
import { db } from "@/lib/platform/db";
import { bkash, openShop, type TestShop } from "@/lib/testing/open-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { captureAuthorised, voidAuthorised } from "./capture-payment";
import { readPaymentHistory } from "./payment-history";
import { claimForExecution } from "./payment-repository";
import { readPaymentState } from "./payment-state";
import { reconcilePayments } from "./reconcile-payments";
import { settlePayment } from "./settle-payment";
import type { WalletRecord } from "./payment-provider";
import { poisha } from "@/lib/kernel/money";

// A shop that has its money set aside when the shopper pays, and takes it later.
process.env.BKASH_INTENT = "authorization";

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const merchant = { id: "0197a000-0000-7000-8000-000000000001", name: "Salma", email: "" } as Merchant;
const reconcile = () => reconcilePayments({ limit: 50, deadlineMs: 10_000 });
const LOST = { fault: "answer-lost", how: "reset" };
const NEVER_ARRIVED = { fault: "never-arrived", how: "reset" };
const DAY = 24 * 3600;

interface SetAside {
  shop: TestShop;
  paymentId: string;
  paymentID: string;
}

async function setAside(): Promise<SetAside> {
  const shop = await openShop();
  const opened = await shop.open();
  await simulator.authorise(opened.paymentID);
  expect(await shop.execute(opened.paymentId)).toMatchObject({ status: "AUTHORISED", trxId: null });
  return { shop, ...opened };
}

const ledgerOf = (paymentId: string) => db.ledgerTransaction.count({ where: { ref: paymentId } });
const orderOf = ({ shop }: SetAside) => db.order.findUniqueOrThrow({ where: { id: shop.orderId } });

test("when the shopper pays, money is set aside; the order waits for it, and is paid when it is captured", async () => {
  const aside = await setAside();
  const { shop, paymentId, paymentID } = aside;
  expect(await shop.orderStatus()).toBe("PENDING");
  expect(await simulator.captures()).toEqual([]);
  expect(await ledgerOf(paymentId)).toBe(0);
  expect(await simulator.count("query")).toBe(0);

  expect(await captureAuthorised(merchant, paymentId)).toBe("COMPLETED");
  const [capture] = await simulator.captures();
  expect(await shop.payment(paymentId)).toMatchObject({ status: "COMPLETED", trxId: capture?.trxID });
  expect(await orderOf(aside)).toMatchObject({ status: "PAID", paidPaymentId: paymentId });
  expect(await ledgerOf(paymentId)).toBe(1);
  expect(await shop.history(paymentId)).toEqual([
    "NEW",
    "CREATED",
    "EXECUTING",
    "AUTHORISED",
    "CAPTURING",
    "COMPLETED",
  ]);
  for (const operation of ["create", "execute", "capture", "query"])
    expect(await simulator.count(operation, operation === "create" ? undefined : paymentID)).toBe(1);
});

test("the history names the merchant who captured", async () => {
  const { shop, paymentId } = await setAside();
  await captureAuthorised(merchant, paymentId);
  const [payment] = await readPaymentHistory(merchant, shop.orderId);
  const claim = payment?.events.find(({ to }) => to === "CAPTURING");
  expect(claim).toMatchObject({ source: "merchant", detail: { merchant: merchant.id } });
});

test("while money is set aside the order keeps its goods, takes no other payment and is not released", async () => {
  const aside = await setAside();
  expect(await aside.shop.create()).toMatchObject({ ok: false, code: "PAYMENT_IN_PROGRESS" });
  expect(await readPaymentState(await orderOf(aside))).toMatchObject({
    mayPay: false,
    payment: { status: "AUTHORISED", refusal: null },
  });
  await db.order.update({ where: { id: aside.shop.orderId }, data: { holdUntil: new Date(0) } });
  await releaseExpiredOrders({ limit: 100 });
  expect(await aside.shop.orderStatus()).toBe("PENDING");
  expect(await captureAuthorised(merchant, aside.paymentId)).toBe("COMPLETED");
});

test("money that is set aside is asked about once a day, and stays", async () => {
  const { shop, paymentId, paymentID } = await setAside();
  await shop.letTimePass(DAY - 60);
  await reconcile();
  expect(await simulator.count("query", paymentID)).toBe(0);
  await shop.letTimePass(61);
  await reconcile();
  await reconcile();
  expect(await simulator.count("query", paymentID)).toBe(1);
  expect((await shop.payment(paymentId)).status).toBe("AUTHORISED");
});

test("a void gives the money free: nothing was taken, and the shopper may pay anew", async () => {
  const aside = await setAside();
  const { shop, paymentId } = aside;
  expect(await voidAuthorised(merchant, paymentId)).toBe("VOIDED");
  expect(await simulator.captures()).toEqual([]);
  expect(await ledgerOf(paymentId)).toBe(0);
  expect(await readPaymentState(await orderOf(aside))).toMatchObject({ mayPay: true });
  expect(await captureAuthorised(merchant, paymentId)).toBe("VOIDED");
  expect(await simulator.count("capture")).toBe(0);

  const again = await shop.open();
  await simulator.authorise(again.paymentID);
  await shop.execute(again.paymentId);
  expect(await captureAuthorised(merchant, again.paymentId)).toBe("COMPLETED");
  expect(await shop.orderStatus()).toBe("PAID");
});

test("when the answer to capture is lost, bKash is asked and the order is paid; it is captured once", async () => {
  const { shop, paymentId } = await setAside();
  await simulator.fault({ operation: "capture", ...LOST });
  expect(await captureAuthorised(merchant, paymentId)).toBe("COMPLETED");
  expect(await shop.orderStatus()).toBe("PAID");
  expect(await simulator.count("capture")).toBe(1);
});

test("while nobody knows what became of a capture no second one is sent, and no void", async () => {
  const { shop, paymentId } = await setAside();
  await simulator.fault({ operation: "capture", ...NEVER_ARRIVED });
  await simulator.fault({ operation: "query", fault: "status-500", times: "always" });
  expect(await captureAuthorised(merchant, paymentId)).toBe("CAPTURING");
  expect(await captureAuthorised(merchant, paymentId)).toBe("CAPTURING");
  expect(await voidAuthorised(merchant, paymentId)).toBe("CAPTURING");
  await shop.letTimePass(3600);
  await reconcile(); // silence for an hour is still silence
  expect((await shop.payment(paymentId)).status).toBe("CAPTURING");
  expect(await db.order.findUniqueOrThrow({ where: { id: shop.orderId } })).toMatchObject({
    reviewReason: "STUCK",
  });

  await simulator.noFaults();
  await shop.letTimePass(60);
  await reconcile();
  expect((await shop.payment(paymentId)).status).toBe("AUTHORISED");
  expect((await db.order.findUniqueOrThrow({ where: { id: shop.orderId } })).reviewReason).toBeNull();
  expect(await simulator.count("capture")).toBe(1);
  expect(await captureAuthorised(merchant, paymentId)).toBe("COMPLETED");
});

test("a capture that is still on its way within the settle window is waited for", async () => {
  const { shop, paymentId } = await setAside();
  await simulator.fault({ operation: "capture", ...NEVER_ARRIVED });
  expect(await captureAuthorised(merchant, paymentId)).toBe("CAPTURING");
  await shop.letTimePass(60);
  await reconcile();
  expect((await shop.payment(paymentId)).status).toBe("CAPTURING");
  await shop.letTimePass(61);
  await reconcile();
  expect((await shop.payment(paymentId)).status).toBe("AUTHORISED");
});

test("when the answer to void is lost, bKash is asked and the payment is voided", async () => {
  const { shop, paymentId } = await setAside();
  await simulator.fault({ operation: "void", ...LOST });
  expect(await voidAuthorised(merchant, paymentId)).toBe("VOIDED");
  expect(await simulator.count("void")).toBe(1);
  expect(await shop.create()).toMatchObject({ ok: true });
});

test("a capture that bKash refuses leaves the money where it is, and the merchant reads why", async () => {
  const { shop, paymentId } = await setAside();
  await simulator.fault({ operation: "capture", fault: "error-2056" });
  expect(await captureAuthorised(merchant, paymentId)).toBe("CAPTURING");
  await shop.letTimePass(121);
  await reconcile();
  expect(await shop.payment(paymentId)).toMatchObject({ status: "AUTHORISED", lastCode: "2056" });
  const [payment] = await readPaymentHistory(merchant, shop.orderId);
  expect(payment).toMatchObject({ mayCapture: true, lastCode: { meaning: "Invalid Payment State" } });
});

test("ten clicks on capture and ten on void reach bKash once in all", async () => {
  const { shop, paymentId } = await setAside();
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      n % 2 ? captureAuthorised(merchant, paymentId) : voidAuthorised(merchant, paymentId),
    ),
  );
  expect((await simulator.count("capture")) + (await simulator.count("void"))).toBe(1);
  expect(["COMPLETED", "VOIDED"]).toContain((await shop.payment(paymentId)).status);
  expect((await shop.history(paymentId)).length).toBe(6);
});

test("a process that dies before bKash hears of the capture leaves a claim that the reconciler takes up", async () => {
  const { shop, paymentId, paymentID } = await setAside();
  await db.$executeRaw`
    UPDATE "Payment" SET status = 'CAPTURING', "statusSince" = now(), "nextCheckAt" = now() + interval '75 seconds'
    WHERE id = ${paymentId}::uuid`;
  await reconcile();
  expect(await simulator.count("query", paymentID)).toBe(0);
  await shop.letTimePass(121);
  await reconcile();
  expect((await shop.payment(paymentId)).status).toBe("AUTHORISED");
  expect(await simulator.count("capture")).toBe(0); // jobs ask, they never capture
});

test("money that comes to be set aside after another payment paid the order is given free by itself", async () => {
  const { shop, paymentId, paymentID } = await lostThenWatched();
  const again = await shop.open();
  await simulator.authorise(again.paymentID);
  await shop.execute(again.paymentId);
  // While the second is set aside the first has to wait: an order has one such payment.
  await shop.letTimePass(301);
  await reconcile();
  expect((await shop.payment(paymentId)).status).toBe("WATCH");

  expect(await captureAuthorised(merchant, again.paymentId)).toBe("COMPLETED");
  await shop.letTimePass(3600);
  await reconcile();
  expect((await shop.payment(paymentId)).status).toBe("AUTHORISED");
  await shop.letTimePass(5);
  await reconcile();
  expect((await shop.payment(paymentId)).status).toBe("VOIDED");
  expect(await simulator.count("void", paymentID)).toBe(1);
  expect(await simulator.captures()).toHaveLength(1);
});

test("when late money of an earlier payment pays the order, what a later one set aside is given free", async () => {
  const { shop, paymentId } = await lostThenWatched();
  const again = await shop.open();
  await simulator.authorise(again.paymentID);
  await shop.execute(again.paymentId);
  const record: WalletRecord = {
    amount: poisha(shop.totalInPoisha),
    currency: "BDT",
    invoiceNumber: `${shop.orderNumber}-1`,
    providerPaymentId:
      (await db.payment.findUniqueOrThrow({ where: { id: paymentId } })).providerPaymentId ?? "",
  };
  await settlePayment(paymentId, { kind: "completed", trxId: `T${shop.orderNumber}`, ...record }, "query");
  expect(await shop.orderStatus()).toBe("PAID");
  expect(await captureAuthorised(merchant, again.paymentId)).toBe("AUTHORISED"); // never for a paid order
  await reconcile();
  expect((await shop.payment(again.paymentId)).status).toBe("VOIDED");
  expect(await simulator.count("capture")).toBe(0);
});

test("an authorisation that bKash ended by itself is the shopper's again", async () => {
  const { shop, paymentId, paymentID } = await setAside();
  await bkash().void(paymentID);
  await shop.letTimePass(DAY + 1);
  await reconcile();
  expect((await shop.payment(paymentId)).status).toBe("VOIDED");
  expect(await shop.orderStatus()).toBe("PENDING");
});

test("money set aside in another amount is a person's business", async () => {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  await simulator.fault({ operation: "execute", fault: "wrong-amount" });
  expect(await shop.execute(paymentId)).toMatchObject({ status: "MISMATCH", orderStatus: "PENDING" });
  expect(await ledgerOf(paymentId)).toBe(0);
  expect(await captureAuthorised(merchant, paymentId)).toBe("MISMATCH");
  expect(await simulator.count("capture")).toBe(0);
});

test("after a change of mode money that was set aside is neither captured nor voided at the new bKash", async () => {
  const { shop, paymentId } = await setAside();
  await db.$executeRaw`UPDATE "Payment" SET mode = 'sandbox' WHERE id = ${paymentId}::uuid`;
  expect(await captureAuthorised(merchant, paymentId)).toBe("AUTHORISED");
  expect(await voidAuthorised(merchant, paymentId)).toBe("AUTHORISED");
  const [payment] = await readPaymentHistory(merchant, shop.orderId);
  expect(payment).toMatchObject({ mayCapture: false, mayAskAgain: false });
  expect((await simulator.count("capture")) + (await simulator.count("void"))).toBe(0);
});

test("of a payment that does not exist nothing is captured", async () => {
  expect(await captureAuthorised(merchant, "0197a000-0000-7000-8000-000000000002")).toBeNull();
});

/** bKash set the money aside, the answer was lost, and bKash said "Initiated": the shopper may pay anew. */
async function lostThenWatched(): Promise<SetAside> {
  const shop = await openShop();
  const opened = await shop.open();
  await simulator.authorise(opened.paymentID);
  await claimForExecution({ id: opened.paymentId, orderId: shop.orderId });
  await settlePayment(opened.paymentId, { kind: "unknown", cause: "lost" }, "execute");
  await shop.letTimePass(121);
  expect(await shop.query(opened.paymentId)).toMatchObject({ status: "WATCH" });
  await bkash().execute(opened.paymentID);
  return { shop, ...opened };
}
