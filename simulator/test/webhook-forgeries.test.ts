import assert from "node:assert/strict";
import { verify, X509Certificate } from "node:crypto";
import { test } from "node:test";
import { openBkash, type Json } from "./open-bkash.ts";
import { expectedOf, judge, messageIn, subscribed } from "./webhook-receiver.ts";

/** Why a careful receiver refuses each of them. */
const REFUSED: Readonly<Record<string, string>> = {
  "bad-signature": "signature",
  "attacker-signature": "signature",
  "foreign-cert-url": "certificate path",
  "other-topic": "topic",
  "old-timestamp": "too old",
  "future-timestamp": "from the future",
  "wrong-type-header": "type header",
  "unknown-signature-version": "signature version",
  "subscribe-url-loopback": "subscribe host",
  "subscribe-url-metadata": "subscribe host",
  "subscribe-url-file": "subscribe host",
  oversized: "too large",
  "not-json": "no envelope",
};

/** Rightly signed, but not what the merchant has sold. */
const CONTRADICTIONS: Readonly<Record<string, readonly [field: string, value: string]>> = {
  "unknown-invoice": ["merchantInvoiceNumber", "NO-SUCH-INVOICE"],
  "wrong-amount": ["amount", "1"],
  "other-short-code": ["creditShortCode", "99999"],
};

test("every forgery is wrong in the one point that it promises", async (t) => {
  const bkash = await openBkash(t);
  const { trxID } = await bkash.paid();
  for (const version of ["1", "2"]) {
    const receiver = await subscribed(t, bkash, version);
    const expected = await expectedOf(bkash);
    let count = 1;
    for (const [variant, reason] of Object.entries(REFUSED)) {
      assert.equal((await bkash.control("POST", "webhooks/send", { trxID, variant })).status, 201);
      count += 1;
      assert.equal(await judge(await receiver.nth(count), expected), reason, variant);
    }
    for (const [variant, [field, value]] of Object.entries(CONTRADICTIONS)) {
      await bkash.control("POST", "webhooks/send", { trxID, variant });
      count += 1;
      const told = await receiver.nth(count);
      assert.equal(await judge(told, expected), "good", variant);
      assert.equal(messageIn(told)[field], value);
    }
    await bkash.control("DELETE", `webhooks/subscriptions/${receiver.id}`);
  }
  const { variants } = (await bkash.control("GET", "webhooks")).body as { variants: Json[] };
  assert.deepEqual(
    variants.map(({ variant }) => variant).toSorted(),
    [...Object.keys(REFUSED), ...Object.keys(CONTRADICTIONS)].toSorted(),
  );
});

test("the foreign certificate fits its signature, so that only its address gives it away", async (t) => {
  const bkash = await openBkash(t);
  const { trxID } = await bkash.paid();
  const receiver = await subscribed(t, bkash);
  await bkash.control("POST", "webhooks/send", { trxID, variant: "foreign-cert-url" });
  const { envelope } = await receiver.nth(2);
  const certificate = new X509Certificate(await (await fetch(String(envelope["SigningCertURL"]))).text());
  const signed = ["Message", "MessageId", "Timestamp", "TopicArn", "Type"]
    .map((name) => `${name}\n${String(envelope[name])}\n`)
    .join("");
  const signature = Buffer.from(String(envelope["Signature"]), "base64");
  assert.ok(verify("RSA-SHA1", Buffer.from(signed), certificate.publicKey, signature));
});

test("sending by hand makes copies, waits, and explains what it cannot do", async (t) => {
  const bkash = await openBkash(t);
  const { trxID } = await bkash.paid();
  const send = (body: Json) => bkash.control("POST", "webhooks/send", body);
  assert.equal((await send({ trxID })).status, 409);
  const receiver = await subscribed(t, bkash);
  assert.equal((await send({ trxID: "NOTHING123" })).status, 404);
  for (const wrong of [{ variant: "sad" }, { copies: 0 }, { copies: 101 }, { delayMs: -1 }]) {
    assert.equal((await send({ trxID, ...wrong })).status, 400);
  }
  const sent = (await send({ trxID, copies: 3, delayMs: 60_000 })).body["deliveries"] as Json[];
  assert.deepEqual(
    sent.map(({ outcome, variant }) => [outcome, variant]),
    [1, 2, 3].map(() => ["waiting", "genuine"]),
  );
  await bkash.control("POST", "clock", { advanceSeconds: 60 });
  const told = await receiver.nth(4);
  assert.equal(await judge(told, await expectedOf(bkash)), "good");
});
