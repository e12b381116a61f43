import assert from "node:assert/strict";
import { test } from "node:test";
import { Documented } from "./documented.ts";
import { BLOCKED, CREDENTIALS, openBkash, POOR, type Bkash, type Json } from "./open-bkash.ts";

const MONEY = { amount: "100", currency: "BDT" };
const KEYS = { app_key: CREDENTIALS.appKey, app_secret: CREDENTIALS.appSecret };

/** A merchant whose every answer is held against the document. */
async function documented(bkash: Bkash) {
  const api = await Documented.open(bkash, "checkout");
  const headers = async () => ({
    authorization: await bkash.token(),
    "x-app-key": CREDENTIALS.appKey,
    "content-type": "application/json",
  });
  const call = async (method: string, path: string, body?: unknown): Promise<Json> =>
    (await api.send(method, `/payment/${path}`, body, await headers())).body;
  const token = async (kind: string, body: Json = {}): Promise<Json> => {
    const { username, password } = CREDENTIALS;
    return (await api.send("POST", `/token/${kind}`, { ...KEYS, ...body }, { username, password })).body;
  };
  const create = async (changes: Json = {}): Promise<Json> =>
    call("POST", "create", { ...MONEY, intent: "sale", merchantInvoiceNumber: "INV-1", ...changes });
  const authorised = async (changes: Json = {}, wallet?: string): Promise<string> => {
    const paymentID = String((await create(changes))["paymentID"]);
    await bkash.control("POST", `payments/${paymentID}/authorise`, wallet ? { wallet } : {});
    return paymentID;
  };
  return { api, call, token, create, authorised };
}

test("every call of the merchant API answers as its document says, done and refused", async (t) => {
  const bkash = await openBkash(t, { tokenCallCap: 0, duplicateWindowSeconds: 0 });
  const { api, call, token, create, authorised } = await documented(bkash);
  const { refresh_token: refreshToken } = await token("grant");
  await token("refresh", { refresh_token: refreshToken });
  await token("grant", { app_key: "wrong" });
  await token("refresh", { refresh_token: "wrong" });

  await create({ amount: 85.5, merchantAssociationInfo: "RF03abc" });
  for (const wrong of [
    { amount: "1.234" },
    { currency: "USD" },
    { intent: "gift" },
    { merchantInvoiceNumber: "<" },
  ]) {
    assert.ok("errorCode" in (await create(wrong)));
  }
  const unpaid = String((await create())["paymentID"]);
  await call("POST", `execute/${unpaid}`);
  await call("GET", `query/${unpaid}`);
  await call("GET", "query/nothing");
  for (const wallet of [POOR, BLOCKED]) await call("POST", `execute/${await authorised({}, wallet)}`);
  const paymentID = await authorised();
  const { trxID } = await call("POST", `execute/${paymentID}`);
  await call("POST", `execute/${paymentID}`);
  await call("GET", `query/${paymentID}`);
  await call("GET", `search/${String(trxID)}`);
  await call("GET", "search/NOTHING123");

  const refund = { paymentID, trxID, amount: "10", sku: "a", reason: "b" };
  await call("POST", "refund", { paymentID, trxID });
  const { refundTrxID } = await call("POST", "refund", refund);
  await call("POST", "refund", { paymentID, trxID });
  await call("POST", "refund", refund);
  await call("GET", `search/${String(refundTrxID)}`);

  for (const step of ["capture", "void"]) {
    const held = await authorised({ intent: "authorization" });
    assert.equal((await call("POST", `execute/${held}`))["transactionStatus"], "Authorized");
    await call("GET", `query/${held}`);
    await call("POST", `${step}/${held}`);
    await call("POST", `${step}/${held}`);
  }
  await call("GET", "organizationBalance");
  const moved = await call("POST", "intraAccountTransfer", {
    ...MONEY,
    transferType: "Collection2Disbursement",
  });
  await call("GET", `search/${String(moved["trxID"])}`);
  await call("POST", "intraAccountTransfer", { ...MONEY, transferType: "nowhere" });
  const payout = { ...MONEY, merchantInvoiceNumber: "OUT-1", receiverMSISDN: "01770618575" };
  const paidOut = await call("POST", "b2cPayment", payout);
  await call("GET", `search/${String(paidOut["trxID"])}`);
  await call("POST", "b2cPayment", { ...payout, receiverMSISDN: "017" });

  const noContentType = { authorization: await bkash.token(), "x-app-key": CREDENTIALS.appKey };
  await api.send("GET", `/payment/query/${paymentID}`, undefined, noContentType);
  await bkash.control("PATCH", "settings", { grantFailureStatus: 401 });
  await token("grant", { app_key: "wrong" });
  await token("refresh", { refresh_token: "wrong" });
  await bkash.control("POST", "tokens/revoke");
  for (const path of ["create", `execute/${paymentID}`, "refund", "intraAccountTransfer", "b2cPayment"]) {
    await call("POST", path, {});
  }
  for (const path of [`capture/${paymentID}`, `void/${paymentID}`]) await call("POST", path);
  for (const path of [`query/${paymentID}`, `search/${String(trxID)}`, "organizationBalance"]) {
    await call("GET", path);
  }
  assert.deepEqual(api.unseen(), []);
});

