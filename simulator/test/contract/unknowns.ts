import { BLOCKED, type Bkash, type Json } from "../open-bkash.ts";
import { UrlMerchant } from "../open-url-bkash.ts";
import { TOKEN_UNKNOWNS, type Unknown } from "./token-unknowns.ts";

const DAY_SECONDS = 86_400;
const code = async (answer: Promise<{ body: Json }>): Promise<unknown> => (await answer).body["errorCode"];
const refund = (bkash: Bkash, paid: Json) =>
  bkash.call("POST", "refund", { ...paid, amount: "1", sku: "a", reason: "b" });

async function cancelled(bkash: Bkash): Promise<string> {
  const paymentID = await bkash.createdId();
  await bkash.control("POST", `payments/${paymentID}/cancel`);
  return paymentID;
}

async function declined(bkash: Bkash): Promise<unknown> {
  const paymentID = await bkash.authorisedId({}, BLOCKED);
  await bkash.execute(paymentID);
  return bkash.status(paymentID);
}

async function executedTwice(bkash: Bkash): Promise<unknown> {
  const { paymentID } = await bkash.paid();
  const { body } = await bkash.execute(paymentID);
  return body["errorCode"] ?? body["transactionStatus"];
}

async function expired(bkash: Bkash): Promise<unknown> {
  const paymentID = await bkash.authorisedId();
  await bkash.control("PATCH", "settings", { tokenLifetimeSeconds: 3 * DAY_SECONDS });
  await bkash.control("POST", "clock", { advanceSeconds: DAY_SECONDS });
  const headers = { authorization: String((await bkash.askToken("grant")).body["id_token"]) };
  const executed = await bkash.call("POST", `execute/${paymentID}`, undefined, headers);
  const queried = await bkash.call("GET", `query/${paymentID}`, undefined, headers);
  return [executed.body["errorCode"], queried.body["transactionStatus"]];
}

/** One for each switch that stands for an answer which nobody has published (§13). */
export const UNKNOWNS: Readonly<Record<string, Unknown>> = {
  ...TOKEN_UNKNOWNS,
  wrongAppKey: {
    ask: async (bkash) => {
      const { status, body } = await bkash.call("POST", "create", {}, { "x-app-key": "wrong" });
      return [status, body["errorCode"] ?? body["message"]];
    },
    answers: [
      ["2001", [200, "2001"]],
      ["401", [401, "Unauthorized"]],
    ],
  },
  executeBeforeAuthorisation: {
    ask: async (bkash) => code(bkash.execute(await bkash.createdId())),
    answers: [
      ["2002", "2002"],
      ["2060", "2060"],
    ],
  },
  urlExecuteBeforeAuthorisation: {
    ask: async (bkash) => {
      const merchant = new UrlMerchant(bkash);
      const { body } = await merchant.call("execute", { paymentID: await merchant.createdId() });
      return body["statusCode"];
    },
    answers: [
      ["2060", "2060"],
      ["2056", "2056"],
    ],
  },
  secondExecute: {
    ask: executedTwice,
    answers: [
      ["2117", "2117"],
      ["2062", "2062"],
      ["same-answer", "Completed"],
    ],
  },
  executeAfterExpiry: {
    ask: expired,
    answers: [
      ["2002", ["2002", "Expired"]],
      ["2056", ["2056", "Expired"]],
    ],
  },
  executeAfterCancel: {
    ask: async (bkash) => code(bkash.execute(await cancelled(bkash))),
    answers: [
      ["2056", "2056"],
      ["2002", "2002"],
    ],
  },
  cancelledStatus: {
    ask: async (bkash) => bkash.status(await cancelled(bkash)),
    answers: [
      ["Initiated", "Initiated"],
      ["Cancelled", "Cancelled"],
    ],
  },
  declinedStatus: {
    ask: declined,
    answers: [
      ["Initiated", "Initiated"],
      ["Declined", "Declined"],
    ],
  },
  unexecutedFields: {
    ask: async (bkash) => {
      const { body } = await bkash.query(await bkash.createdId());
      return [body["trxID"], body["updateTime"]];
    },
    answers: [
      ["omitted", [undefined, undefined]],
      ["empty", ["", ""]],
    ],
  },
  debitBlockCode: {
    ask: async (bkash) => code(bkash.execute(await bkash.authorisedId({}, BLOCKED))),
    answers: [
      ["2037", "2037"],
      ["2038", "2038"],
    ],
  },
  paymentIdStyle: {
    ask: async (bkash) => (await bkash.createdId()).length,
    answers: [
      ["2022", 20],
      ["2024", 26],
    ],
  },
  timeZone: {
    ask: async (bkash) => String((await bkash.create()).body["createTime"]).slice(-8),
    answers: [
      ["+0000", "GMT+0000"],
      ["+0600", "GMT+0600"],
    ],
  },
  createHash: {
    ask: async (bkash) => "hash" in (await bkash.create()).body,
    answers: [
      [false, false],
      [true, true],
    ],
  },
  refundProfile: {
    ask: async (bkash) => {
      const paid = await bkash.paid();
      await refund(bkash, paid);
      return (await refund(bkash, paid)).body["errorCode"] ?? "refunded";
    },
    answers: [
      ["v1", "2074"],
      ["v2", "refunded"],
    ],
  },
};

/** Switches with several answers that are not about bKash's merchant API; their own tests cover them. */
export const OF_OUR_OWN: readonly string[] = [
  "magicAmounts",
  "webhookHost",
  "webhookShortCode",
  "webhookMessageAs",
  "webhookOrder",
  "autoMode",
  "afterPinTwice",
  "closesAfterPin",
  "scriptStatus",
];
