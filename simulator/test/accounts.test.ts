import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, openBkash, type Bkash, type Json } from "./open-bkash.ts";

const TO_DISBURSEMENT = { amount: "500.00", currency: "BDT", transferType: "Collection2Disbursement" };
const PAYOUT = { amount: "20", currency: "BDT", merchantInvoiceNumber: "OUT-1", receiverMSISDN: GOOD };

async function balances(bkash: Bkash): Promise<unknown[]> {
  const { body } = await bkash.call("GET", "organizationBalance");
  return (body["organizationBalance"] as Json[]).map((account) => account["currentBalance"]);
}

test("a transfer moves money between the merchant's two accounts and back", async (t) => {
  const bkash = await openBkash(t);
  assert.deepEqual(await balances(bkash), ["1000000.00", "0.00"]);
  const { completedTime, trxID, ...rest } = (
    await bkash.call("POST", "intraAccountTransfer", TO_DISBURSEMENT)
  ).body;
  assert.match(String(completedTime), /GMT\+0000$/);
  assert.match(String(trxID), /^[0-9A-Z]{10}$/);
  assert.deepEqual(rest, { ...TO_DISBURSEMENT, transactionStatus: "Completed" });
  assert.deepEqual(await balances(bkash), ["999500.00", "500.00"]);
  const found = (await bkash.call("GET", `search/${String(trxID)}`)).body;
  assert.equal(found["transactionType"], "Intra Account Transfer");
  const back = { ...TO_DISBURSEMENT, amount: "500", transferType: "Disbursement2Collection" };
  await bkash.call("POST", "intraAccountTransfer", back);
  assert.deepEqual(await balances(bkash), ["1000000.00", "0.00"]);
});

test("a payout leaves the disbursement account and reaches the customer's wallet", async (t) => {
  const bkash = await openBkash(t);
  const balanceOf = async () => {
    const { body } = await bkash.control("GET", "wallets");
    return (body["wallets"] as Json[]).find(({ msisdn }) => msisdn === GOOD)?.["balanceInPoisha"] as number;
  };
  const before = await balanceOf();
  assert.equal((await bkash.call("POST", "b2cPayment", PAYOUT)).body["errorCode"], "2023");
  await bkash.call("POST", "intraAccountTransfer", TO_DISBURSEMENT);
  const { completedTime, trxID, ...rest } = (await bkash.call("POST", "b2cPayment", PAYOUT)).body;
  assert.match(String(completedTime), /GMT\+0000$/);
  assert.deepEqual(rest, { ...PAYOUT, transactionStatus: "Completed", b2cFee: "0.00" });
  assert.equal(await balanceOf(), before + 2000);
  assert.deepEqual(await balances(bkash), ["999500.00", "480.00"]);
  assert.equal((await bkash.call("GET", `search/${String(trxID)}`)).body["customerMsisdn"], GOOD);
});

test("a reset empties the disbursement account", async (t) => {
  const bkash = await openBkash(t);
  await bkash.call("POST", "intraAccountTransfer", TO_DISBURSEMENT);
  await bkash.control("POST", "reset", { keepTokens: true });
  assert.deepEqual(await balances(bkash), ["1000000.00", "0.00"]);
});
