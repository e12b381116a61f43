import assert from "node:assert/strict";
import { test } from "node:test";
import {
  captureAuthPayment,
  createAuthPayment,
  createPayment,
  executePayment,
  queryPayment,
  refundTransaction,
  searchTransaction,
  voidAuthPayment,
} from "bkash-payment";
import { CREDENTIALS, openBkash } from "./open-bkash.ts";

// bkash-payment 3.0.5 from npm: written against the real Checkout (URL), told another host and nothing else. It keeps
// its token in its module for an hour, hence one bKash for all it does.
test("bkash-payment from npm pays, asks, searches, refunds, captures and voids", async (t) => {
  const bkash = await openBkash(t, { duplicateWindowSeconds: 0 });
  const config = {
    base_url: `${bkash.url}/v1.2.0-beta`,
    username: CREDENTIALS.username,
    password: CREDENTIALS.password,
    app_key: CREDENTIALS.appKey,
    app_secret: CREDENTIALS.appSecret,
  };
  const order = {
    amount: 250,
    callbackURL: "http://127.0.0.1:3000/bkash-callback",
    orderID: "Order_101",
    reference: "1",
  };
  const confirm = (paymentID: string | undefined) => bkash.control("POST", `payments/${paymentID}/authorise`);

  const created = await createPayment(config, order);
  assert.equal(created["statusCode"], "0000");
  assert.equal((await fetch(String(created["bkashURL"]))).status, 200);
  const paymentID = String(created["paymentID"]);
  assert.equal((await executePayment(config, paymentID))["statusCode"], "2060");
  await confirm(paymentID);
  const executed = await executePayment(config, paymentID);
  assert.equal(executed["transactionStatus"], "Completed");
  assert.equal(executed["merchantInvoiceNumber"], "Order_101");
  const trxID = String(executed["trxID"]);
  assert.equal((await executePayment(config, paymentID))["statusCode"], "2117");
  assert.equal((await queryPayment(config, paymentID))["trxID"], trxID);
  assert.equal((await searchTransaction(config, trxID))["amount"], "250");
  // It asks for the refund's status first, and refunds when there is none.
  const refund = { paymentID, trxID, amount: 100 };
  const refunded = await refundTransaction(config, refund);
  assert.equal(refunded["amount"], "100.00");
  assert.equal((await refundTransaction(config, refund))["refundTrxID"], refunded["refundTrxID"]);

  const [kept = "", given = ""] = [
    (await createAuthPayment(config, order))["paymentID"],
    (await createAuthPayment(config, order))["paymentID"],
  ];
  for (const authorised of [kept, given]) {
    await confirm(authorised);
    assert.equal((await executePayment(config, authorised))["transactionStatus"], "Authorized");
  }
  assert.equal((await captureAuthPayment(config, kept))["transactionStatus"], "Completed");
  assert.equal((await voidAuthPayment(config, given))["transactionStatus"], "Cancelled");

  const { body } = await bkash.control("GET", "ledger");
  assert.deepEqual(body["totals"], {
    captures: 2,
    capturedInPoisha: 50_000,
    refunds: 1,
    refundedInPoisha: 10_000,
  });
  const calls = (await bkash.control("GET", "calls")).body["operations"] as Record<string, { calls: number }>;
  assert.equal(calls["grant"]?.calls, 1, "one token for everything");
});
