import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { test } from "node:test";
import { createApp } from "../src/app.ts";
import { serve } from "../src/server.ts";
import { createSimulator } from "../src/simulator.ts";
import { Bkash, CREDENTIALS, GOOD, openBkash, type Json } from "./open-bkash.ts";
import { openUrlBkash } from "./open-url-bkash.ts";
import { expectedOf, judge, messageIn, openReceiver, subscribed } from "./webhook-receiver.ts";

const deliveries = async (bkash: Bkash): Promise<Json[]> =>
  (await bkash.control("GET", "webhooks")).body["deliveries"] as Json[];

/** Waits until the newest delivery has been tried so often. */
async function tried(bkash: Bkash, attempts: number): Promise<Json> {
  for (let waited = 0; waited < 5_000; waited += 10) {
    const newest = (await deliveries(bkash)).at(-1);
    if ((newest?.["attempts"] as unknown[] | undefined)?.length === attempts) return newest as Json;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`It was not tried ${attempts} times`);
}

test("a new subscriber is asked to confirm as SNS asks, and hears of payments only afterwards", async (t) => {
  const bkash = await openBkash(t);
  const expected = await expectedOf(bkash);
  const receiver = await openReceiver(t);
  const subscription = await bkash.control("POST", "webhooks/subscriptions", { url: receiver.url });
  assert.equal(subscription.body["state"], "pending");
  const asked = await receiver.nth(1);
  assert.equal(asked.headers["content-type"], "text/plain; charset=UTF-8");
  assert.equal(asked.headers["x-amz-sns-message-type"], "SubscriptionConfirmation");
  assert.equal(asked.headers["x-amz-sns-message-id"], asked.envelope["MessageId"]);
  assert.equal(asked.headers["x-amz-sns-topic-arn"], expected.topicArn);
  assert.deepEqual(Object.keys(asked.envelope), [
    "Type",
    "MessageId",
    "Token",
    "TopicArn",
    "Message",
    "SubscribeURL",
    "Timestamp",
    "SignatureVersion",
    "Signature",
    "SigningCertURL",
  ]);
  assert.equal(await judge(asked, expected), "good");
  await bkash.paid();
  const link = new URL(String(asked.envelope["SubscribeURL"]));
  assert.equal(link.searchParams.get("Action"), "ConfirmSubscription");
  const confirmed = await fetch(link);
  assert.match(await confirmed.text(), /<SubscriptionArn>arn:aws:sns:[^<]+<\/SubscriptionArn>/);
  link.searchParams.set("Token", "guessed");
  assert.equal((await fetch(link)).status, 400);
  const { trxID } = await bkash.paid({ amount: "101" });
  assert.equal(messageIn(await receiver.nth(2))["trxID"], trxID);
});

test("a notification is signed with SHA-1 in version 1 and with SHA-256 in version 2", async (t) => {
  for (const version of ["1", "2"]) {
    const bkash = await openBkash(t, { webhookSubject: "Payment" });
    const receiver = await subscribed(t, bkash, version);
    await bkash.paid();
    const told = await receiver.nth(2);
    assert.equal(told.envelope["SignatureVersion"], version);
    assert.equal(told.envelope["Subject"], "Payment");
    assert.match(String(told.envelope["UnsubscribeURL"]), /\?Action=Unsubscribe&SubscriptionArn=arn/);
    assert.equal(await judge(told, await expectedOf(bkash)), "good");
  }
});

test("the message has bKash's fields and formats, all of them text, and no paymentID", async (t) => {
  const bkash = await openBkash(t);
  const receiver = await subscribed(t, bkash);
  const wish = { amount: "85.50", merchantInvoiceNumber: "INV-7", merchantAssociationInfo: "RF03abc" };
  const { trxID } = await bkash.paid(wish);
  const { dateTime, ...message } = messageIn(await receiver.nth(2));
  assert.match(String(dateTime), /^20\d{12}$/);
  assert.deepEqual(message, {
    debitMSISDN: `88${GOOD}`,
    creditOrganizationName: "TestCheckoutDemoMerchant1",
    creditShortCode: "50011",
    trxID,
    transactionStatus: "Completed",
    transactionType: "10002568",
    amount: "85.50",
    currency: "BDT",
    transactionReference: "abc",
    merchantInvoiceNumber: "INV-7",
  });
});

