import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, openBkash, type Bkash, type Json } from "./open-bkash.ts";

const SCRIPT = "/versions/1.2.0-beta/checkout/bKash-checkout-sandbox.js";
const plant = (bkash: Bkash, fault: object) => bkash.control("POST", "faults", fault);

/** Walks to the PIN and answers with what the window's backend says to it. */
async function enterPin(bkash: Bkash): Promise<Json> {
  const paymentID = await bkash.createdId();
  await bkash.window("wallet", { paymentID, wallet: GOOD });
  await bkash.window("otp", { paymentID, otp: "123456" });
  return bkash.window("pin", { paymentID, pin: "12121" });
}

test("the script fails to load: an HTTP error, nothing, a page, half of it, silence; then it loads", async (t) => {
  const bkash = await openBkash(t);
  const load = (timeoutMs?: number) => bkash.send("GET", SCRIPT, undefined, {}, timeoutMs);
  await plant(bkash, { operation: "script", fault: "status-404" });
  assert.equal((await load()).status, 404);
  await plant(bkash, { operation: "script", fault: "empty" });
  assert.equal((await load()).text, "");
  await plant(bkash, { operation: "script", fault: "html" });
  assert.match((await load()).text, /^<!DOCTYPE html>/);
  await plant(bkash, { operation: "script", fault: "truncated" });
  const half = (await load()).text;
  assert.throws(() => new Function(half), SyntaxError);
  await plant(bkash, { operation: "script", fault: "never-arrived" });
  await assert.rejects(load(200), { name: "TimeoutError" });
  await plant(bkash, { operation: "script", fault: "never-arrived", how: "reset" });
  await assert.rejects(load(), { name: "TypeError" });
  const whole = await load();
  assert.equal(whole.status, 200);
  assert.doesNotThrow(() => new Function(whole.text));
});

test("the script's HTTP status can also be switched for good", async (t) => {
  const bkash = await openBkash(t, { scriptStatus: 503 });
  assert.equal((await bkash.send("GET", SCRIPT)).status, 503);
  assert.equal((await bkash.send("GET", SCRIPT)).status, 503);
});

test("the frame's page comes late, once", async (t) => {
  const bkash = await openBkash(t);
  await plant(bkash, { operation: "frame", fault: "slow", delayMs: 200, realTime: true });
  const load = async () => {
    const startedAt = performance.now();
    assert.match((await bkash.send("GET", "/checkout/2")).text, /<html/);
    return performance.now() - startedAt;
  };
  assert.ok((await load()) >= 195);
  assert.ok((await load()) < 195);
});

test("the window is told to report the PIN twice, or to close while the shop executes", async (t) => {
  const bkash = await openBkash(t);
  await plant(bkash, { operation: "window.pin", fault: "duplicate-after-pin" });
  assert.deepEqual((await enterPin(bkash))["behaviour"], { afterPinTwice: true });
  await plant(bkash, { operation: "window.pin", fault: "close-during-execute" });
  assert.deepEqual((await enterPin(bkash))["behaviour"], { closesAfterPin: true });
  assert.equal("behaviour" in (await enterPin(bkash)), false);
  const frame = (await bkash.send("GET", "/checkout/2/frame.js")).text;
  assert.match(frame, /\.\.\.answer\.behaviour/);
  assert.match(frame, /if \(afterPinTwice\) tellShop\(\{ action: "afterPIN"/);
  assert.match(frame, /if \(closesAfterPin\) tellShop\(\{ action: "closeiFrame"/);
});

test("each step of the window can fail like any other call", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.createdId();
  const entries = {
    wallet: { wallet: GOOD },
    otp: { otp: "123456" },
    pin: { pin: "12121" },
    resend: {},
    cancel: {},
  };
  for (const [step, entry] of Object.entries(entries)) {
    await plant(bkash, { operation: `window.${step}`, fault: "status-500" });
    const path = `/checkout/2/api/${step}`;
    assert.equal((await bkash.send("POST", path, { paymentID, ...entry })).status, 500);
  }
});

test("a fault for every call of the API leaves the browser's alone", async (t) => {
  const bkash = await openBkash(t);
  await plant(bkash, { operation: "*", fault: "status-500", times: "always" });
  assert.equal((await bkash.send("GET", SCRIPT)).status, 200);
  assert.equal((await bkash.send("GET", "/checkout/2")).status, 200);
  assert.equal((await bkash.create()).status, 500);
});

test("the window's calls stand in the payment's timeline, without code, PIN and token", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.createdId();
  await bkash.window("wallet", { paymentID, wallet: GOOD });
  await bkash.window("otp", { paymentID, otp: "654321" });
  await bkash.window("otp", { paymentID, otp: "123456" });
  await bkash.window("pin", { paymentID, pin: "12121" });
  await bkash.execute(paymentID);
  const { body, text } = await bkash.control("GET", `calls?paymentID=${paymentID}`);
  assert.deepEqual(
    (body["calls"] as Json[]).map(({ operation, errorCode }) => [operation, errorCode ?? "ok"]),
    [
      ["create", "ok"],
      ["window.wallet", "ok"],
      ["window.otp", "2016"],
      ["window.otp", "ok"],
      ["window.pin", "ok"],
      ["execute", "ok"],
    ],
  );
  for (const secret of ["654321", "123456", "12121"]) assert.equal(text.includes(`"${secret}`), false);
});
