import { randomUUID } from "node:crypto";
import { Socket } from "node:net";
import type { PaymentStatus } from "@/generated/prisma/enums";
import type { Merchant } from "@/lib/auth/merchant";
import { poisha } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { forgeWebhooks } from "@/lib/testing/forge-webhooks";
import { bkash, openShop, type TestShop } from "@/lib/testing/open-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { openWebhookInbox, type WebhookInbox } from "@/lib/testing/webhook-inbox";
import { webhooksOf } from "./providers/webhooks";
import { receiveWebhook, type ReceivedWebhook } from "./receive-webhook";
import { reconcilePayments } from "./reconcile-payments";
import type { WebhookDelivery } from "./wallet-webhooks";
import { openWebhookWindow } from "./webhook-window";

// The simulator's messages, taken as the webhook's address takes them, on a real PostgreSQL.

let simulator: RunningSimulator;
let inbox: WebhookInbox;
beforeAll(async () => {
  simulator = await startSimulator();
  inbox = await openWebhookInbox(simulator);
});
afterAll(async () => {
  await inbox.close();
  await simulator.stop();
});
beforeEach(async () => {
  await simulator.reset();
  inbox.clear();
  await inbox.subscribe("2");
  inbox.clear();
  await db.discrepancy.deleteMany();
  await db.webhookWindow.deleteMany();
});

const webhooks = () => {
  const found = webhooksOf("bkash");
  if (!found) throw new Error("bKash has no webhooks");
  return found;
};

/** Takes it and does what is to be done once the sender has its answer. */
async function take(delivery: WebhookDelivery): Promise<ReceivedWebhook> {
  const received = await receiveWebhook(bkash(), webhooks(), delivery);
  if (received.kind === "taken") await received.afterwards?.();
  return received;
}

/** bKash has taken the money, and its answer died with the process that had asked. */
async function capturedUnheard(): Promise<{
  shop: TestShop;
  paymentId: string;
  paymentID: string;
  trxID: string;
}> {
  const shop = await openShop();
  const opened = await shop.open();
  await simulator.authorise(opened.paymentID);
  const told = await bkash().execute(opened.paymentID);
  if (told.kind !== "completed") throw new Error(told.kind);
  return { shop, ...opened, trxID: told.trxId };
}

const stand = (paymentId: string, status: PaymentStatus) =>
  db.payment.update({ where: { id: paymentId }, data: { status, nextCheckAt: null } });

const openDiscrepancies = () =>
  db.discrepancy.findMany({ where: { resolvedAt: null }, select: { kind: true, subject: true } });

/** Everything that a webhook could have an effect on. */
const traces = () =>
  Promise.all([
    db.webhookMessage.count(),
    db.paymentEvent.count(),
    db.orderEvent.count(),
    db.discrepancy.count(),
  ]);

test.each<PaymentStatus>([
  "CREATED",
  "UNCERTAIN",
  "WATCH",
  "DECLINED",
  "CANCELLED",
  "EXPIRED",
  "ABANDONED",
  "VOIDED",
])(
  "C34: a webhook about a payment that is %s has bKash asked, and bKash's answer pays the order",
  async (status) => {
    const { shop, paymentId, paymentID, trxID } = await capturedUnheard();
    await stand(paymentId, status);
    expect(await take(await inbox.nth(1))).toMatchObject({ kind: "taken", verdict: "asked" });
    expect(await shop.payment(paymentId)).toMatchObject({ status: "COMPLETED", trxId: trxID });
    expect(await shop.orderStatus()).toBe("PAID");
    expect(await simulator.count("query", paymentID)).toBe(1);
    const last = await db.paymentEvent.findFirst({ where: { paymentId }, orderBy: { id: "desc" } });
    expect(last).toMatchObject({ to: "COMPLETED", source: "webhook" });
  },
);

test("C34: a webhook while execute is on its way asks nothing; its claim decides when others ask", async () => {
  const { shop, paymentId, paymentID } = await capturedUnheard();
  await stand(paymentId, "EXECUTING");
  expect(await take(await inbox.nth(1))).toMatchObject({ verdict: "left alone", afterwards: null });
  expect((await shop.payment(paymentId)).status).toBe("EXECUTING");
  expect(await simulator.count("query", paymentID)).toBe(0);
  expect(await openDiscrepancies()).toEqual([]);
});

