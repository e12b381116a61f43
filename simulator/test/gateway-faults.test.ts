import assert from "node:assert/strict";
import { request } from "node:http";
import { test } from "node:test";
import { openBkash, type Bkash, type Json } from "./open-bkash.ts";

const plant = (bkash: Bkash, fault: object) =>
  bkash.control("POST", "faults", { operation: "execute", ...fault });
const advance = (bkash: Bkash, advanceSeconds: number) => bkash.control("POST", "clock", { advanceSeconds });
/** Until the call has reached the simulator. */
async function underWay(bkash: Bkash, operation: string): Promise<void> {
  for (;;) {
    const { body } = await bkash.control("GET", `calls?operation=${operation}`);
    if ((body["calls"] as Json[]).length > 0) return;
  }
}

test("gateway-timeout: the money has moved, and 504 comes 29 seconds later", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  await plant(bkash, { fault: "gateway-timeout" });
  const answer = bkash.execute(paymentID);
  await underWay(bkash, "execute");
  assert.equal(await bkash.status(paymentID), "Completed");
  await advance(bkash, 28);
  assert.equal(await Promise.race([answer, new Promise((r) => setTimeout(r, 100, "waiting"))]), "waiting");
  await advance(bkash, 1);
  const { status, body } = await answer;
  assert.equal(status, 504);
  assert.deepEqual(body, { message: "Endpoint request timed out" });
});

test("gateway-timeout without the work: 504 and nothing has moved", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  await plant(bkash, { fault: "gateway-timeout", committed: false, delayMs: 1 });
  assert.equal((await bkash.execute(paymentID)).status, 504);
  assert.equal(await bkash.status(paymentID), "Initiated");
});

test("late-after-504: the gateway gives up at 29 s, the money moves after it, up to 500 s later", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  await plant(bkash, { fault: "late-after-504", delayMs: 500_000 });
  const answer = bkash.execute(paymentID);
  await underWay(bkash, "execute");
  await advance(bkash, 29);
  assert.equal((await answer).status, 504);
  assert.equal(await bkash.status(paymentID), "Initiated");
  await advance(bkash, 470);
  assert.equal(await bkash.status(paymentID), "Initiated");
  await advance(bkash, 1);
  assert.equal(await bkash.status(paymentID), "Completed");
  assert.equal((await bkash.captures()).length, 1);
});

test("lagging: execute is silent, query says Initiated for a while, then Completed", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  await plant(bkash, { fault: "lagging", delayMs: 45_000 });
  await assert.rejects(bkash.execute(paymentID, undefined, 200), { name: "TimeoutError" });
  assert.equal((await bkash.captures()).length, 1);
  assert.equal(await bkash.status(paymentID), "Initiated");
  await advance(bkash, 44);
  assert.equal(await bkash.status(paymentID), "Initiated");
  await advance(bkash, 1);
  assert.equal(await bkash.status(paymentID), "Completed");
});

test("reset-mid-body: half of the promised answer, then a reset; the money has moved", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  await plant(bkash, { fault: "reset-mid-body" });
  const headers = {
    authorization: await bkash.token(),
    "x-app-key": "key",
    "content-type": "application/json",
  };
  const seen = { promised: 0, text: "", code: "" };
  await new Promise<void>((resolve) => {
    const url = `${bkash.url}/v1.2.0-beta/checkout/payment/execute/${paymentID}`;
    const call = request(url, { method: "POST", headers }, (response) => {
      seen.promised = Number(response.headers["content-length"]);
      response.on("data", (part: Buffer) => (seen.text += part.toString()));
      response.on("error", () => resolve());
    });
    call.on("error", ({ code = "" }: NodeJS.ErrnoException) => (seen.code = code)).end();
  });
  assert.equal(seen.code, "ECONNRESET");
  assert.ok(seen.text.length > 20 && seen.text.length < seen.promised);
  assert.equal(await bkash.status(paymentID), "Completed");
});

test("fields that nobody announced, and expires_in of the other type", async (t) => {
  const bkash = await openBkash(t, { tokenCallCap: 0 });
  await plant(bkash, { operation: "grant", fault: "other-expires-in" });
  assert.equal((await bkash.askToken("grant")).body["expires_in"], "3600");
  assert.equal((await bkash.askToken("grant")).body["expires_in"], 3600);
  await plant(bkash, { operation: "create", fault: "extra-fields" });
  const { body } = await bkash.create();
  assert.deepEqual(body["extra"], { nested: [1, null] });
  assert.equal(body["transactionStatus"], "Initiated");
});

test("one answer in the other time zone tells the same moment; one paymentID of the other style is good", async (t) => {
  const bkash = await openBkash(t);
  await bkash.control("POST", "clock", { setTo: "2025-12-31T20:00:00.000Z", rate: 0 });
  await plant(bkash, { operation: "create", fault: "other-time-zone" });
  assert.equal((await bkash.create()).body["createTime"], "2026-01-01T02:00:00:000 GMT+0600");
  assert.equal((await bkash.create()).body["createTime"], "2025-12-31T20:00:00:000 GMT+0000");
  await plant(bkash, { operation: "create", fault: "other-id-style" });
  const paymentID = await bkash.createdId();
  assert.match(paymentID, /^CH0011[0-9A-Za-z]{7}\d{13}$/);
  assert.equal(await bkash.status(paymentID), "Initiated");
  assert.match(await bkash.createdId(), /^[0-9A-Z]{7}\d{13}$/);
});

test("401 in the middle: create went well, execute meets an expired token, the same execute succeeds after it", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  await plant(bkash, { fault: "token-expired" });
  assert.equal((await bkash.execute(paymentID)).status, 401);
  assert.equal((await bkash.execute(paymentID)).body["transactionStatus"], "Completed");
});
