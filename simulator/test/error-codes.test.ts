import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { IFRAME_OPERATIONS } from "../src/api/merchant-api.ts";
import { codesOf } from "../src/api/operation-codes.ts";
import { URL_OPERATIONS } from "../src/tokenized/operations.ts";
import { REFUND_V2_OPERATIONS } from "../src/tokenized/refund-operations.ts";
import { CREDENTIALS, openBkash, type Answer, type Bkash } from "./open-bkash.ts";
import {
  iframeMerchant,
  TO_CREATE,
  TO_EXECUTE,
  TO_REFUND_V1,
  toConfirm,
  toRefund,
  urlMerchant,
  type AskRefund,
  type Merchant,
  type Provocations,
} from "./provoke.ts";
import { TO_WINDOW } from "./provoke-window.ts";

const IFRAME = "/v1.2.0-beta/checkout";
const URL_BASE = "/v1.2.0-beta/tokenized/checkout";
const REFUND_V2 = "/v2/tokenized-checkout/refund/payment";
const PAGE = new URL("../docs/error-codes.md", import.meta.url);
// Fifteen days must fit, so that a refund can be too late with one token.
const LONG_LIVED = { tokenLifetimeSeconds: 100 * 86_400, tokenCallCap: 0 };

type UrlMerchant = ReturnType<typeof urlMerchant>;

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

const IFRAME_TABLE: Readonly<Record<string, Provocations<Merchant>>> = {
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

const URL_TABLE: Readonly<Record<string, Provocations<UrlMerchant>>> = {
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

const OPERATIONS = [
  ...IFRAME_OPERATIONS.map((operation) => ({ ...operation, product: "iframe" as const, base: IFRAME })),
  ...URL_OPERATIONS.map((operation) => ({ ...operation, product: "url" as const, base: URL_BASE })),
  ...REFUND_V2_OPERATIONS.map((operation) => ({ ...operation, product: "url" as const, base: REFUND_V2 })),
];

const codeIn = ({ body }: Answer): unknown => body["errorCode"] ?? body["statusCode"];
const afresh = (bkash: Bkash) => bkash.control("POST", "reset", { keepTokens: true, ...LONG_LIVED });

for (const { product, path, base } of OPERATIONS) {
  test(`${base}${path} answers each of its codes, and is asked for each`, async (t) => {
    const bkash = await openBkash(t, LONG_LIVED);
    const [iframe, url] = [iframeMerchant(bkash), urlMerchant(bkash)];
    const rows: Provocations<UrlMerchant> = (product === "url" ? URL_TABLE : IFRAME_TABLE)[path] ?? {};
    assert.deepEqual(Object.keys(rows).sort(), [...codesOf(product, path)].sort());
    for (const [code, provoke] of Object.entries(rows)) {
      await afresh(bkash);
      const answer = await provoke(product === "url" ? url : { ...iframe, call: url.call });
      assert.equal(answer.status, 200, code);
      assert.equal(codeIn(answer), code);
    }
  });
}

test("every operation with a token answers 2001 to a wrong app key, every one with a body 2025 to a broken one", async (t) => {
  const bkash = await openBkash(t, LONG_LIVED);
  const own = { authorization: await bkash.token(), "content-type": "application/json" };
  for (const { method, base, path, needsToken } of OPERATIONS) {
    const address = base + path.replace(":id", "X");
    const appKey = { "x-app-key": CREDENTIALS.appKey };
    if (needsToken) {
      const wrong = await bkash.send(method, address, undefined, { ...own, "x-app-key": "wrong" });
      assert.equal(codeIn(wrong), "2001", address);
      assert.equal((await bkash.send(method, address, undefined, appKey)).status, 401, address);
    }
    if (method === "POST") {
      assert.equal(
        codeIn(await bkash.send(method, address, "{broken", { ...own, ...appKey })),
        "2025",
        address,
      );
    }
  }
});

for (const [step, rows] of Object.entries(TO_WINDOW)) {
  test(`the window's step "${step}" answers each of its codes`, async (t) => {
    const bkash = await openBkash(t, LONG_LIVED);
    for (const [code, provoke] of Object.entries(rows)) {
      await afresh(bkash);
      assert.equal((await provoke(bkash))["statusCode"], code);
    }
  });
}

const windowCodes = Object.values(TO_WINDOW).flatMap((rows) => Object.keys(rows));
const covered = new Set([
  "2001",
  "2025",
  ...OPERATIONS.flatMap(({ product, path }) => codesOf(product, path)),
  ...windowCodes,
]);

test("no code stands in the program that is not provoked here", () => {
  const source = new URL("../src/", import.meta.url);
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const written = files.flatMap((name) => {
    const text = readFileSync(new URL(name, source), "utf8");
    const calls = [...text.matchAll(/\b(?:refusal|no)\(\s*"(\d+)"/g)];
    const choices = name === "settings.ts" ? [...text.matchAll(/"(2\d{3})"/g)] : [];
    // The two shapes of a paymentID are named after years.
    return [...calls, ...choices]
      .map(([, code = ""]) => code)
      .filter((code) => !["2022", "2024"].includes(code));
  });
  assert.deepEqual(
    [...new Set(written)].filter((code) => !covered.has(code)),
    [],
  );
});

test("docs/error-codes.md is the table of what is tested here", () => {
  const rows = OPERATIONS.map(({ product, method, base, path, needsToken }) => {
    const gateway = [...(needsToken ? ["2001"] : []), ...(method === "POST" ? ["2025"] : [])];
    const codes = [...gateway, ...codesOf(product, path)].sort();
    return `| \`${method} ${base}${path.replace(":id", "{id}")}\` | ${codes.join(", ")} |`;
  });
  const steps = Object.entries(TO_WINDOW).map(
    ([step, codes]) => `| ${step} | ${Object.keys(codes).sort().join(", ")} |`,
  );
  const page = [
    "# Which call answers which error code",
    "",
    "Each pair is provoked over HTTP by `test/error-codes.test.ts`, which writes this page when it is run with",
    "`WRITE_ERROR_CODES=1`. Faults can add any code to any call.",
    "",
    "| Call | Codes |",
    "| --- | --- |",
    ...rows,
    "",
    "| Step of the payment window | Codes |",
    "| --- | --- |",
    ...steps,
    "",
  ].join("\n");
  if (process.env["WRITE_ERROR_CODES"]) writeFileSync(PAGE, page);
  const plain = (text: string) => text.replace(/ +/g, " ").replace(/-{3,}/g, "---");
  assert.equal(plain(readFileSync(PAGE, "utf8")), plain(page));
});
