import { BLOCKED, GOOD, POOR, type Answer, type Bkash, type Json } from "./open-bkash.ts";
import { UrlMerchant } from "./open-url-bkash.ts";

export interface Paid {
  readonly paymentID: string;
  readonly trxID: string;
}

/** A merchant of either product, in words that both share. */
export interface Merchant {
  readonly bkash: Bkash;
  create(changes: Json): Promise<Answer>;
  authorised(changes?: Json, wallet?: string): Promise<string>;
  paid(changes?: Json): Promise<Paid>;
  execute(paymentID: string): Promise<Answer>;
  query(paymentID: string): Promise<Answer>;
  search(trxID: string): Promise<Answer>;
  capture(paymentID: string): Promise<Answer>;
  void(paymentID: string): Promise<Answer>;
  refund(wish: Json): Promise<Answer>;
}

export const iframeMerchant = (bkash: Bkash): Merchant => ({
  bkash,
  create: (changes) => bkash.create(changes),
  authorised: (changes, wallet) => bkash.authorisedId(changes, wallet),
  paid: (changes) => bkash.paid(changes),
  execute: (paymentID) => bkash.execute(paymentID),
  query: (paymentID) => bkash.query(paymentID),
  search: (trxID) => bkash.call("GET", `search/${trxID}`),
  capture: (paymentID) => bkash.call("POST", `capture/${paymentID}`),
  void: (paymentID) => bkash.call("POST", `void/${paymentID}`),
  refund: (wish) => bkash.call("POST", "refund", wish),
});

export function urlMerchant(bkash: Bkash): Merchant & { readonly call: UrlMerchant["call"] } {
  const merchant = new UrlMerchant(bkash);
  return {
    bkash,
    call: (path, body) => merchant.call(path, body),
    create: (changes) => merchant.create(changes),
    authorised: (changes, wallet) => merchant.authorisedId(changes, wallet),
    paid: (changes) => merchant.paid(changes),
    execute: (paymentID) => merchant.call("execute", { paymentID }),
    query: (paymentID) => merchant.call("payment/status", { paymentID }),
    search: (trxID) => merchant.call("general/searchTransaction", { trxID }),
    capture: (paymentID) => merchant.call("payment/confirm/capture", { paymentID }),
    void: (paymentID) => merchant.call("payment/confirm/void", { paymentID }),
    refund: (wish) => merchant.call("payment/refund", wish),
  };
}

/** How to be refused: code → what to do. */
export type Provocations<M extends Merchant> = Readonly<Record<string, (merchant: M) => Promise<Answer>>>;

const UNKNOWN = "UNKNOWN1700000000000";
const set = (m: Merchant, settings: Json) => m.bkash.control("PATCH", "settings", settings);
const later = (m: Merchant, advanceSeconds: number) => m.bkash.control("POST", "clock", { advanceSeconds });
const executeBy = (wallet: string) => async (m: Merchant) => m.execute(await m.authorised({}, wallet));

export const TO_CREATE: Provocations<Merchant> = {
  "2006": (m) => m.create({ amount: "-1" }),
  "2007": (m) => m.create({ currency: "USD" }),
  "2008": (m) => m.create({ intent: "gift" }),
  "2031": (m) => m.create({ merchantInvoiceNumber: "<1>" }),
  "2047": (m) => m.create({ merchantAssociationInfo: "MI99short" }),
};

export const TO_EXECUTE: Provocations<Merchant> = {
  "2002": (m) => m.execute(UNKNOWN),
  "2015": async (m) => {
    const paymentID = await m.authorised();
    await m.bkash.control("PUT", `wallets/${GOOD}`, { status: "pin-locked" });
    return m.execute(paymentID);
  },
  "2023": executeBy(POOR),
  "2029": async (m) => {
    await m.paid();
    return m.execute(await m.authorised());
  },
  "2037": executeBy(BLOCKED),
  "2038": async (m) => {
    await set(m, { debitBlockCode: "2038" });
    return executeBy(BLOCKED)(m);
  },
  "2056": async (m) => {
    const paymentID = String((await m.create({})).body["paymentID"]);
    await m.bkash.control("POST", `payments/${paymentID}/cancel`);
    return m.execute(paymentID);
  },
  "2060": async (m) => {
    await set(m, { executeBeforeAuthorisation: "2060" });
    return m.execute(String((await m.create({})).body["paymentID"]));
  },
  "2062": async (m) => {
    await set(m, { secondExecute: "2062" });
    return m.execute((await m.paid()).paymentID);
  },
  "2117": async (m) => m.execute((await m.paid()).paymentID),
  "503": executeBy("01300000503"),
};

/** Capture and void are refused alike. */
export function toConfirm(
  confirm: (merchant: Merchant, paymentID: string) => Promise<Answer>,
): Provocations<Merchant> {
  const held = async (m: Merchant) => (await m.paid({ intent: "authorization" })).paymentID;
  return {
    "2002": (m) => confirm(m, UNKNOWN),
    "2056": async (m) => confirm(m, await m.authorised({ intent: "authorization" })),
    "2068": async (m) => {
      const paymentID = await held(m);
      await m.capture(paymentID);
      return confirm(m, paymentID);
    },
    "2069": async (m) => {
      const paymentID = await held(m);
      await m.void(paymentID);
      return confirm(m, paymentID);
    },
  };
}

/** A refund in the words of one version of the API. */
export type AskRefund<M extends Merchant> = (
  merchant: M,
  paid: Paid,
  amount: string,
  texts?: Json,
) => Promise<Answer>;

/** What refuses a refund in every version of it. */
export function toRefund<M extends Merchant>(ask: AskRefund<M>): Provocations<M> {
  const long = "x".repeat(256);
  return {
    "2002": (m) => ask(m, { paymentID: UNKNOWN, trxID: "NONE" }, "1"),
    "2023": async (m) => {
      const paid = await m.paid();
      const drain = { amount: "1000050", currency: "BDT", transferType: "Collection2Disbursement" };
      await m.bkash.call("POST", "intraAccountTransfer", drain);
      return ask(m, paid, "100");
    },
    "2034": async (m) => {
      const paid = await m.paid({ amount: "100" });
      await ask(m, paid, "100");
      return ask(m, paid, "100");
    },
    "2071": async (m) => {
      const paid = await m.paid();
      await later(m, 15 * 86_400 + 60);
      return ask(m, paid, "1");
    },
    "2074": async (m) => {
      const paid = await m.paid();
      for (let part = 1; part <= 10; part += 1) await ask(m, paid, "1");
      return ask(m, paid, "1");
    },
    "2075": async (m) => ask(m, await m.paid(), "1", { sku: long }),
    "2076": async (m) => ask(m, await m.paid(), "1", { reason: long }),
    "2077": async (m) => ask(m, { ...(await m.paid()), trxID: "NONE" }, "1"),
  };
}

const v1Refund: AskRefund<Merchant> = (m, paid, amount, texts = {}) =>
  m.refund({ ...paid, amount, sku: "tea", reason: "cold", ...texts });

export const TO_REFUND_V1: Provocations<Merchant> = {
  ...toRefund(v1Refund),
  "2006": async (m) => v1Refund(m, await m.paid(), "0"),
  "2026": async (m) => v1Refund(m, await m.paid(), "1000"),
  "2056": async (m) => v1Refund(m, { paymentID: await m.authorised(), trxID: "NONE" }, "1"),
};