test("short code, coupon and the form of the message can be switched", async (t) => {
  const bkash = await openBkash(t, {
    webhookShortCode: "masked",
    webhookCouponPoisha: 1050,
    webhookMessageAs: "object",
  });
  const receiver = await subscribed(t, bkash);
  await bkash.paid({ amount: "100" });
  const told = await receiver.nth(2);
  assert.equal(typeof told.envelope["Message"], "object");
  assert.equal(await judge(told, await expectedOf(bkash)), "good");
  const message = messageIn(told);
  assert.equal(message["creditShortCode"], "50***");
  assert.equal(message["amount"], "89.50");
  assert.equal(message["couponAmount"], "10.50");
  assert.equal(message["merchantShareAmount"], "0.00");
  assert.equal(message["saleAmount"], "100");
});

test("an authorisation is told when it is captured, not before", async (t) => {
  const bkash = await openBkash(t);
  const receiver = await subscribed(t, bkash);
  const { paymentID } = await bkash.paid({ intent: "authorization" });
  assert.equal((await deliveries(bkash)).length, 1);
  await bkash.call("POST", `capture/${paymentID}`);
  assert.equal(messageIn(await receiver.nth(2))["transactionType"], "10002567");
});

test("a payment of Checkout (URL) is told too, by its own number and without a reference", async (t) => {
  const merchant = await openUrlBkash(t);
  const receiver = await subscribed(t, merchant.bkash);
  const { trxID } = await merchant.paid();
  const message = messageIn(await receiver.nth(2));
  assert.equal(message["trxID"], trxID);
  assert.equal(message["transactionType"], "10002686");
  assert.equal("transactionReference" in message, false);
});

test("a refused webhook comes again after 20, 40 and 60 seconds with the same id, and then no more", async (t) => {
  const bkash = await openBkash(t);
  const receiver = await subscribed(t, bkash);
  receiver.answer.status = 500;
  await bkash.paid();
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    const { outcome } = await tried(bkash, attempt);
    assert.equal(outcome, attempt < 4 ? "waiting" : "failed");
    await bkash.control("POST", "clock", { advanceSeconds: 15 });
    assert.equal(receiver.received.length, attempt + 1);
    await bkash.control("POST", "clock", { advanceSeconds: 5 });
  }
  const ids = receiver.received.slice(1).map(({ envelope }) => envelope["MessageId"]);
  assert.equal(ids.length, 4);
  assert.equal(new Set(ids).size, 1);
});

test("a receiver that does not answer within 15 seconds is asked again; redirects are not followed", async (t) => {
  const bkash = await openBkash(t);
  const receiver = await subscribed(t, bkash);
  receiver.answer.status = 0;
  await bkash.paid();
  await receiver.nth(2);
  await bkash.control("POST", "clock", { advanceSeconds: 16 });
  const [attempt] = (await tried(bkash, 1))["attempts"] as Json[];
  assert.deepEqual([attempt?.["status"], attempt?.["error"]], [null, "No answer within 15 seconds"]);
  receiver.answer.status = 302;
  await bkash.control("POST", "clock", { advanceSeconds: 20 });
  assert.equal((await tried(bkash, 2))["outcome"], "waiting");
  receiver.answer.status = 204;
  await bkash.control("POST", "clock", { advanceSeconds: 20 });
  assert.equal((await tried(bkash, 3))["outcome"], "delivered");
});

test("webhooks can be lost, doubled, late and out of order", async (t) => {
  const bkash = await openBkash(t, { duplicateWindowSeconds: 0, webhookCopies: 2 });
  const receiver = await subscribed(t, bkash);
  await bkash.paid();
  await receiver.nth(3);
  assert.equal(receiver.received[1]?.text, receiver.received[2]?.text);

  await bkash.control("PATCH", "settings", { webhookCopies: 0 });
  await bkash.paid();
  await bkash.control("PATCH", "settings", { webhookCopies: 1, webhookDelayMs: 300_000 });
  const late = await bkash.paid();
  assert.equal(receiver.received.length, 3);
  await bkash.control("POST", "clock", { advanceSeconds: 300 });
  assert.equal(messageIn(await receiver.nth(4))["trxID"], late.trxID);

  await bkash.control("PATCH", "settings", { webhookDelayMs: 0, webhookOrder: "swapped" });
  const paid = [await bkash.paid(), await bkash.paid(), await bkash.paid()];
  await receiver.nth(6);
  await bkash.control("POST", "clock", { advanceSeconds: 60 });
  await receiver.nth(7);
  const order = receiver.received.slice(4).map((told) => messageIn(told)["trxID"]);
  assert.deepEqual(order, [paid[1]?.trxID, paid[0]?.trxID, paid[2]?.trxID]);
});

