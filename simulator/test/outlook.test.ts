import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, openBkash, POOR, type Json } from "./open-bkash.ts";
import { openUrlBkash } from "./open-url-bkash.ts";

test("what execute would say is foreseen, and asking for it executes nothing", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.createdId();
  const outlook = async () => (await bkash.control("GET", `payments/${paymentID}/outlook`)).body;
  const foreseen = async () => ((await outlook())["wouldAnswer"] as { execute: Json }).execute;
  assert.deepEqual((await outlook())["next"], ["window"]);
  assert.equal((await foreseen())["errorCode"], "2002");
  await bkash.control("POST", `payments/${paymentID}/authorise`, { wallet: POOR });
  assert.deepEqual((await outlook())["next"], ["execute"]);
  assert.equal((await foreseen())["errorCode"], "2023");
  await bkash.control("POST", `payments/${paymentID}/authorise`, { wallet: GOOD });
  assert.equal((await foreseen())["transactionStatus"], "Completed");
  assert.equal(((await outlook())["payment"] as Json)["executeCalls"], 0);
  assert.equal(await bkash.status(paymentID), "Initiated");
});

test("a payment's timeline names what happened in the window, and no secrets", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.createdId();
  await bkash.window("wallet", { paymentID, wallet: GOOD });
  await bkash.window("otp", { paymentID, otp: "000000" });
  await bkash.window("otp", { paymentID, otp: "123456" });
  await bkash.window("pin", { paymentID, pin: "12121" });
  const { text, body } = await bkash.control("GET", `payments/${paymentID}/outlook`);
  const steps = (body["window"] as { step: string; code: string }[]).map(
    ({ step, code }) => `${step} ${code}`,
  );
  assert.deepEqual(steps, ["wallet 0000", "otp 2016", "otp 0000", "pin 0000"]);
  assert.doesNotMatch(text, /123456|12121/);
});

test("the latest payments are listed newest first", async (t) => {
  const bkash = await openBkash(t);
  const ids = [await bkash.createdId(), await bkash.createdId()];
  const listed = (await bkash.control("GET", "payments")).body["payments"] as { paymentID: string }[];
  assert.deepEqual(
    listed.map(({ paymentID }) => paymentID),
    ids.reverse(),
  );
});

test("the wallet's own app skips number and code, but not the PIN", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.createdId();
  assert.equal((await bkash.window("app", { paymentID, token: "app-01311111111" }))["statusCode"], "2003");
  const answer = await bkash.window("app", { paymentID, token: `app-${GOOD}` });
  assert.deepEqual([answer["statusCode"], answer["wallet"]], ["0000", GOOD]);
  assert.equal((await bkash.window("pin", { paymentID, pin: "12121" }))["statusCode"], "0000");
  assert.equal((await bkash.control("GET", `payments/${paymentID}`)).body["state"], "authorised");
});

test("a switch from the command line outlives a reset", async (t) => {
  const bkash = await openBkash(t, {}, { autoMode: true });
  await bkash.control("POST", "reset");
  assert.equal((await bkash.control("GET", "settings")).body["autoMode"], true);
});

test("a payment of Checkout (URL) is foreseen in that product's words", async (t) => {
  const shop = await openUrlBkash(t);
  const paymentID = await shop.authorisedId();
  const { body } = await shop.bkash.control("GET", `payments/${paymentID}/outlook`);
  const { execute, query } = body["wouldAnswer"] as { execute: Json; query: Json };
  assert.deepEqual([execute["statusCode"], execute["transactionStatus"]], ["0000", "Completed"]);
  assert.deepEqual([query["statusCode"], query["verificationStatus"]], ["0000", "Complete"]);
});
