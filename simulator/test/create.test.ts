import assert from "node:assert/strict";
import { test } from "node:test";
import { openBkash } from "./open-bkash.ts";

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d:\d{3} GMT\+0000$/;

test("create answers with every published field, and no statusCode", async (t) => {
  const bkash = await openBkash(t);
  const { status, body } = await bkash.create({ amount: "85.50", merchantInvoiceNumber: "S-10042-1" });
  assert.equal(status, 200);
  const { paymentID, createTime, orgLogo, ...rest } = body;
  assert.match(String(paymentID), /^[0-9A-Z]{7}\d{13}$/);
  assert.match(String(createTime), TIME);
  assert.ok(String(orgLogo).startsWith(bkash.url));
  assert.deepEqual(rest, {
    orgName: "TestCheckoutDemoMerchant1",
    transactionStatus: "Initiated",
    amount: "85.50",
    currency: "BDT",
    intent: "sale",
    merchantInvoiceNumber: "S-10042-1",
  });
});

test("the amount may be text or a number and is echoed as it was written", async (t) => {
  const bkash = await openBkash(t);
  const written = [
    ["100", "100"],
    [100, "100"],
    ["85.50", "85.50"],
    [85.5, "85.5"],
    ["0.01", "0.01"],
  ];
  for (const [amount, echoed] of written)
    assert.equal((await bkash.create({ amount })).body["amount"], echoed);
});

test("85.5 is worth as much as 85.50", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.createdId({ amount: 85.5 });
  assert.equal((await bkash.control("GET", `payments/${paymentID}`)).body["amountInPoisha"], 8550);
});

test("an amount that is missing, zero, negative, too fine, too large or no number is 2006", async (t) => {
  const bkash = await openBkash(t);
  const wrong = [
    null,
    "",
    "0",
    "0.00",
    0,
    "-1",
    -1,
    "1.234",
    0.1 + 0.2,
    "1,000",
    " 1",
    "1e3",
    1e21,
    "abc",
    {},
    true,
  ];
  for (const amount of wrong) {
    const { status, body } = await bkash.create({ amount });
    assert.equal(status, 200);
    assert.deepEqual(body, { errorCode: "2006", errorMessage: "Invalid amount" }, JSON.stringify(amount));
  }
});

test("currency, intent, invoice number and association are checked with their own codes", async (t) => {
  const bkash = await openBkash(t);
  const cases: [Record<string, unknown>, string, string][] = [
    [{ currency: "USD" }, "2007", "Invalid currency"],
    [{ currency: null }, "2007", "Invalid currency"],
    [{ intent: "SALE" }, "2008", "Invalid intent"],
    [{ merchantInvoiceNumber: "" }, "2031", "Invalid merchant invoice number"],
    [{ merchantInvoiceNumber: "a".repeat(256) }, "2031", "Invalid merchant invoice number"],
    [{ merchantInvoiceNumber: "a<b" }, "2031", "Invalid merchant invoice number"],
    [{ merchantInvoiceNumber: "a&b" }, "2031", "Invalid merchant invoice number"],
    [{ merchantAssociationInfo: "MI05MID" }, "2047", "TLV Data Format Error"],
    [{ merchantAssociationInfo: "XX01a" }, "2047", "TLV Data Format Error"],
    [{ merchantAssociationInfo: 7 }, "2047", "TLV Data Format Error"],
  ];
  for (const [change, errorCode, errorMessage] of cases) {
    const { body } = await bkash.create(change);
    assert.deepEqual(body, { errorCode, errorMessage }, JSON.stringify(change));
  }
});

test("the longest invoice number, a good association, null and unknown fields are accepted", async (t) => {
  const bkash = await openBkash(t);
  for (const change of [
    { merchantInvoiceNumber: "a".repeat(255) },
    { merchantAssociationInfo: "MI05MID54RF09123456One" },
    { merchantAssociationInfo: null },
    { user_id: 7 },
    { intent: "authorization" },
  ]) {
    assert.equal((await bkash.create(change)).body["transactionStatus"], "Initiated", JSON.stringify(change));
  }
});

test("a body that is not JSON is 2025, an empty one lacks its amount", async (t) => {
  const bkash = await openBkash(t);
  assert.equal((await bkash.call("POST", "create", "{amount")).body["errorCode"], "2025");
  assert.equal((await bkash.call("POST", "create")).body["errorCode"], "2006");
  assert.equal((await bkash.call("POST", "create", "[1]")).body["errorCode"], "2006");
});

test("the same invoice number twice gives two payments: create protects nobody", async (t) => {
  const bkash = await openBkash(t);
  const first = await bkash.createdId({ merchantInvoiceNumber: "same" });
  const second = await bkash.createdId({ merchantInvoiceNumber: "same" });
  assert.notEqual(first, second);
  assert.equal(await bkash.status(first), "Initiated");
  assert.equal(await bkash.status(second), "Initiated");
});

test("newer paymentIDs, Dhaka time and the extra hash can be switched on", async (t) => {
  const bkash = await openBkash(t, { paymentIdStyle: "2024", timeZone: "+0600", createHash: true });
  const { body } = await bkash.create();
  assert.match(String(body["paymentID"]), /^CH0011[0-9A-Za-z]{7}\d{13}$/);
  assert.match(String(body["createTime"]), / GMT\+0600$/);
  assert.match(String(body["hash"]), /\d{13}$/);
});
