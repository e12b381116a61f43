import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, openBkash } from "./open-bkash.ts";

test("query of an unexecuted payment has no trxID and no updateTime, or empty ones when switched", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.createdId();
  const { body } = await bkash.query(paymentID);
  assert.equal(body["transactionStatus"], "Initiated");
  assert.equal("trxID" in body, false);
  assert.equal("updateTime" in body, false);
  await bkash.control("PATCH", "settings", { unexecutedFields: "empty" });
  assert.equal((await bkash.query(paymentID)).body["trxID"], "");
});

test("query of a paid payment repeats execute's answer plus refundAmount", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  const executed = (await bkash.execute(paymentID)).body;
  assert.deepEqual((await bkash.query(paymentID)).body, { ...executed, refundAmount: "0.00" });
});

test("query without Content-Type is the gateway's 400, an unknown id is 2002", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.createdId();
  const token = await bkash.token();
  const answer = await bkash.send("GET", `/v1.2.0-beta/checkout/payment/query/${paymentID}`, undefined, {
    authorization: token,
    "x-app-key": "key",
  });
  assert.equal(answer.status, 400);
  assert.deepEqual(answer.body, { message: "Missing required request parameters: [Content-Type]" });
  assert.equal((await bkash.query("nothing")).body["errorCode"], "2002");
});

test("search finds a payment by trxID without its invoice; an unknown one is 2033", async (t) => {
  const bkash = await openBkash(t);
  const { trxID } = await bkash.paid({ merchantAssociationInfo: "RF03abc" });
  const { completedTime, initiationTime, ...rest } = (await bkash.call("GET", `search/${trxID}`)).body;
  assert.match(String(completedTime), /GMT/);
  assert.match(String(initiationTime), /GMT/);
  assert.deepEqual(rest, {
    amount: "100",
    currency: "BDT",
    customerMsisdn: GOOD,
    organizationShortCode: "50011",
    transactionReference: "abc",
    transactionStatus: "Completed",
    transactionType: "Payment",
    trxID,
  });
  assert.deepEqual((await bkash.call("GET", "search/NOTHING123")).body, {
    errorCode: "2033",
    errorMessage: "Transaction not found",
  });
});

test("a refund gives money back with two decimals; the same call without amount is its status", async (t) => {
  const bkash = await openBkash(t);
  const { paymentID, trxID } = await bkash.paid();
  const before = await bkash.call("POST", "refund", { paymentID, trxID });
  assert.equal(before.body["errorCode"], "2002");
  const wish = { paymentID, trxID, amount: "10", sku: "a", reason: "b" };
  const { completedTime, refundTrxID, ...rest } = (await bkash.call("POST", "refund", wish)).body;
  assert.match(String(completedTime), /GMT/);
  assert.match(String(refundTrxID), /^[0-9A-Z]{10}$/);
  assert.deepEqual(rest, {
    transactionStatus: "Completed",
    originalTrxID: trxID,
    amount: "10.00",
    currency: "BDT",
    charge: "0.00",
  });
  const nulls = { amount: null, sku: null, reason: null };
  const status = await bkash.call("POST", "refund", { paymentID, trxID, ...nulls });
  assert.equal(status.body["refundTrxID"], refundTrxID);
  assert.equal((await bkash.query(paymentID)).body["refundAmount"], "10.00");
  assert.equal((await bkash.call("GET", `search/${refundTrxID}`)).body["transactionType"], "Refund");
});

test("paymentId, as the documentation spells it, works like paymentID", async (t) => {
  const bkash = await openBkash(t);
  const { paymentID, trxID } = await bkash.paid();
  const wish = { paymentId: paymentID, trxID, amount: 100, sku: "a", reason: "b" };
  assert.equal((await bkash.call("POST", "refund", wish)).body["amount"], "100.00");
});

