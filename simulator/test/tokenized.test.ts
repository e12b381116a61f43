import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD } from "./open-bkash.ts";
import { openUrlBkash } from "./open-url-bkash.ts";

const OK = { statusCode: "0000", statusMessage: "Successful" };
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d:\d{3} GMT\+0000$/;

test("grant of Checkout (URL) says 0000 beside the token", async (t) => {
  const merchant = await openUrlBkash(t);
  const { id_token: token, refresh_token: refresh, ...rest } = (await merchant.askToken("grant")).body;
  assert.ok(token);
  assert.deepEqual(rest, { ...OK, token_type: "Bearer", expires_in: 3600 });
  const again = await merchant.askToken("refresh", { refresh_token: refresh });
  assert.equal(again.body["statusCode"], "0000");
});

test("each product has its own token cap, unless they are switched to share one", async (t) => {
  const merchant = await openUrlBkash(t);
  for (const _call of [1, 2]) assert.ok((await merchant.askToken("grant")).body["id_token"]);
  assert.equal((await merchant.askToken("grant")).body["status"], "fail");
  assert.ok((await merchant.bkash.askToken("grant")).body["id_token"]);
  await merchant.bkash.control("POST", "reset", { tokenCapShared: true });
  for (const _call of [1, 2]) assert.ok((await merchant.askToken("grant")).body["id_token"]);
  assert.equal((await merchant.bkash.askToken("grant")).body["status"], "fail");
});

test("create answers with the customer's page and three ways back", async (t) => {
  const merchant = await openUrlBkash(t);
  const { body } = await merchant.create();
  const { paymentID, bkashURL, paymentCreateTime, ...rest } = body;
  assert.match(String(paymentID), /^TR0011[0-9A-Za-z]{7}\d{13}$/);
  assert.match(String(paymentCreateTime), TIME);
  const page = new URL(String(bkashURL));
  assert.equal(page.searchParams.get("paymentId"), paymentID);
  assert.equal(page.searchParams.get("mode"), "0011");
  const { successCallbackURL, failureCallbackURL, cancelledCallbackURL, ...plain } = rest;
  const statuses = [successCallbackURL, failureCallbackURL, cancelledCallbackURL].map((address) => {
    const { searchParams } = new URL(String(address));
    assert.equal(searchParams.get("order"), "7");
    assert.equal(searchParams.get("paymentID"), paymentID);
    assert.ok(searchParams.get("signature"));
    return searchParams.get("status");
  });
  assert.deepEqual(statuses, ["success", "failure", "cancel"]);
  assert.deepEqual(plain, {
    ...OK,
    callbackURL: "https://shop.test/back?order=7",
    amount: "120.50",
    intent: "sale",
    currency: "BDT",
    transactionStatus: "Initiated",
    merchantInvoiceNumber: "INV-7",
  });
});

test("execute, status and search tell the same story", async (t) => {
  const merchant = await openUrlBkash(t);
  const paymentID = await merchant.createdId();
  const before = (await merchant.call("payment/status", { paymentID })).body;
  assert.equal(before["transactionStatus"], "Initiated");
  assert.equal(before["verificationStatus"], "Incomplete");
  assert.equal(before["trxID"], undefined);
  await merchant.bkash.control("POST", `payments/${paymentID}/authorise`);
  const { trxID, paymentExecuteTime, ...rest } = (await merchant.call("execute", { paymentID })).body;
  assert.match(String(trxID), /^[0-9A-Z]{10}$/);
  assert.match(String(paymentExecuteTime), TIME);
  assert.deepEqual(rest, {
    ...OK,
    paymentID,
    payerReference: "customer-7",
    customerMsisdn: GOOD,
    amount: "120.50",
    transactionStatus: "Completed",
    currency: "BDT",
    intent: "sale",
    merchantInvoiceNumber: "INV-7",
  });
  const after = (await merchant.call("payment/status", { paymentID })).body;
  assert.equal(after["transactionStatus"], "Completed");
  assert.equal(after["userVerificationStatus"], "Complete");
  assert.equal(after["merchantInvoice"], "INV-7");
  assert.equal(after["trxID"], trxID);
  const found = (await merchant.call("general/searchTransaction", { trxID })).body;
  assert.equal(found["transactionStatus"], "Completed");
  assert.equal(found["statusCode"], "0000");
});

test("a second execute is refused in the words of this product and takes no money", async (t) => {
  const merchant = await openUrlBkash(t);
  const { paymentID } = await merchant.paid();
  assert.deepEqual((await merchant.call("execute", { paymentID })).body, {
    statusCode: "2117",
    statusMessage: "Payment execution already been called before",
  });
  assert.equal((await merchant.bkash.captures()).length, 1);
});

