// Takes the pictures of the README: `node simulator/scripts/screenshots.mjs [folder]`. Needs Playwright and a Chromium.
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { createApp } from "../src/app.ts";
import { SCRIPT_PATH } from "../src/checkout/pages.ts";
import { serve } from "../src/server.ts";
import { createSimulator } from "../src/simulator.ts";

const folder = process.argv[2] ?? fileURLToPath(new URL("../docs/images", import.meta.url));
const jquery = createRequire(import.meta.url).resolve("jquery");
const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } };
const credentials = {
  username: "sandboxTestUser",
  password: "simulator-password",
  appKey: "simulator-app-key",
  appSecret: "simulator-app-secret",
};

mkdirSync(folder, { recursive: true });
const server = await serve(createApp(createSimulator(credentials)).fetch, "127.0.0.1", 0);
const simulator = `http://localhost:${server.port}`;
const shop = createServer((_, response) => {
  const head = '<!doctype html><meta name="viewport" content="width=device-width">';
  response.setHeader("content-type", "text/html").end(`${head}<button id="bKash_button" hidden>Pay</button>`);
});
await new Promise((resolve) => shop.listen(0, "localhost", resolve));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const token = await grant();
  await live(token);
  for (const [name, viewport] of Object.entries(SIZES)) {
    const context = await browser.newContext({ viewport, timezoneId: "Asia/Dhaka" });
    await shootWindow(await context.newPage(), name, token);
    await shootWorkbench(await context.newPage(), name);
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
  shop.close();
}

/** A merchant's call. */
async function call(method, path, headers, body) {
  const response = await fetch(`${simulator}/v1.2.0-beta/checkout/${path}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(1000),
  });
  return response.json();
}

async function grant() {
  const { username, password, appKey, appSecret } = credentials;
  const answer = await call(
    "POST",
    "token/grant",
    { username, password },
    { app_key: appKey, app_secret: appSecret },
  );
  return { authorization: answer.id_token, "x-app-key": credentials.appKey };
}

function create(token, merchantInvoiceNumber, amount) {
  return call("POST", "payment/create", token, {
    amount,
    currency: "BDT",
    intent: "sale",
    merchantInvoiceNumber,
  });
}

function control(method, path, body) {
  return fetch(`${simulator}/__simulator/${path}`, { method, body: body && JSON.stringify(body) });
}

/** A morning at a shop: some pay, one cannot, one answer is lost. */
async function live(token) {
  for (const [invoice, amount, wallet] of [
    ["S-1040-1", "950.00", "01929918378"],
    ["S-1041-1", "420.00", "01823074817"],
    ["S-1042-1", "2510.00", "01770618575"],
  ]) {
    const { paymentID } = await create(token, invoice, amount);
    await control("POST", `payments/${paymentID}/authorise`, { wallet });
    if (invoice === "S-1042-1") {
      await control("POST", "faults", { operation: "execute", fault: "answer-lost", paymentID });
    }
    await call("POST", `payment/execute/${paymentID}`, token).catch(() => undefined);
    await call("GET", `payment/query/${paymentID}`, token);
  }
  await create(token, "S-1043-1", "1180.00");
  await control("POST", "faults", { operation: "execute", fault: "late-completion" });
}

async function shootWindow(page, size, token) {
  await page.goto(`http://localhost:${shop.address().port}`);
  await page.addScriptTag({ path: jquery });
  await page.addScriptTag({ url: `${simulator}${SCRIPT_PATH}?lang=${size === "phone" ? "bn" : "en"}` });
  await page.evaluate(
    (data) => {
      const onCreate = "bKash.create().onSuccess(window.created)";
      window.created = data;
      const script = document.createElement("script");
      script.textContent = `bKash.init({ paymentMode: "checkout", paymentRequest: { amount: window.created.amount },
      createRequest: () => ${onCreate}, executeRequestOnAuthorization() {}, onClose() {} })`;
      document.body.append(script);
    },
    await create(token, size === "phone" ? "S-1044-1" : "S-1045-1", "2510.00"),
  );
  await page.evaluate(() => document.getElementById("bKash_button").click());
  const frame = page.frameLocator("#bKashFrameWrapper iframe");
  const shoot = (name) => page.screenshot({ path: `${folder}/window-${name}-${size}.png` });
  const enter = async (field, entry) => {
    await frame.locator(field).fill(entry);
    await frame.locator("#submit_button").click();
  };
  await frame.locator("#phone_num").fill("01770618575");
  await shoot("number");
  await frame.locator("#submit_button").click();
  await frame.locator("#otp_code").waitFor();
  await shoot("code");
  await enter("#otp_code", "123456");
  await enter("#pin_code", "00000");
  await frame.locator("#error:not(:empty)").waitFor();
  await shoot("pin");
  await frame.locator("#close_button").click();
  await frame.locator("#yes_button").waitFor();
  await shoot("cancel");
}

async function shootWorkbench(page, size) {
  if (size === "desktop") await page.setViewportSize({ width: 1040, height: 560 });
  await page.goto(`${simulator}/`);
  await page.locator(".payments a", { hasText: "S-1042-1" }).click();
  await page.locator(".timeline li").nth(2).waitFor();
  await page.locator(".answers summary").first().click();
  await page.evaluate(() => document.querySelector(".payment").scrollIntoView({ block: "nearest" }));
  await page.screenshot({ path: `${folder}/workbench-payment-${size}.png` });
  for (const part of ["requests", "faults", "switches"]) {
    await page.goto(`${simulator}/#${part}`);
    await page
      .locator("h2")
      .filter({ hasText: new RegExp(part, "i") })
      .waitFor();
    if (part === "requests") {
      await page
        .locator(".log > li > details > summary", { hasText: /^\S+create/ })
        .first()
        .click();
    }
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${folder}/workbench-${part}-${size}.png` });
  }
}
