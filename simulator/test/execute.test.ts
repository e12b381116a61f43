import assert from "node:assert/strict";
import { test } from "node:test";
import { BLOCKED, GOOD, openBkash, POOR } from "./open-bkash.ts";

test("execute takes an empty body, {} and null, moves the money and names its trxID", async (t) => {
  const bkash = await openBkash(t, { duplicateWindowSeconds: 0 });
  for (const body of [undefined, {}, "null"]) {
    const paymentID = await bkash.authorisedId({ amount: "85.50" });
    const answer = await bkash.execute(paymentID, body);
    const { createTime, updateTime, trxID, ...rest } = answer.body;
    assert.equal(answer.status, 200);
    assert.match(String(trxID), /^[0-9A-Z]{10}$/);
    assert.match(String(createTime), /GMT\+0000$/);
    assert.match(String(updateTime), /GMT\+0000$/);
    assert.deepEqual(rest, {
      paymentID,
      transactionStatus: "Completed",
      amount: "85.50",
      currency: "BDT",
      intent: "sale",
      merchantInvoiceNumber: "INV-1",
    });
  }
  const captures = await bkash.captures();
  assert.equal(captures.length, 3);
  assert.equal(captures[0]?.["amountInPoisha"], 8550);
  assert.equal(captures[0]?.["wallet"], GOOD);
});

test("the first three characters of a trxID are the date in Dhaka", async (t) => {
  const bkash = await openBkash(t);
  const { trxID } = await bkash.paid();
  const dhaka = new Date(Date.now() + 6 * 3_600_000);
  const year = (dhaka.getUTCFullYear() - 2013).toString(36).toUpperCase();
  assert.equal(trxID[0], year);
  assert.equal(trxID[1], "ABCDEFGHIJKL"[dhaka.getUTCMonth()]);
  assert.equal(Number.parseInt(trxID[2] ?? "", 36), dhaka.getUTCDate());
});

test("an unknown payment is 2002", async (t) => {
  const bkash = await openBkash(t);
  assert.deepEqual((await bkash.execute("UNKNOWN1700000000000")).body, {
    errorCode: "2002",
    errorMessage: "Invalid Payment ID",
  });
});

test("before the customer has confirmed it is 2002 or 2060, and can still be paid later", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.createdId();
  assert.equal((await bkash.execute(paymentID)).body["errorCode"], "2002");
  await bkash.control("PATCH", "settings", { executeBeforeAuthorisation: "2060" });
  assert.equal((await bkash.execute(paymentID)).body["errorCode"], "2060");
  await bkash.control("POST", `payments/${paymentID}/authorise`);
  assert.equal((await bkash.execute(paymentID)).body["transactionStatus"], "Completed");
});

test("a second execute is 2117, 2062 or the same answer, and never takes money again", async (t) => {
  const bkash = await openBkash(t);
  const { paymentID, trxID } = await bkash.paid();
  assert.deepEqual((await bkash.execute(paymentID)).body, {
    errorCode: "2117",
    errorMessage: "The payment execution has already been completed",
  });
  await bkash.control("PATCH", "settings", { secondExecute: "2062" });
  assert.equal((await bkash.execute(paymentID)).body["errorCode"], "2062");
  await bkash.control("PATCH", "settings", { secondExecute: "same-answer" });
  assert.equal((await bkash.execute(paymentID)).body["trxID"], trxID);
  assert.equal((await bkash.captures()).length, 1);
});

test("of twenty executes at once exactly one takes money", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  const answers = await Promise.all(Array.from({ length: 20 }, () => bkash.execute(paymentID)));
  assert.equal(answers.filter(({ body }) => body["transactionStatus"] === "Completed").length, 1);
  assert.equal(answers.filter(({ body }) => body["errorCode"] === "2117").length, 19);
  assert.equal((await bkash.captures()).length, 1);
});

test("the poor wallet is refused with 2023, the blocked one with 2037 or 2038, and no money moves", async (t) => {
  const bkash = await openBkash(t);
  const poor = await bkash.authorisedId({}, POOR);
  assert.deepEqual((await bkash.execute(poor)).body, {
    errorCode: "2023",
    errorMessage: "Insufficient Balance",
  });
  assert.equal((await bkash.execute(await bkash.authorisedId({}, BLOCKED))).body["errorCode"], "2037");
  await bkash.control("PATCH", "settings", { debitBlockCode: "2038" });
  assert.equal((await bkash.execute(await bkash.authorisedId({}, BLOCKED))).body["errorCode"], "2038");
  assert.equal((await bkash.captures()).length, 0);
});