test("C34: a webhook that overtakes execute's answer costs no query, and neither does one after it", async () => {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  await simulator.fault({ operation: "execute", fault: "slow", delayMs: 1_000 });
  const executing = shop.execute(paymentId);
  const delivery = await inbox.nth(1);
  expect(await take(delivery)).toMatchObject({ verdict: "left alone" });
  expect(await executing).toMatchObject({ status: "COMPLETED", orderStatus: "PAID" });

  const { MessageId } = JSON.parse(delivery.body) as { MessageId: string };
  await db.webhookMessage.delete({ where: { messageId: MessageId } });
  expect(await take(delivery)).toMatchObject({ verdict: "captured already", afterwards: null });
  expect([await simulator.count("execute"), await simulator.count("query")]).toEqual([1, 0]);
});

test("C34: a webhook that comes a second time, or twice at once, has no second effect", async () => {
  const { paymentId, paymentID, shop } = await capturedUnheard();
  await stand(paymentId, "WATCH");
  const delivery = await inbox.nth(1);
  const verdicts = (await Promise.all([1, 2, 3, 4, 5].map(() => take(delivery)))).map((received) =>
    received.kind === "taken" ? received.verdict : received.kind,
  );
  expect(verdicts.toSorted()).toEqual(["asked", ...Array<string>(4).fill("heard before")]);
  expect(await take(delivery)).toMatchObject({ verdict: "heard before", afterwards: null });
  expect(await simulator.count("query", paymentID)).toBe(1);
  expect(await shop.orderStatus()).toBe("PAID");
});

test("C34: when the process dies before bKash is asked, the regular check asks", async () => {
  const { shop, paymentId } = await capturedUnheard();
  await stand(paymentId, "CANCELLED");
  await receiveWebhook(bkash(), webhooks(), await inbox.nth(1)); // and nothing afterwards
  await shop.letTimePass(46);
  await reconcilePayments({ limit: 50, deadlineMs: 10_000 });
  expect((await shop.payment(paymentId)).status).toBe("COMPLETED");
});

test("C34: when bKash's query lags behind its own webhook, an ended payment is asked about again", async () => {
  const { shop, paymentId, paymentID } = await capturedUnheard();
  await stand(paymentId, "DECLINED");
  await simulator.fault({ operation: "query", fault: "still-initiated", paymentID, times: 2 });
  await take(await inbox.nth(1));
  for (const status of ["DECLINED", "COMPLETED"]) {
    await shop.letTimePass(61);
    await reconcilePayments({ limit: 50, deadlineMs: 10_000 });
    expect((await shop.payment(paymentId)).status).toBe(status);
  }
  expect(await shop.orderStatus()).toBe("PAID");
});

test("C34: a webhook alone pays nothing: when bKash's query says no, the payment stays as it is", async () => {
  const { shop, paymentId, paymentID } = await capturedUnheard();
  await stand(paymentId, "CANCELLED");
  await simulator.fault({ operation: "query", fault: "still-initiated", paymentID, times: "always" });
  await take(await inbox.nth(1));
  expect((await shop.payment(paymentId)).status).toBe("CANCELLED");
  expect(await shop.orderStatus()).toBe("PENDING");
});

test.each([
  ["unknown-invoice", "webhook: unknown invoice"],
  ["wrong-amount", "webhook: other amount"],
  ["other-short-code", "webhook: other account"],
])("C35: %s is set aside for a person, taken with thanks, and changes no payment", async (variant, kind) => {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  await shop.execute(paymentId);
  await inbox.nth(1);
  inbox.clear();
  const [capture] = await simulator.captures();
  await inbox.send(capture?.trxID ?? "", variant);
  const before = await shop.history(paymentId);
  expect(await take(await inbox.nth(1))).toMatchObject({ kind: "taken", afterwards: null });
  expect(await openDiscrepancies()).toEqual([{ kind, subject: capture?.trxID }]);
  expect(await shop.history(paymentId)).toEqual(before);
  expect(await simulator.count("query")).toBe(0);
});

test("C35: another amount for a payment that nobody has booked has bKash asked as well: it knows what it took", async () => {
  const { shop, paymentId, trxID } = await capturedUnheard();
  await stand(paymentId, "CANCELLED");
  await inbox.nth(1);
  inbox.clear();
  await inbox.send(trxID, "wrong-amount");
  await take(await inbox.nth(1));
  expect((await shop.payment(paymentId)).status).toBe("COMPLETED");
  expect(await openDiscrepancies()).toEqual([{ kind: "webhook: other amount", subject: trxID }]);
});

