import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { BkashGateway } from "bkash-payment-gateway";
import { CREDENTIALS, openBkash, POOR, type Json } from "./open-bkash.ts";

// bkash-payment-gateway 2.0.1 from npm: its own tests ran against bKash's sandbox. It is told another host and nothing
// else.
async function openGateway(t: TestContext, settings: Json = {}) {
  const bkash = await openBkash(t, settings);
  const gateway = new BkashGateway({
    baseURL: `${bkash.url}/v1.2.0-beta`,
    key: CREDENTIALS.appKey,
    secret: CREDENTIALS.appSecret,
    username: CREDENTIALS.username,
    password: CREDENTIALS.password,
  });
  return { bkash, gateway };
}

const ORDER = { amount: 85.5, orderID: "Order_7", intent: "sale" } as const;

test("bkash-payment-gateway from npm pays, asks and refunds", async (t) => {
  const { bkash, gateway } = await openGateway(t);
  const created = await gateway.createPayment(ORDER);
  assert.equal(created.transactionStatus, "Initiated");
  assert.equal(created.merchantInvoiceNumber, "Order_7");
  const { paymentID } = created;
  await bkash.control("POST", `payments/${paymentID}/authorise`);
  const executed = await gateway.executePayment(paymentID);
  assert.equal(executed.transactionStatus, "Completed");
  assert.equal(executed.amount, "85.5");
  assert.equal((await gateway.queryPayment(paymentID)).transactionStatus, "Completed");
  const { trxID } = executed;
  await assert.rejects(gateway.refundStatus(trxID, paymentID), { message: "Invalid Payment ID" });
  const wish = { paymentID, trxID, amount: "10.00", sku: "tea", reason: "cold" };
  const refund = await gateway.refundTransaction(wish);
  assert.equal(refund.transactionStatus, "Completed");
  assert.equal((await gateway.refundStatus(trxID, paymentID)).refundTrxID, refund.refundTrxID);
});

test("bkash-payment-gateway meets bKash's refusals as its own exceptions", async (t) => {
  const { bkash, gateway } = await openGateway(t);
  const exception = (message: string) => ({ name: "BkashException", message });
  await assert.rejects(gateway.executePayment("UNKNOWN1700000000000"), exception("Invalid Payment ID"));
  const { paymentID } = await gateway.createPayment(ORDER);
  await assert.rejects(gateway.executePayment(paymentID), exception("Invalid Payment ID"));
  await bkash.control("POST", `payments/${paymentID}/authorise`, { wallet: POOR });
  await assert.rejects(gateway.executePayment(paymentID), exception("Insufficient Balance"));
  await assert.rejects(gateway.createPayment({ ...ORDER, amount: 1.234 }), exception("Invalid amount"));
});

test("bkash-payment-gateway says so when the credentials are wrong, or asked for too often", async (t) => {
  const { bkash, gateway } = await openGateway(t, { tokenCallCap: 1 });
  await gateway.createPayment(ORDER);
  const again = new BkashGateway({
    baseURL: `${bkash.url}/v1.2.0-beta`,
    key: CREDENTIALS.appKey,
    secret: CREDENTIALS.appSecret,
    username: CREDENTIALS.username,
    password: CREDENTIALS.password,
  });
  await assert.rejects(again.createPayment(ORDER), { message: "Invalid API Credentials Provided" });
});
