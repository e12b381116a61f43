import assert from "node:assert/strict";
import { test } from "node:test";
import { assertShape, FORMATS, shapesOf } from "./contract/shape.ts";
import { openBkash, POOR, type Json } from "./open-bkash.ts";
import { openUrlBkash } from "./open-url-bkash.ts";
import { messageIn, subscribed } from "./webhook-receiver.ts";

const MONEY = { amount: "10", currency: "BDT" };
const ODD_DEFAULTS = {
  expiresInAs: "string",
  timeZone: "+0600",
  paymentIdStyle: "2024",
  createHash: true,
  unexecutedFields: "empty",
  webhookMessageAs: "object",
  webhookShortCode: "masked",
  webhookCouponPoisha: 100,
  webhookSubject: "Payment",
};

test("the formats hold for the values recorded from bKash", () => {
  for (const [name, { pattern, recorded }] of Object.entries(FORMATS)) {
    for (const value of recorded) assert.match(value, new RegExp(pattern), name);
  }
});

for (const [name, settings] of Object.entries({ defaults: {}, "the other switches": ODD_DEFAULTS })) {
  test(`Checkout (iFrame) answers in the recorded shapes, with ${name}`, async (t) => {
    const bkash = await openBkash(t, { ...settings, duplicateWindowSeconds: 0 });
    const shapes = shapesOf("checkout");
    const check = (answer: Json, shape: string) => assertShape(answer, shapes[shape], shape);
    check((await bkash.askToken("grant")).body, "grant");
    check((await bkash.askToken("grant", { app_key: "wrong" })).body, "grantFailure");
    await bkash.control("POST", "reset", { ...settings, duplicateWindowSeconds: 0, keepTokens: true });
    check((await bkash.create({ merchantInvoiceNumber: "INV-2", amount: 85.5 })).body, "create");
    check((await bkash.create({ amount: "nothing" })).body, "refusal");
    const open = await bkash.createdId();
    check((await bkash.query(open)).body, "query");
    check((await bkash.execute(await bkash.authorisedId({}, POOR))).body, "refusal");
    const paymentID = await bkash.authorisedId();
    const executed = (await bkash.execute(paymentID)).body;
    check(executed, "execute");
    check((await bkash.query(paymentID)).body, "query");
    const { trxID } = executed;
    check((await bkash.call("GET", `search/${String(trxID)}`)).body, "search");
    const wish = { paymentID, trxID, amount: "10", sku: "a", reason: "b" };
    const refunded = (await bkash.call("POST", "refund", wish)).body;
    check(refunded, "refund");
    check((await bkash.call("POST", "refund", { paymentID, trxID })).body, "refund");
    check((await bkash.call("GET", `search/${String(refunded["refundTrxID"])}`)).body, "search");
    for (const step of ["capture", "void"]) {
      const held = await bkash.authorisedId({ intent: "authorization" });
      check((await bkash.execute(held)).body, "execute");
      check((await bkash.call("POST", `${step}/${held}`)).body, "capture");
    }
    const { organizationBalance } = (await bkash.call("GET", "organizationBalance")).body;
    for (const account of organizationBalance as Json[]) check(account, "account");
    const transfer = { ...MONEY, transferType: "Collection2Disbursement" };
    check((await bkash.call("POST", "intraAccountTransfer", transfer)).body, "transfer");
    const payout = { ...MONEY, merchantInvoiceNumber: "OUT-1", receiverMSISDN: "01770618575" };
    check((await bkash.call("POST", "b2cPayment", payout)).body, "payout");
    await bkash.control("POST", "faults", { operation: "query", fault: "system-error-9999" });
    check((await bkash.query(open)).body, "systemError");
    check((await bkash.call("GET", `query/${open}`, undefined, { authorization: "wrong" })).body, "gateway");
  });

  test(`Checkout (URL) answers in the recorded shapes, with ${name}`, async (t) => {
    const merchant = await openUrlBkash(t, settings);
    const shapes = shapesOf("tokenized");
    const check = ({ statusCode, statusMessage, ...answer }: Json, shape: string) => {
      assert.deepEqual([statusCode, statusMessage], ["0000", "Successful"], shape);
      assertShape(answer, shapes[shape], shape);
    };
    check((await merchant.create()).body, "create");
    const refused = (await merchant.create({ amount: "nothing" })).body;
    assertShape(refused, shapes["refusal"], "refusal");
    const paymentID = await merchant.authorisedId();
    check((await merchant.call("payment/status", { paymentID: await merchant.createdId() })).body, "status");
    const executed = (await merchant.call("execute", { paymentID })).body;
    check(executed, "execute");
    check((await merchant.call("payment/status", { paymentID })).body, "status");
    const both = { paymentId: paymentID, trxId: executed["trxID"] };
    const wish = { ...both, refundAmount: "5", sku: "a", reason: "b" };
    check((await merchant.call("refund-v2/transaction", wish)).body, "refund");
    check((await merchant.call("refund-v2/status", both)).body, "refundStatus");
  });

  test(`webhooks arrive in the recorded shapes, with ${name}`, async (t) => {
    const bkash = await openBkash(t, settings);
    const shapes = shapesOf("webhook");
    const receiver = await subscribed(t, bkash);
    await bkash.paid({ merchantAssociationInfo: "RF03abc" });
    const told = await receiver.nth(2);
    await bkash.control("DELETE", `webhooks/subscriptions/${receiver.id}`);
    assertShape((await receiver.nth(1)).envelope, shapes["confirmation"], "confirmation");
    assertShape(told.envelope, shapes["notification"], "notification");
    assertShape(messageIn(told), shapes["message"], "message");
    assertShape((await receiver.nth(3)).envelope, shapes["confirmation"], "goodbye");
  });
}
