import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, type Json } from "./open-bkash.ts";
import { openUrlBkash, type UrlMerchant } from "./open-url-bkash.ts";

async function openPage(merchant: UrlMerchant) {
  const { body } = await merchant.create();
  const { searchParams } = new URL(String(body["bkashURL"]));
  const page = { paymentID: searchParams.get("paymentId"), hash: searchParams.get("hash") };
  const ask = (step: string, fields: Json = {}) =>
    merchant.bkash.send("POST", `/checkout/url/api/${step}`, { ...page, ...fields });
  return { paymentID: String(page.paymentID), url: String(body["bkashURL"]), ask };
}

async function statusOf(answer: Promise<{ body: Json }>): Promise<string | null> {
  return new URL(String((await answer).body["callback"])).searchParams.get("status");
}

test("the hosted page is the window's own page with another way out, and nobody may frame it", async (t) => {
  const merchant = await openUrlBkash(t);
  const { url } = await openPage(merchant);
  const response = await fetch(url);
  const html = await response.text();
  assert.match(html, /BKASH_SIMULATOR_MARKER_5f1c/);
  assert.match(html, /src="\/checkout\/url\/frame\.js"/);
  assert.match(response.headers.get("content-security-policy") ?? "", /frame-ancestors 'none'/);
  const relay = await merchant.bkash.send("GET", "/checkout/url/relay.js");
  assert.match(relay.text, /checkout\/url\/api/);
  assert.doesNotMatch(relay.text, /postMessage/);
});

test("the hosted page opens with its secret only", async (t) => {
  const merchant = await openUrlBkash(t);
  const { ask, paymentID } = await openPage(merchant);
  assert.deepEqual((await ask("open")).body, {
    paymentData: {
      paymentID,
      orgName: "TestCheckoutDemoMerchant1",
      amount: "120.50",
      merchantInvoiceNumber: "INV-7",
    },
  });
  assert.equal((await ask("open", { hash: "guessed" })).status, 404);
  const iframe = await merchant.bkash.createdId();
  assert.equal((await ask("open", { paymentID: iframe })).status, 404);
});

test("the customer comes back with success only after the PIN, whatever the page says", async (t) => {
  const merchant = await openUrlBkash(t);
  const { ask, paymentID } = await openPage(merchant);
  assert.equal(await statusOf(ask("leave", { status: "success" })), "failure");
  await merchant.bkash.window("wallet", { paymentID, wallet: GOOD });
  await merchant.bkash.window("otp", { paymentID, otp: "123456" });
  await merchant.bkash.window("pin", { paymentID, pin: "12121" });
  assert.equal(await statusOf(ask("leave", { status: "failure" })), "success");
  assert.equal((await merchant.call("execute", { paymentID })).body["transactionStatus"], "Completed");
  assert.equal(await statusOf(ask("open")), "success");
});

test("a customer who gives up comes back with cancel, and the payment cannot be executed", async (t) => {
  const merchant = await openUrlBkash(t);
  const { ask, paymentID } = await openPage(merchant);
  await merchant.bkash.window("cancel", { paymentID });
  assert.equal(await statusOf(ask("leave", { status: "cancel" })), "cancel");
  assert.equal((await merchant.call("execute", { paymentID })).body["statusCode"], "2056");
  assert.equal((await ask("leave", { status: "elsewhere" })).status, 404);
});
