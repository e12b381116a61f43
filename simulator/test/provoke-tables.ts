import {
  TO_CREATE,
  TO_EXECUTE,
  TO_REFUND_V1,
  toConfirm,
  toRefund,
  type AskRefund,
  type Merchant,
  type Provocations,
  type urlMerchant,
} from "./provoke.ts";

export type UrlMerchant = ReturnType<typeof urlMerchant>;

const transfer = (m: Merchant, changes: object) =>
  m.bkash.call("POST", "intraAccountTransfer", {
    amount: "1",
    currency: "BDT",
    transferType: "Collection2Disbursement",
    ...changes,
  });
const payOut = (m: Merchant, changes: object) =>
  m.bkash.call("POST", "b2cPayment", {
    amount: "1",
    currency: "BDT",
    merchantInvoiceNumber: "OUT-1",
    receiverMSISDN: "01770618575",
    ...changes,
  });
const v2Refund: AskRefund<UrlMerchant> = (m, { paymentID, trxID }, amount, texts = {}) =>
  m.call("refund-v2/transaction", { paymentId: paymentID, trxId: trxID, refundAmount: amount, ...texts });
const v2Status: AskRefund<UrlMerchant> = (m, { paymentID, trxID }) =>
  m.call("refund-v2/status", { paymentId: paymentID, trxId: trxID });

const unpaid = async (m: UrlMerchant) => ({ paymentID: await m.authorised(), trxID: "NONE" });
const TO_CONFIRM_CAPTURE = toConfirm((m, paymentID) => m.capture(paymentID));
const TO_CONFIRM_VOID = toConfirm((m, paymentID) => m.void(paymentID));
const TO_QUERY: Provocations<Merchant> = { "2002": (m) => m.query("UNKNOWN1700000000000") };
const TO_SEARCH: Provocations<Merchant> = { "2033": (m) => m.search("NONE") };
const { "2002": unknownV2, "2077": otherTrxIdV2 } = toRefund(v2Status);

/** Checkout (iFrame): path → how to be refused there. */
export const IFRAME_TABLE: Readonly<Record<string, Provocations<Merchant>>> = {
  "/payment/create": TO_CREATE,
  "/payment/execute/:id": TO_EXECUTE,
  "/payment/query/:id": TO_QUERY,
  "/payment/search/:id": TO_SEARCH,
  "/payment/capture/:id": TO_CONFIRM_CAPTURE,
  "/payment/void/:id": TO_CONFIRM_VOID,
  "/payment/refund": TO_REFUND_V1,
  "/payment/intraAccountTransfer": {
    "2006": (m) => transfer(m, { amount: "0" }),
    "2007": (m) => transfer(m, { currency: "USD" }),
    "2023": (m) => transfer(m, { transferType: "Disbursement2Collection" }),
    "2032": (m) => transfer(m, { transferType: "Collection2Pocket" }),
  },
  "/payment/b2cPayment": {
    "2006": (m) => payOut(m, { amount: "1.234" }),
    "2007": (m) => payOut(m, { currency: "USD" }),
    "2012": (m) => payOut(m, { receiverMSISDN: "01300002003" }),
    "2023": (m) => payOut(m, {}),
    "2031": (m) => payOut(m, { merchantInvoiceNumber: "" }),
  },
};

/** Checkout (URL), with refund v2. */
export const URL_TABLE: Readonly<Record<string, Provocations<UrlMerchant>>> = {
  "/create": {
    ...TO_CREATE,
    "2048": (m) => m.create({ payerReference: "" }),
    "2049": (m) => m.create({ callbackURL: "shop.test/back" }),
    "2063": (m) => m.create({ mode: "0012" }),
    "2064": (m) => m.create({ mode: "0000" }),
  },
  "/execute": {
    ...TO_EXECUTE,
    "2060": async (m) => m.execute(String((await m.create({})).body["paymentID"])),
  },
  "/payment/status": TO_QUERY,
  "/payment/confirm/capture": TO_CONFIRM_CAPTURE,
  "/payment/confirm/void": TO_CONFIRM_VOID,
  "/payment/refund": TO_REFUND_V1,
  "/general/searchTransaction": TO_SEARCH,
  "/general/searchTran": { "2033": (m) => m.call("general/searchTran", { trxID: "NONE" }) },
  "/agreement/status": { "2051": (m) => m.call("agreement/status", { agreementID: "TokenizedMerchant1" }) },
  "/agreement/cancel": { "2051": (m) => m.call("agreement/cancel", { agreementID: "TokenizedMerchant1" }) },
  "/transaction": {
    ...toRefund(v2Refund),
    "2072": async (m) => v2Refund(m, await m.paid(), "1000"),
    "2127": async (m) => v2Refund(m, await unpaid(m), "1"),
  },
  "/status": {
    ...(unknownV2 && { "2002": unknownV2 }),
    ...(otherTrxIdV2 && { "2077": otherTrxIdV2 }),
    "2127": async (m) => v2Status(m, await unpaid(m), "1"),
  },
};