test("the document holds for both answers of every switch", async (t) => {
  const others = {
    expiresInAs: "string",
    timeZone: "+0600",
    paymentIdStyle: "2024",
    createHash: true,
    unexecutedFields: "empty",
    cancelledStatus: "Cancelled",
    declinedStatus: "Declined",
    wrongAppKey: "401",
    executeBeforeAuthorisation: "2060",
    secondExecute: "same-answer",
    executeAfterCancel: "2002",
    debitBlockCode: "2038",
    refundProfile: "v2",
  };
  const bkash = await openBkash(t, { ...others, duplicateWindowSeconds: 0 });
  const { api, call, token, create, authorised } = await documented(bkash);
  assert.equal((await token("grant"))["expires_in"], "3600");
  const open = String((await create())["paymentID"]);
  await call("GET", `query/${open}`);
  await call("POST", `execute/${open}`);
  await bkash.control("POST", `payments/${open}/cancel`);
  assert.equal((await call("GET", `query/${open}`))["transactionStatus"], "Cancelled");
  const declined = await authorised({}, BLOCKED);
  assert.equal((await call("POST", `execute/${declined}`))["errorCode"], "2038");
  assert.equal((await call("GET", `query/${declined}`))["transactionStatus"], "Declined");
  const paid = await authorised();
  const first = await call("POST", `execute/${paid}`);
  assert.deepEqual(await call("POST", `execute/${paid}`), first);
  const { paymentID, trxID } = first;
  for (let n = 0; n < 2; n += 1) {
    await call("POST", "refund", { paymentID, trxID, amount: "10", sku: "a", reason: "b" });
  }
  const wrongKey = { authorization: await bkash.token(), "x-app-key": "wrong" };
  assert.equal((await api.send("POST", "/payment/create", {}, wrongKey)).status, 401);
});

test("what planted faults answer is in the document, too", async (t) => {
  const bkash = await openBkash(t);
  const { call } = await documented(bkash);
  await bkash.token();
  for (const fault of [
    "status-500",
    "status-504",
    "unauthorized",
    "token-expired",
    "system-error-9999",
    "error-503",
  ]) {
    await bkash.control("POST", "faults", { operation: "query", fault });
    await call("GET", "query/anything");
  }
});

test("an undocumented field and a wrong value do not get past the check", async (t) => {
  const bkash = await openBkash(t);
  const { call } = await documented(bkash);
  const paymentID = await bkash.createdId();
  for (const [fault, complaint] of [
    ["extra-fields", /must NOT have additional properties/],
    ["wrong-currency", /must be equal to one of the allowed values/],
    ["html", /must have required property/],
  ] as const) {
    await bkash.control("POST", "faults", { operation: "query", fault });
    await assert.rejects(call("GET", `query/${paymentID}`), complaint);
  }
});