test("both products write into one ledger and take from one set of wallets", async (t) => {
  const merchant = await openUrlBkash(t);
  await merchant.paid();
  await merchant.bkash.paid({ amount: "30" });
  assert.deepEqual(
    (await merchant.bkash.captures()).map(({ amountInPoisha }) => amountInPoisha),
    [12_050, 3000],
  );
  const authorised = await merchant.authorisedId({ amount: "30" });
  const twice = (await merchant.call("execute", { paymentID: authorised })).body;
  assert.equal(twice["statusCode"], "2029");
});

test("a product does not know the other one's payments", async (t) => {
  const merchant = await openUrlBkash(t);
  const own = await merchant.authorisedId();
  const other = await merchant.bkash.authorisedId();
  assert.equal((await merchant.bkash.execute(own)).body["errorCode"], "2002");
  assert.equal((await merchant.bkash.query(own)).body["errorCode"], "2002");
  assert.equal((await merchant.call("execute", { paymentID: other })).body["statusCode"], "2002");
  assert.equal((await merchant.call("payment/status", { paymentID: other })).body["statusCode"], "2002");
});

test("an authorisation is captured once, or voided and given back", async (t) => {
  const merchant = await openUrlBkash(t, { duplicateWindowSeconds: 0 });
  const first = (await merchant.paid({ intent: "authorization" })).paymentID;
  assert.equal((await merchant.bkash.captures()).length, 0);
  const captured = (await merchant.call("payment/confirm/capture", { paymentID: first })).body;
  assert.equal(captured["transactionStatus"], "Completed");
  assert.equal((await merchant.bkash.captures()).length, 1);
  const second = (await merchant.paid({ intent: "authorization" })).paymentID;
  const voided = (await merchant.call("payment/confirm/void", { paymentID: second })).body;
  assert.equal(voided["transactionStatus"], "Cancelled");
  assert.equal((await merchant.bkash.captures()).length, 1);
});

test("refund v1 works as at the other product", async (t) => {
  const merchant = await openUrlBkash(t);
  const { paymentID, trxID } = await merchant.paid();
  const wish = { paymentID, trxID, amount: "20", sku: "tea", reason: "cold" };
  const refund = (await merchant.call("payment/refund", wish)).body;
  assert.equal(refund["statusCode"], "0000");
  assert.equal(refund["originalTrxID"], trxID);
  assert.equal(refund["amount"], "20.00");
  const status = (await merchant.call("payment/refund", { paymentID, trxID })).body;
  assert.equal(status["refundTrxID"], refund["refundTrxID"]);
});

test("refund v2 gives back in up to ten parts and lists them", async (t) => {
  const merchant = await openUrlBkash(t);
  const { paymentID, trxID } = await merchant.paid();
  const wish = { paymentId: paymentID, trxId: trxID, refundAmount: "1.05", sku: "tea", reason: "cold" };
  const { completedTime, refundTrxId, ...rest } = (await merchant.call("refund-v2/transaction", wish)).body;
  assert.match(String(completedTime), TIME);
  assert.match(String(refundTrxId), /^[0-9A-Z]{10}$/);
  assert.deepEqual(rest, {
    ...OK,
    originalTrxId: trxID,
    refundTransactionStatus: "Completed",
    originalTrxAmount: "120.50",
    refundAmount: "1.05",
    currency: "BDT",
    sku: "tea",
    reason: "cold",
  });
  for (let part = 2; part <= 10; part += 1) await merchant.call("refund-v2/transaction", wish);
  assert.equal((await merchant.call("refund-v2/transaction", wish)).body["statusCode"], "2074");
  const status = (await merchant.call("refund-v2/status", { paymentId: paymentID, trxId: trxID })).body;
  assert.equal((status["refundTransactions"] as unknown[]).length, 10);
  assert.match(String(status["originalTrxCompletedTime"]), TIME);
});

test("faults speak this product's words", async (t) => {
  const merchant = await openUrlBkash(t);
  const plant = (operation: string, fault: string) =>
    merchant.bkash.control("POST", "faults", { operation, fault });
  const { paymentID } = await merchant.paid();
  await plant("query", "still-initiated");
  const early = (await merchant.call("payment/status", { paymentID })).body;
  assert.equal(early["transactionStatus"], "Initiated");
  assert.equal(early["trxID"], undefined);
  await plant("query", "error-2023");
  const refused = (await merchant.call("payment/status", { paymentID })).body;
  assert.deepEqual(refused, { statusCode: "2023", statusMessage: "Insufficient Balance" });
  await plant("create", "unauthorized");
  assert.deepEqual((await merchant.create()).body, { message: "Unauthorized" });
});
