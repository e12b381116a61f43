import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { IFRAME_OPERATIONS } from "../src/api/merchant-api.ts";
import { codesOf } from "../src/api/operation-codes.ts";
import { URL_OPERATIONS } from "../src/tokenized/operations.ts";
import { REFUND_V2_OPERATIONS } from "../src/tokenized/refund-operations.ts";
import { CREDENTIALS, openBkash, type Answer, type Bkash } from "./open-bkash.ts";
import { iframeMerchant, urlMerchant, type Provocations } from "./provoke.ts";
import { IFRAME_TABLE, URL_TABLE, type UrlMerchant } from "./provoke-tables.ts";
import { TO_WINDOW } from "./provoke-window.ts";

const IFRAME = "/v1.2.0-beta/checkout";
const URL_BASE = "/v1.2.0-beta/tokenized/checkout";
const REFUND_V2 = "/v2/tokenized-checkout/refund/payment";
const PAGE = new URL("../docs/error-codes.md", import.meta.url);
// Fifteen days must fit, so that a refund can be too late with one token.
const LONG_LIVED = { tokenLifetimeSeconds: 100 * 86_400, tokenCallCap: 0 };

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
