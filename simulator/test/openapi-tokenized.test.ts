import assert from "node:assert/strict";
import { test } from "node:test";
import { Documented } from "./documented.ts";
import { BLOCKED, CREDENTIALS, openBkash, type Json } from "./open-bkash.ts";

const CHECKOUT = "/v1.2.0-beta/tokenized/checkout";
const REFUND_V2 = "/v2/tokenized-checkout/refund/payment";

test("every call of Checkout (URL) answers as its document says, done and refused", async (t) => {
  const bkash = await openBkash(t, { tokenCallCap: 0, duplicateWindowSeconds: 0 });
  const api = await Documented.open(bkash, "tokenized");
  const { username, password, appKey, appSecret } = CREDENTIALS;
  const ask = async (kind: string, body: Json = {}): Promise<Json> => {
    const keys = { app_key: appKey, app_secret: appSecret, ...body };
    return (await api.send("POST", `${CHECKOUT}/token/${kind}`, keys, { username, password })).body;
  };
  const granted = await ask("grant");
  await ask("refresh", { refresh_token: granted["refresh_token"] });
  for (const kind of ["grant", "refresh"]) await ask(kind, { app_key: "wrong" });

  const headers = { authorization: String(granted["id_token"]), "x-app-key": appKey };
  const call = async (path: string, body: Json, base = CHECKOUT): Promise<Json> =>
    (await api.send("POST", `${base}/${path}`, body, headers)).body;
  const create = (changes: Json = {}): Promise<Json> =>
    call("create", {
      mode: "0011",
      payerReference: "customer-7",
      callbackURL: "https://shop.test/back",
      amount: "120.50",
      currency: "BDT",
      intent: "sale",
      merchantInvoiceNumber: "INV-7",
      ...changes,
    });
  const authorised = async (changes: Json = {}, wallet?: string): Promise<unknown> => {
    const { paymentID } = await create(changes);
    await bkash.control("POST", `payments/${String(paymentID)}/authorise`, wallet ? { wallet } : {});
    return paymentID;
  };
  for (const wrong of [{ mode: "0000" }, { callbackURL: "no" }, { payerReference: "" }, { amount: "-1" }]) {
    assert.notEqual((await create(wrong))["statusCode"], "0000");
  }

  const unpaid = (await create())["paymentID"];
  await call("payment/status", { paymentID: unpaid });
  await call("execute", { paymentID: unpaid });
  await call("execute", { paymentID: await authorised({}, BLOCKED) });
  const paymentID = await authorised();
  const { trxID } = await call("execute", { paymentID });
  await call("execute", { paymentID });
  await call("payment/status", { paymentID });
  await call("payment/status", { paymentID: "nothing" });
  for (const name of ["searchTransaction", "searchTran"]) {
    await call(`general/${name}`, { trxID });
    await call(`general/${name}`, { trxID: "NOTHING123" });
  }
  for (const step of ["capture", "void"]) {
    const held = await authorised({ intent: "authorization" });
    assert.equal((await call("execute", { paymentID: held }))["transactionStatus"], "Authorized");
    await call(`payment/confirm/${step}`, { paymentID: held });
    await call(`payment/confirm/${step}`, { paymentID: held });
  }
  const refund = { paymentID, trxID, amount: "1", sku: "a", reason: "b" };
  await call("payment/refund", { paymentID, trxID });
  await call("payment/refund", refund);
  await call("payment/refund", { paymentID, trxID });
  const refundV2 = { paymentId: paymentID, trxId: trxID, refundAmount: "2", sku: "a", reason: "b" };
  await call("transaction", refundV2, REFUND_V2);
  await call("transaction", { ...refundV2, refundAmount: "9999" }, REFUND_V2);
  await call("status", { paymentId: paymentID, trxId: trxID }, REFUND_V2);
  await call("status", { paymentId: "nothing", trxId: trxID }, REFUND_V2);
  for (const step of ["status", "cancel"]) await call(`agreement/${step}`, { agreementID: "none" });

  await bkash.control("PATCH", "settings", { grantFailureStatus: 401 });
  for (const kind of ["grant", "refresh"]) await ask(kind, { app_key: "wrong" });
  await bkash.control("POST", "tokens/revoke");
  for (const key of api.unseen()) await api.send("POST", key.split(" ")[1] ?? "", {}, headers);
  assert.deepEqual(api.unseen(), []);
});