test("after a refusal the payment is used up and query says Initiated, or Declined when switched", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId({}, POOR);
  await bkash.execute(paymentID);
  await bkash.control("PUT", `wallets/${POOR}`, { balance: "1000" });
  assert.equal((await bkash.execute(paymentID)).body["errorCode"], "2117");
  assert.equal(await bkash.status(paymentID), "Initiated");
  await bkash.control("PATCH", "settings", { declinedStatus: "Declined" });
  assert.equal(await bkash.status(paymentID), "Declined");
});

test("the same wallet and amount within two minutes of a payment is 2029; other wallets and amounts are not", async (t) => {
  const bkash = await openBkash(t);
  await bkash.paid({ amount: "100" });
  assert.deepEqual((await bkash.execute(await bkash.authorisedId({ amount: "100.00" }))).body, {
    errorCode: "2029",
    errorMessage: "Duplicate for all transactions",
  });
  assert.ok((await bkash.execute(await bkash.authorisedId({ amount: "100.01" }))).body["trxID"]);
  assert.ok((await bkash.execute(await bkash.authorisedId({ amount: "100" }, "01929918378"))).body["trxID"]);
  await bkash.control("POST", "clock", { advanceSeconds: 121 });
  assert.ok((await bkash.execute(await bkash.authorisedId({ amount: "100" }))).body["trxID"]);
});

test("the duplicate rule can be switched off for load tests", async (t) => {
  const bkash = await openBkash(t, { duplicateWindowSeconds: 0 });
  await bkash.paid();
  await bkash.paid();
  assert.equal((await bkash.captures()).length, 2);
});

test("a payment lives 24 hours: then execute is 2002 or 2056 and query says Expired", async (t) => {
  const bkash = await openBkash(t, { tokenLifetimeSeconds: 200_000 });
  const paymentID = await bkash.authorisedId();
  await bkash.control("POST", "clock", { advanceSeconds: 86_390 });
  assert.equal(await bkash.status(paymentID), "Initiated");
  await bkash.control("POST", "clock", { advanceSeconds: 20 });
  assert.equal(await bkash.status(paymentID), "Expired");
  assert.equal((await bkash.execute(paymentID)).body["errorCode"], "2002");
  await bkash.control("PATCH", "settings", { executeAfterExpiry: "2056" });
  assert.equal((await bkash.execute(paymentID)).body["errorCode"], "2056");
  assert.equal((await bkash.captures()).length, 0);
});

test("a payment made in time can still be queried days later", async (t) => {
  const bkash = await openBkash(t, { tokenLifetimeSeconds: 2_000_000 });
  const { paymentID } = await bkash.paid();
  await bkash.control("POST", "clock", { advanceSeconds: 86_400 * 10 });
  assert.equal(await bkash.status(paymentID), "Completed");
});

test("after the customer closed the window execute is 2056 or 2002 and query says Initiated or Cancelled", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.createdId();
  await bkash.window("cancel", { paymentID });
  assert.equal((await bkash.execute(paymentID)).body["errorCode"], "2056");
  assert.equal(await bkash.status(paymentID), "Initiated");
  await bkash.control("PATCH", "settings", { executeAfterCancel: "2002", cancelledStatus: "Cancelled" });
  assert.equal((await bkash.execute(paymentID)).body["errorCode"], "2002");
  assert.equal(await bkash.status(paymentID), "Cancelled");
});

test("an authorisation is held by execute, then captured or voided once", async (t) => {
  const bkash = await openBkash(t, { duplicateWindowSeconds: 0 });
  const captured = await bkash.authorisedId({ intent: "authorization" });
  assert.equal((await bkash.execute(captured)).body["transactionStatus"], "Authorized");
  assert.equal((await bkash.captures()).length, 0);
  assert.equal((await bkash.call("POST", `capture/${captured}`)).body["transactionStatus"], "Completed");
  assert.equal((await bkash.call("POST", `capture/${captured}`)).body["errorCode"], "2068");
  assert.equal((await bkash.captures()).length, 1);

  const voided = await bkash.authorisedId({ intent: "authorization" });
  const balance = async () => JSON.stringify((await bkash.control("GET", "wallets")).body);
  const before = await balance();
  await bkash.execute(voided);
  assert.notEqual(await balance(), before);
  assert.equal((await bkash.call("POST", `void/${voided}`)).body["transactionStatus"], "Cancelled");
  assert.equal(await balance(), before);
  assert.equal((await bkash.call("POST", `void/${voided}`)).body["errorCode"], "2069");
  assert.equal((await bkash.captures()).length, 1);
  assert.equal((await bkash.call("POST", `capture/${await bkash.createdId()}`)).body["errorCode"], "2056");
  assert.equal((await bkash.call("POST", "void/nothing")).body["errorCode"], "2002");
});
