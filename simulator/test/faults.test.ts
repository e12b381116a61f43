import assert from "node:assert/strict";
import { test } from "node:test";
import { openBkash, type Bkash } from "./open-bkash.ts";

const plant = (bkash: Bkash, fault: object) =>
  bkash.control("POST", "faults", { operation: "execute", ...fault });
const executions = async (bkash: Bkash, paymentID: string) =>
  (await bkash.control("GET", `calls?operation=execute&paymentID=${paymentID}`)).body["calls"] as {
    status: number;
  }[];

test("answer-lost: the money moves, the connection hangs, query knows the truth", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  const { status, body } = await plant(bkash, { fault: "answer-lost" });
  assert.equal(status, 201);
  assert.equal(typeof body["id"], "string");
  await assert.rejects(bkash.execute(paymentID, undefined, 300), { name: "TimeoutError" });
  assert.equal(await bkash.status(paymentID), "Completed");
  assert.equal((await bkash.captures()).length, 1);
  assert.equal((await executions(bkash, paymentID))[0]?.status, null);
});

test("answer-lost with reset cuts the connection instead", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  await plant(bkash, { fault: "answer-lost", how: "reset" });
  await assert.rejects(bkash.execute(paymentID), { name: "TypeError" });
  assert.equal(await bkash.status(paymentID), "Completed");
});

test("never-arrived: the same silence and nothing has moved, so that execute may be sent again", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  await plant(bkash, { fault: "never-arrived" });
  await assert.rejects(bkash.execute(paymentID, undefined, 300), { name: "TimeoutError" });
  assert.equal(await bkash.status(paymentID), "Initiated");
  assert.equal((await bkash.execute(paymentID)).body["transactionStatus"], "Completed");
});

test("an HTTP error can hide work that was done, or not", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  await plant(bkash, { fault: "status-500" });
  const before = await bkash.execute(paymentID);
  assert.equal(before.status, 500);
  assert.deepEqual(before.body, { message: "Internal server error" });
  assert.equal((await bkash.captures()).length, 0);
  await plant(bkash, { fault: "status-504", committed: true });
  const after = await bkash.execute(paymentID);
  assert.equal(after.status, 504);
  assert.deepEqual(after.body, { message: "Endpoint request timed out" });
  assert.equal((await bkash.captures()).length, 1);
});

test("401, expired token, 9999, HTML, nothing and a business error come on command and move nothing", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  const answerTo = async (fault: string) => {
    await plant(bkash, { fault });
    return bkash.execute(paymentID);
  };
  assert.equal((await answerTo("unauthorized")).status, 401);
  assert.deepEqual((await answerTo("token-expired")).body, { message: "The incoming token has expired" });
  assert.deepEqual((await answerTo("system-error-9999")).body, {
    statusCode: "9999",
    statusMessage: "System Error.",
  });
  assert.match((await answerTo("html")).text, /^<!DOCTYPE html>/);
  assert.equal((await answerTo("empty")).text, "");
  assert.deepEqual((await answerTo("error-2023")).body, {
    errorCode: "2023",
    errorMessage: "Insufficient Balance",
  });
  assert.equal((await answerTo("error-503")).body["errorCode"], "503");
  assert.equal((await bkash.captures()).length, 0);
  assert.equal((await bkash.execute(paymentID)).body["transactionStatus"], "Completed");
});

test("wrong amount, currency, invoice and paymentID change the answer and nothing else", async (t) => {
  const bkash = await openBkash(t, { duplicateWindowSeconds: 0 });
  const expected: [string, string, (paymentID: string) => string][] = [
    ["wrong-amount", "amount", () => "86.50"],
    ["wrong-currency", "currency", () => "USD"],
    ["wrong-invoice", "merchantInvoiceNumber", () => "INV-1-other"],
    ["wrong-payment-id", "paymentID", (paymentID) => `X${paymentID.slice(1)}`],
  ];
  for (const [fault, field, value] of expected) {
    const paymentID = await bkash.authorisedId({ amount: "85.50" });
    await plant(bkash, { fault });
    assert.equal((await bkash.execute(paymentID)).body[field], value(paymentID));
    assert.equal((await bkash.query(paymentID)).body["amount"], "85.50");
  }
  for (const capture of await bkash.captures()) assert.equal(capture["amountInPoisha"], 8550);
});

test("truncated and huge answers carry the real one, spoilt", async (t) => {
  const bkash = await openBkash(t, { duplicateWindowSeconds: 0 });
  await plant(bkash, { fault: "truncated" });
  const half = await bkash.execute(await bkash.authorisedId());
  assert.match(half.text, /^\{"paymentID":/);
  assert.throws(() => JSON.parse(half.text));
  await plant(bkash, { fault: "huge" });
  const huge = await bkash.execute(await bkash.authorisedId());
  assert.ok(huge.text.length > 3_000_000);
  assert.equal(huge.body["transactionStatus"], "Completed");
});

test("drip sends one byte a second", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  await plant(bkash, { fault: "drip" });
  await assert.rejects(bkash.execute(paymentID, undefined, 1500), { name: "TimeoutError" });
  assert.equal(await bkash.status(paymentID), "Completed");
});

