import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, openBkash } from "./open-bkash.ts";

test("number, code and PIN authorise a payment and move no money", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.createdId();
  const first = await bkash.window("wallet", { paymentID, wallet: GOOD });
  assert.deepEqual(first, {
    statusCode: "0000",
    statusMessage: "Successful",
    resendInSeconds: 30,
    expiresInSeconds: 120,
  });
  assert.equal((await bkash.window("otp", { paymentID, otp: "123456" }))["statusCode"], "0000");
  assert.equal((await bkash.window("pin", { paymentID, pin: "12121" }))["statusCode"], "0000");
  assert.equal((await bkash.captures()).length, 0);
  assert.equal((await bkash.execute(paymentID)).body["transactionStatus"], "Completed");
});

test("a malformed number is 2009, a number without an account 2003, an unknown payment 2056", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.createdId();
  assert.equal((await bkash.window("wallet", { paymentID, wallet: "01212345678" }))["statusCode"], "2009");
  assert.equal((await bkash.window("wallet", { paymentID, wallet: "0177061857" }))["statusCode"], "2009");
  assert.equal((await bkash.window("wallet", { paymentID, wallet: "01999999999" }))["statusCode"], "2003");
  assert.equal((await bkash.window("wallet", { paymentID: "none", wallet: GOOD }))["statusCode"], "2056");
});

test("steps cannot be skipped", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.createdId();
  assert.equal((await bkash.window("otp", { paymentID, otp: "123456" }))["statusCode"], "2056");
  await bkash.window("wallet", { paymentID, wallet: GOOD });
  assert.equal((await bkash.window("pin", { paymentID, pin: "12121" }))["statusCode"], "2056");
});

test("the third wrong code is 2017 and the right one no longer helps", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.createdId();
  await bkash.window("wallet", { paymentID, wallet: GOOD });
  const enter = async (otp: string) => (await bkash.window("otp", { paymentID, otp }))["statusCode"];
  assert.equal(await enter("12345"), "2010");
  assert.equal(await enter("000000"), "2016");
  assert.equal(await enter("000000"), "2016");
  assert.equal(await enter("000000"), "2017");
  assert.equal(await enter("123456"), "2017");
});

test("a code expires after two minutes and a new one revives it; resends are counted and spaced", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.createdId();
  await bkash.window("wallet", { paymentID, wallet: GOOD });
  assert.equal((await bkash.window("resend", { paymentID }))["statusCode"], "2059");
  await bkash.control("POST", "clock", { advanceSeconds: 121 });
  assert.equal((await bkash.window("otp", { paymentID, otp: "123456" }))["statusCode"], "2018");
  assert.equal((await bkash.window("resend", { paymentID }))["statusCode"], "0000");
  await bkash.control("POST", "clock", { advanceSeconds: 31 });
  assert.equal((await bkash.window("resend", { paymentID }))["statusCode"], "0000");
  await bkash.control("POST", "clock", { advanceSeconds: 31 });
  assert.equal((await bkash.window("resend", { paymentID }))["statusCode"], "2013");
  assert.equal((await bkash.window("otp", { paymentID, otp: "123456" }))["statusCode"], "0000");
});

test("the third wrong PIN locks the wallet for every payment until reset", async (t) => {
  const bkash = await openBkash(t);
  const reachPin = async () => {
    const paymentID = await bkash.createdId();
    await bkash.window("wallet", { paymentID, wallet: GOOD });
    await bkash.window("otp", { paymentID, otp: "123456" });
    return async (pin: string) => (await bkash.window("pin", { paymentID, pin }))["statusCode"];
  };
  const enter = await reachPin();
  assert.equal(await enter("1212"), "2011");
  assert.equal(await enter("00000"), "2014");
  assert.equal(await enter("00000"), "2014");
  assert.equal(await enter("00000"), "2015");
  assert.equal(await enter("12121"), "2015");
  assert.equal(await (await reachPin())("12121"), "2015");
  await bkash.control("POST", "reset", { keepTokens: true });
  assert.equal(await (await reachPin())("12121"), "0000");
});

test("the PIN screen expires after two minutes", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.createdId();
  await bkash.window("wallet", { paymentID, wallet: GOOD });
  await bkash.window("otp", { paymentID, otp: "123456" });
  await bkash.control("POST", "clock", { advanceSeconds: 121 });
  assert.equal((await bkash.window("pin", { paymentID, pin: "12121" }))["statusCode"], "2019");
});

test("a paid payment cannot be opened again", async (t) => {
  const bkash = await openBkash(t);
  const { paymentID } = await bkash.paid();
  assert.equal((await bkash.window("wallet", { paymentID, wallet: GOOD }))["statusCode"], "2056");
  await bkash.window("cancel", { paymentID });
  assert.equal(await bkash.status(paymentID), "Completed");
});

test("script and frame are served from bKash's own paths, marked, for any shop, loading nothing from elsewhere", async (t) => {
  const bkash = await openBkash(t);
  const script = await fetch(`${bkash.url}/versions/1.2.0-beta/checkout/bKash-checkout-sandbox.js`);
  const text = await script.text();
  assert.match(script.headers.get("content-type") ?? "", /javascript/);
  assert.match(text, /^const bKash = /m);
  assert.ok(text.includes(`"${bkash.url}/checkout"`));
  assert.ok(!text.includes("__SIMULATOR_ORIGIN__"));
  const frame = await fetch(`${bkash.url}/checkout/2?lang=bn`);
  const page = await frame.text();
  assert.equal(frame.headers.get("x-frame-options"), null);
  assert.match(
    frame.headers.get("content-security-policy") ?? "",
    /default-src 'none'.*frame-ancestors http: https:/,
  );
  for (const served of [text, page]) assert.ok(served.includes("BKASH_SIMULATOR_MARKER_5f1c"));
  const parts = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => String(match[1]));
  assert.ok(parts.length >= 2);
  for (const part of [
    ...parts,
    "/checkout/2/texts.js",
    "/checkout/2/relay.js",
    "/checkout/2/bangla.js",
    "/checkout/2/merchant-logo.svg",
  ]) {
    assert.ok(part.startsWith("/"), part);
    assert.equal((await fetch(bkash.url + part)).status, 200, part);
  }
});