test("a delivered message can be sent again by its id, to the byte", async (t) => {
  const bkash = await openBkash(t);
  const receiver = await subscribed(t, bkash);
  await bkash.paid();
  const { text, envelope } = await receiver.nth(2);
  const again = await bkash.control("POST", `webhooks/messages/${String(envelope["MessageId"])}/resend`);
  assert.equal(again.status, 201);
  assert.equal((await receiver.nth(3)).text, text);
  assert.equal((await bkash.control("POST", "webhooks/messages/none/resend")).status, 404);
});

test("an ended subscription says goodbye, hears nothing, and can be taken back", async (t) => {
  const bkash = await openBkash(t, { duplicateWindowSeconds: 0 });
  const receiver = await subscribed(t, bkash);
  assert.equal(
    (await bkash.control("DELETE", `webhooks/subscriptions/${receiver.id}`)).body["state"],
    "unsubscribed",
  );
  const goodbye = await receiver.nth(2);
  assert.equal(goodbye.envelope["Type"], "UnsubscribeConfirmation");
  assert.equal(await judge(goodbye, await expectedOf(bkash)), "good");
  await bkash.paid();
  await fetch(String(goodbye.envelope["SubscribeURL"]));
  await bkash.paid();
  const told = await receiver.nth(3);
  assert.equal(told.envelope["Type"], "Notification");
  assert.equal((await fetch(String(told.envelope["UnsubscribeURL"]))).status, 200);
  assert.equal((await receiver.nth(4)).envelope["Type"], "UnsubscribeConfirmation");
});

test("envelopes can name Amazon's host; certificate and confirmation are then found here under the same path", async (t) => {
  const bkash = await openBkash(t, { webhookHost: "amazon" });
  const receiver = await openReceiver(t);
  await bkash.control("POST", "webhooks/subscriptions", { url: receiver.url });
  const { envelope } = await receiver.nth(1);
  for (const name of ["SigningCertURL", "SubscribeURL"]) {
    const link = new URL(String(envelope[name]));
    assert.equal(link.origin, "https://sns.ap-southeast-1.amazonaws.com");
    assert.equal((await fetch(bkash.url + link.pathname + link.search)).status, 200);
  }
});

test("the CA is one, the signing certificate is its child for sns.amazonaws.com", async (t) => {
  const bkash = await openBkash(t);
  const { body } = await bkash.control("GET", "webhooks");
  const read = async (url: unknown) => new X509Certificate(await (await fetch(String(url))).text());
  const [ca, certificate] = [await read(body["caUrl"]), await read(body["certificateUrl"])];
  assert.equal(ca.ca, true);
  assert.equal(certificate.ca, false);
  assert.ok(certificate.checkIssued(ca));
  assert.ok(certificate.verify(ca.publicKey));
  assert.equal(certificate.checkHost("sns.amazonaws.com"), "sns.amazonaws.com");
  assert.equal((await bkash.send("GET", "/SimpleNotificationService-00.pem")).status, 404);
});

test("a subscription from elsewhere is not served, unless webhooks may leave this machine", async (t) => {
  const simulator = createSimulator(CREDENTIALS);
  const remote = simulator.webhooks.subscriptions.add("http://remote.invalid/", "1", "http://127.0.0.1:1");
  remote.state = "confirmed";
  const app = createApp(simulator);
  const end = (id: string) => app.request(`/__simulator/webhooks/subscriptions/${id}`, { method: "DELETE" });
  assert.equal((await end(remote.id)).status, 200);
  assert.equal(simulator.webhooks.deliveries.list().length, 0);

  const server = await serve(createApp(simulator, { allowRemoteWebhooks: true }).fetch, "127.0.0.1", 0);
  t.after(() => server.close());
  const bkash = new Bkash(`http://127.0.0.1:${server.port}`);
  const { status } = await bkash.control("POST", "webhooks/subscriptions", { url: "http://remote.invalid/" });
  assert.equal(status, 201);
  const [attempt] = (await tried(bkash, 1))["attempts"] as Json[];
  assert.equal(attempt?.["status"], null);
});

test("webhooks stay on this machine, and a mistaken subscription is explained", async (t) => {
  const bkash = await openBkash(t);
  const subscribe = (body: Json) => bkash.control("POST", "webhooks/subscriptions", body);
  const remote = await subscribe({ url: "http://10.0.0.1/hook" });
  assert.equal(remote.status, 400);
  assert.match(String(remote.body["error"]), /--allow-remote-webhooks/);
  for (const url of ["file:///etc/passwd", "nothing", 5])
    assert.equal((await subscribe({ url })).status, 400);
  assert.equal((await subscribe({ url: "http://localhost:1/", signatureVersion: "3" })).status, 400);
  assert.equal((await bkash.control("DELETE", "webhooks/subscriptions/none")).status, 404);
});