test("slow: the money moves at once, the answer comes after delayMs", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  await plant(bkash, { fault: "slow", delayMs: 400 });
  const startedAt = Date.now();
  const answer = bkash.execute(paymentID);
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal((await bkash.captures()).length, 1);
  assert.equal((await answer).body["transactionStatus"], "Completed");
  assert.ok(Date.now() - startedAt >= 390);
});

test("late-completion: Initiated while the client waits and after it gave up, Completed when the time has come", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  await plant(bkash, { fault: "late-completion", delayMs: 60_000 });
  await assert.rejects(bkash.execute(paymentID, undefined, 300), { name: "TimeoutError" });
  assert.equal(await bkash.status(paymentID), "Initiated");
  assert.equal((await bkash.execute(paymentID)).body["errorCode"], "2117");
  await bkash.control("POST", "clock", { advanceSeconds: 61 });
  assert.equal(await bkash.status(paymentID), "Completed");
  assert.equal((await bkash.captures()).length, 1);
});

test("a reset forgets late completions, too: they never reach the new ledger", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  await plant(bkash, { fault: "late-completion", delayMs: 60_000 });
  await assert.rejects(bkash.execute(paymentID, undefined, 300), { name: "TimeoutError" });
  await bkash.control("POST", "reset");
  await bkash.control("POST", "clock", { advanceSeconds: 61 });
  assert.deepEqual(await bkash.captures(), []);
});

test("still-initiated: query denies a payment n times, then tells the truth", async (t) => {
  const bkash = await openBkash(t);
  const { paymentID } = await bkash.paid();
  await plant(bkash, { operation: "query", fault: "still-initiated", times: 2 });
  const first = await bkash.query(paymentID);
  assert.equal(first.body["transactionStatus"], "Initiated");
  assert.equal("trxID" in first.body, false);
  assert.equal(await bkash.status(paymentID), "Initiated");
  assert.equal(await bkash.status(paymentID), "Completed");
});

test("a fault waits for its own payment or invoice, and for the n-th call", async (t) => {
  const bkash = await openBkash(t);
  const wanted = await bkash.createdId({ merchantInvoiceNumber: "wanted" });
  const other = await bkash.createdId({ merchantInvoiceNumber: "other" });
  await plant(bkash, { operation: "query", fault: "status-502", paymentID: wanted });
  await plant(bkash, { operation: "query", fault: "status-503", merchantInvoiceNumber: "other", skip: 2 });
  assert.equal((await bkash.query(other)).status, 200);
  assert.equal((await bkash.query(other)).status, 200);
  assert.equal((await bkash.query(other)).status, 503);
  assert.equal((await bkash.query(other)).status, 200);
  assert.equal((await bkash.query(wanted)).status, 502);
  assert.equal((await bkash.query(wanted)).status, 200);
});

test("a fault for three times hits exactly three of twenty concurrent calls", async (t) => {
  const bkash = await openBkash(t);
  await bkash.token();
  await plant(bkash, { operation: "create", fault: "status-500", times: 3 });
  const answers = await Promise.all(Array.from({ length: 20 }, () => bkash.create()));
  assert.equal(answers.filter(({ status }) => status === 500).length, 3);
  const { body } = await bkash.control("GET", "faults");
  assert.deepEqual(body["faults"], []);
});

test("always lasts until it is deleted; one fault or all can be deleted", async (t) => {
  const bkash = await openBkash(t);
  const first = (await plant(bkash, { operation: "*", fault: "status-500", times: "always" })).body["id"];
  await plant(bkash, { operation: "create", fault: "status-503" });
  assert.equal((await bkash.create()).status, 500);
  assert.equal((await bkash.create()).status, 500);
  assert.equal((await bkash.control("DELETE", `faults/${String(first)}`)).status, 200);
  assert.equal((await bkash.control("DELETE", `faults/${String(first)}`)).status, 404);
  assert.deepEqual((await bkash.control("DELETE", "faults")).body, { removed: 1 });
});

test("a grant can be lost, refused and late like any other call", async (t) => {
  const bkash = await openBkash(t);
  await plant(bkash, { operation: "grant", fault: "status-500" });
  assert.equal((await bkash.askToken("grant")).status, 500);
  await plant(bkash, { operation: "grant", fault: "answer-lost", how: "reset" });
  await assert.rejects(bkash.askToken("grant"), { name: "TypeError" });
  assert.ok((await bkash.askToken("grant")).body["id_token"]);
  assert.equal((await bkash.askToken("grant")).body["status"], "fail");
});

test("a mistaken fault is refused with a sentence that says what to send", async (t) => {
  const bkash = await openBkash(t);
  const wrong: [object, RegExp][] = [
    [{ operation: "pay" }, /"operation" must be .*execute/],
    [{ fault: "explode" }, /"fault" must be .*answer-lost/],
    [{ fault: "slow", times: 0 }, /"times" must be/],
    [{ fault: "slow", delayMs: -1 }, /"delayMs" must be/],
    [{ fault: "slow", how: "gently" }, /"how" must be/],
    [{ fault: "slow", payment: "x" }, /There is no field "payment"/],
  ];
  for (const [fault, sentence] of wrong) {
    const { status, body } = await plant(bkash, fault);
    assert.equal(status, 400);
    assert.match(String(body["error"]), sentence);
  }
});
