import assert from "node:assert/strict";
import { test } from "node:test";
import { createApp } from "../src/app.ts";
import { serve } from "../src/server.ts";
import { createSimulator } from "../src/simulator.ts";
import { Bkash, CREDENTIALS, openBkash, type Json } from "./open-bkash.ts";
import { deliveriesOf, messageIn, subscribed } from "./webhook-receiver.ts";

/** Waits until the newest delivery has been tried so often. */
async function tried(bkash: Bkash, attempts: number): Promise<Json> {
  for (let waited = 0; waited < 5_000; waited += 10) {
    const newest = (await deliveriesOf(bkash)).at(-1);
    if ((newest?.["attempts"] as unknown[] | undefined)?.length === attempts) return newest as Json;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`It was not tried ${attempts} times`);
}

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
