import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, openBkash, type Answer, type Bkash, type Json } from "./open-bkash.ts";
import { openUrlBkash } from "./open-url-bkash.ts";

/** What the merchant sees of the first execute: a code, a status, or what is odd about the answer. */
const EXECUTE: Readonly<Record<string, string>> = {
  "13.23": "2023",
  "13.37": "2037",
  "13.29": "2029",
  "13.53": "503",
  "13.91": "9999",
  "13.54": "HTTP 504",
  "13.56": "HTTP 504, paid",
  "13.31": "silence, paid",
  "13.41": "silence, paid",
  "13.42": "silence",
  "13.43": "silence, paid",
  "13.61": "other amount, paid",
  "13.62": "other merchantInvoiceNumber, paid",
  "13.63": "other paymentID, paid",
  "13.64": "not JSON",
};
/** Which step of the window refuses, and with what. */
const WINDOW: Readonly<Record<string, string>> = {
  "13.03": "2003",
  "13.18": "2018",
  "13.17": "2017",
  "13.15": "2015",
};
const BRIEFLY_MS = 400;

const table = async (bkash: Bkash): Promise<Json[]> =>
  (await bkash.control("GET", "magic")).body["magic"] as Json[];

async function executed(bkash: Bkash, amount: string, wallet: string): Promise<string> {
  const paymentID = await bkash.authorisedId({ amount, merchantInvoiceNumber: amount }, wallet);
  const answer = await bkash.execute(paymentID, undefined, BRIEFLY_MS).catch(() => undefined);
  await bkash.control("POST", "clock", { advanceSeconds: 61 });
  const isPaid = (await bkash.status(paymentID)) === "Completed";
  return seen(answer, { paymentID, amount, merchantInvoiceNumber: amount }) + (isPaid ? ", paid" : "");
}

function seen(answer: Answer | undefined, expected: Json): string {
  if (!answer) return "silence";
  const { status, body, text } = answer;
  if (status !== 200) return `HTTP ${status}`;
  if (text.startsWith("<")) return "not JSON";
  const odd = Object.keys(expected).find((field) => body[field] !== expected[field]);
  return String(body["errorCode"] ?? body["statusCode"] ?? (odd ? `other ${odd}` : "as it should be"));
}

test("each magic amount has its outcome with a good wallet, and each magic wallet with a plain amount", async (t) => {
  const bkash = await openBkash(t, { duplicateWindowSeconds: 0 });
  const rows = await table(bkash);
  for (const { wallet, amountEnding } of rows) {
    const ending = String(amountEnding);
    if (ending in WINDOW) continue;
    assert.equal(await executed(bkash, `1${ending}`, GOOD), EXECUTE[ending], `amount 1${ending}`);
    assert.equal(await executed(bkash, "50", String(wallet)), EXECUTE[ending], `wallet ${wallet}`);
  }
  const covered = [...Object.keys(EXECUTE), ...Object.keys(WINDOW)].sort();
  assert.deepEqual(rows.map(({ amountEnding }) => amountEnding).sort(), covered);
});

test("magic of the window is refused there, with the amount or the wallet", async (t) => {
  const bkash = await openBkash(t);
  for (const { wallet, amountEnding } of await table(bkash)) {
    const code = WINDOW[String(amountEnding)];
    if (!code) continue;
    for (const [amount, payer] of [
      [`2${amountEnding}`, GOOD],
      ["50", wallet],
    ]) {
      const paymentID = await bkash.createdId({ amount });
      const { body } = await bkash.control("POST", `payments/${paymentID}/authorise`, { wallet: payer });
      assert.equal(body["errorCode"], code, `${amount} from ${payer}`);
    }
  }
});

test("after a slow SMS the code that is sent again works", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.createdId();
  await bkash.window("wallet", { paymentID, wallet: "01300002018" });
  assert.equal((await bkash.window("otp", { paymentID, otp: "123456" }))["statusCode"], "2018");
  await bkash.control("POST", "clock", { advanceSeconds: 30 });
  await bkash.window("resend", { paymentID });
  assert.equal((await bkash.window("otp", { paymentID, otp: "123456" }))["statusCode"], "0000");
});

test("ordinary prices are never magic, and magic amounts can be switched off", async (t) => {
  const bkash = await openBkash(t, { duplicateWindowSeconds: 0 });
  for (const ordinary of ["13", "13.50", "113.99", "23.00", "1323", "0.13", "14.23"]) {
    assert.equal(await executed(bkash, ordinary, GOOD), "as it should be, paid", ordinary);
  }
  await bkash.control("PATCH", "settings", { magicAmounts: false });
  assert.equal(await executed(bkash, "113.23", GOOD), "as it should be, paid");
});

test("magic works for Checkout (URL) as well, in its own words", async (t) => {
  const merchant = await openUrlBkash(t);
  const execute = async (changes: Json, wallet?: string) =>
    merchant.call("execute", { paymentID: await merchant.authorisedId(changes, wallet) });
  const poor = await execute({ amount: "113.23" });
  assert.deepEqual(poor.body, { statusCode: "2023", statusMessage: "Insufficient Balance" });
  assert.equal((await execute({}, "01300009999")).body["statusCode"], "9999");
  assert.equal((await execute({}, "01300001504")).status, 504);
  assert.equal((await merchant.bkash.captures()).length, 1);
});