test("C35: a second receipt for one invoice is set aside for a person, and so is money for what bKash never opened", async () => {
  const booked = await capturedUnheard();
  await stand(booked.paymentId, "UNCERTAIN");
  await take(await inbox.nth(1));
  const again = await bkash().create({
    amount: poisha(booked.shop.totalInPoisha),
    invoiceNumber: `${booked.shop.orderNumber}-1`,
  });
  if (again.kind !== "created") throw new Error(again.kind);
  await simulator.authorise(again.providerPaymentId);
  await bkash().execute(again.providerPaymentId);
  expect(await take(await inbox.nth(2))).toMatchObject({ verdict: "captured already" });

  const lost = await capturedUnheard();
  await db.payment.update({
    where: { id: lost.paymentId },
    data: { status: "ABANDONED", providerPaymentId: null, nextCheckAt: null },
  });
  expect(await take(await inbox.nth(3))).toMatchObject({ verdict: "left alone" });
  expect((await openDiscrepancies()).map(({ kind }) => kind).toSorted()).toEqual([
    "webhook: never opened",
    "webhook: second capture",
  ]);
});

test("C36: 2,000 forged messages leave no trace in the database and open no connection", async () => {
  const { paymentId } = await capturedUnheard();
  await stand(paymentId, "CANCELLED");
  const genuine = await inbox.nth(1);
  // Its certificate and the database's connections are there now.
  await take({ ...genuine, body: genuine.body.replace(/"Signature" : "..../, '"Signature" : "AAAA') });
  const before = await traces();
  const connect = jest.spyOn(Socket.prototype, "connect");
  const kinds = new Set<string>();
  for (const forged of forgeWebhooks(genuine, 2_000)) kinds.add((await take(forged)).kind);
  const connections = connect.mock.calls.length;
  connect.mockRestore();
  expect(kinds).toEqual(new Set(["refused"]));
  expect(connections).toBe(0);
  expect(await traces()).toEqual(before);
  expect(await db.payment.findUnique({ where: { id: paymentId } })).toMatchObject({
    status: "CANCELLED",
    nextCheckAt: null,
  });
  expect(await take(genuine)).toMatchObject({ verdict: "asked" });
});

test("C36: a message that was recorded and comes again after an hour and a quarter is refused", async () => {
  const { paymentId, trxID } = await capturedUnheard();
  await stand(paymentId, "CANCELLED");
  await inbox.nth(1);
  inbox.clear();
  await inbox.send(trxID, "old-timestamp");
  const before = await traces();
  expect(await take(await inbox.nth(1))).toEqual({ kind: "refused", reason: "too old" });
  expect(await traces()).toEqual(before);
});

const merchant = { id: randomUUID(), name: "Rahima", email: "merchant@example.com" } as Merchant;

/** bKash's support has entered the shop's address: SNS asks whether that is wanted. */
async function subscriptionAskedFor(): Promise<WebhookDelivery> {
  const before = inbox.received().length;
  await inbox.control("POST", "webhooks/subscriptions", { url: inbox.url });
  return inbox.nth(before + 1);
}

/** How the last subscription stands at the messenger. */
const subscription = async () =>
  (await inbox.control<{ subscriptions: { state: string }[] }>("GET", "webhooks")).subscriptions.at(-1)
    ?.state;

test("a subscription waits until a merchant opens a quarter of an hour for it, and is confirmed then", async () => {
  const asked = await subscriptionAskedFor();
  expect(await take(asked)).toMatchObject({ verdict: "waits for the merchant", afterwards: null });
  expect(await subscription()).toBe("pending");
  expect(await openWebhookWindow(merchant, bkash())).toBe(true);
  expect(await subscription()).toBe("confirmed");
  expect(await openWebhookWindow(merchant, bkash())).toBeNull(); // nothing is waiting any more

  await take(await subscriptionAskedFor());
  expect(await subscription()).toBe("confirmed");

  await db.$executeRaw`UPDATE "WebhookWindow" SET "openUntil" = now() - interval '1 second'`;
  await take(await subscriptionAskedFor());
  expect(await subscription()).toBe("pending");
});

test("a merchant is told when the wallet's messages end", async () => {
  const { id } = await inbox.control<{ id: string }>("POST", "webhooks/subscriptions", { url: inbox.url });
  await inbox.control("DELETE", `webhooks/subscriptions/${id}`);
  await take(await inbox.nth(2));
  expect(await openDiscrepancies()).toEqual([{ kind: "webhook: ended", subject: webhooks().topics[0] }]);
});
