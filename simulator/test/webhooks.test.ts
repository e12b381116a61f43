import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { test } from "node:test";
import { GOOD, openBkash, type Json } from "./open-bkash.ts";
import { openUrlBkash } from "./open-url-bkash.ts";
import { deliveriesOf, expectedOf, judge, messageIn, openReceiver, subscribed } from "./webhook-receiver.ts";

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
  assert.equal((await deliveriesOf(bkash)).length, 1);
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