test("each reason to refuse a refund has its code", async (t) => {
  const bkash = await openBkash(t, { tokenLifetimeSeconds: 5_000_000 });
  const { paymentID, trxID } = await bkash.paid();
  const refund = async (change: object) =>
    (await bkash.call("POST", "refund", { paymentID, trxID, amount: "10", sku: "a", reason: "b", ...change }))
      .body;
  assert.equal((await refund({ paymentID: "nothing" }))["errorCode"], "2002");
  assert.equal((await refund({ trxID: "NOTHING123" }))["errorCode"], "2077");
  const other = await bkash.paid({ amount: "20" });
  assert.equal((await refund({ trxID: other.trxID }))["errorCode"], "2077");
  assert.equal((await refund({ amount: "1.234" }))["errorCode"], "2006");
  assert.equal((await refund({ amount: "0" }))["errorCode"], "2006");
  assert.equal((await refund({ amount: "100.01" }))["errorCode"], "2026");
  assert.equal((await refund({ sku: "a".repeat(256) }))["errorCode"], "2075");
  assert.equal((await refund({ reason: "a".repeat(256) }))["errorCode"], "2076");
  const unpaid = await bkash.createdId();
  assert.equal((await refund({ paymentID: unpaid }))["errorCode"], "2056");
  await bkash.control("POST", "clock", { advanceSeconds: 15 * 86_400 + 60 });
  assert.deepEqual(await refund({}), { errorCode: "2071", errorMessage: "Refund after 15 days not allowed" });
});

test("profile v1 refunds once; a full refund cannot be repeated", async (t) => {
  const bkash = await openBkash(t, { duplicateWindowSeconds: 0 });
  const refund = async (paid: object, amount: string) =>
    (await bkash.call("POST", "refund", { ...paid, amount, sku: "a", reason: "b" })).body;
  const partly = await bkash.paid();
  await refund(partly, "10");
  assert.equal((await refund(partly, "10"))["errorCode"], "2074");
  const fully = await bkash.paid();
  await refund(fully, "100");
  assert.equal((await refund(fully, "1"))["errorCode"], "2034");
});

test("profile v2 allows ten partial refunds and never more than was paid", async (t) => {
  const bkash = await openBkash(t, { refundProfile: "v2" });
  const paid = await bkash.paid();
  const refund = async (amount: string) =>
    (await bkash.call("POST", "refund", { ...paid, amount, sku: "a", reason: "b" })).body;
  for (let count = 0; count < 10; count += 1) assert.equal((await refund("1"))["amount"], "1.00");
  assert.equal((await refund("1"))["errorCode"], "2074");
  const other = await bkash.paid({ amount: "50" });
  const wish = { ...other, amount: "30", sku: "a", reason: "b" };
  await bkash.call("POST", "refund", wish);
  assert.equal((await bkash.call("POST", "refund", wish)).body["errorCode"], "2026");
});

test("the merchant's balance grows with payments and shrinks with refunds", async (t) => {
  const bkash = await openBkash(t);
  const balance = async () => {
    const { body } = await bkash.call("GET", "organizationBalance");
    return (body["organizationBalance"] as Record<string, unknown>[])[0] ?? {};
  };
  const before = Number((await balance())["availableBalance"]);
  const paid = await bkash.paid({ amount: "100.25" });
  await bkash.call("POST", "refund", { ...paid, amount: "0.25", sku: "a", reason: "b" });
  const account = await balance();
  assert.equal(Number(account["availableBalance"]) - before, 100);
  assert.deepEqual(Object.keys(account), [
    "accountHolderName",
    "accountStatus",
    "accountTypeName",
    "availableBalance",
    "currency",
    "currentBalance",
    "updateTime",
  ]);
});

test("a path that bKash does not have is 403, in the words that fit the request", async (t) => {
  const bkash = await openBkash(t);
  const plain = await bkash.send("GET", "/v1.2.0-beta/tokenized/checkout/create");
  assert.equal(plain.status, 403);
  assert.deepEqual(plain.body, { message: "Forbidden" });
  const signed = await bkash.call("POST", "nothing", {});
  assert.equal(signed.status, 403);
  assert.match(String(signed.body["message"]), /^Authorization header requires 'Credential' parameter\./);
  assert.equal((await bkash.send("GET", "/elsewhere")).status, 404);
});

test("the API sends no CORS headers, so a shop cannot call it from a browser", async (t) => {
  const bkash = await openBkash(t);
  const response = await fetch(`${bkash.url}/v1.2.0-beta/checkout/payment/create`, {
    method: "POST",
    headers: { origin: "http://localhost:3000", authorization: await bkash.token() },
  });
  assert.equal(response.headers.get("access-control-allow-origin"), null);
});
