// The same calls to bKash as the shop's, on kept-alive connections and within the same deadline.
import { Agent, request } from "undici";

const DEADLINE_MS = 30_000;
const api = `http://localhost:${process.env.SIMULATOR_PORT}/v1.2.0-beta/checkout`;
const agent = new Agent({ connections: 128, pipelining: 1, keepAliveTimeout: 60_000 });

async function call(path, headers, body) {
  const response = await request(`${api}/${path}`, {
    dispatcher: agent,
    method: "POST",
    signal: AbortSignal.timeout(DEADLINE_MS),
    headers: { "content-type": "application/json", accept: "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const answer = /** @type {Record<string, string>} */ (await response.body.json());
  if (response.statusCode !== 200) throw new Error(`HTTP ${response.statusCode} from bKash`);
  return answer;
}

let signature = {};

/** One token for the life of this process; renewing it is no part of a payment. */
export async function grantToken() {
  const { BKASH_USERNAME, BKASH_PASSWORD, BKASH_APP_KEY, BKASH_APP_SECRET } = process.env;
  const { id_token } = await call(
    "token/grant",
    { username: BKASH_USERNAME, password: BKASH_PASSWORD },
    { app_key: BKASH_APP_KEY, app_secret: BKASH_APP_SECRET },
  );
  signature = { authorization: id_token, "x-app-key": BKASH_APP_KEY };
}

/** Taka as text, from whole poisha. */
const taka = (poisha) => (poisha % 100 === 0 ? String(poisha / 100) : (poisha / 100).toFixed(2));

/** True when bKash speaks of exactly this payment. The amount is compared in whole poisha. */
export const isAbout = (answer, { amountInPoisha, invoiceNumber }) =>
  /^\d{1,9}(\.\d{1,2})?$/.test(answer.amount) &&
  Math.round(Number(answer.amount) * 100) === amountInPoisha &&
  answer.currency === "BDT" &&
  answer.merchantInvoiceNumber === invoiceNumber;

export const create = (amountInPoisha, merchantInvoiceNumber) =>
  call("payment/create", signature, {
    amount: taka(amountInPoisha),
    currency: "BDT",
    intent: "sale",
    merchantInvoiceNumber,
    merchantAssociationInfo: "",
  });

export const execute = (paymentID) => call(`payment/execute/${paymentID}`, signature, {});
