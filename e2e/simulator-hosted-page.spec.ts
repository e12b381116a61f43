import { expect, test, type Page } from "@playwright/test";
import { expectFitForAll } from "./support/accessible";
import { GOOD_WALLET, OTP, PIN } from "./support/bkash-frame";
import { simulator } from "./support/simulator";

const HOST = process.env.SIMULATOR_URL ?? "http://localhost:4210";
const BASE = `${HOST}/v1.2.0-beta/tokenized/checkout`;
// Nothing has to answer there: where the browser is sent to is what counts.
const SHOP = "http://shop.invalid/back";

async function call(
  path: string,
  headers: Record<string, string>,
  body: object,
): Promise<Record<string, string>> {
  const response = await fetch(`${BASE}/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return response.json();
}

/** A merchant of Checkout (URL) creates a payment and sends the customer to bKash's page. */
async function openPage(page: Page, lang: "en" | "bn") {
  const known = await simulator.control<Record<string, string>>("GET", "credentials");
  const { username = "", password = "", appKey = "", appSecret = "" } = known;
  const { id_token: token = "" } = await call(
    "token/grant",
    { username, password },
    { app_key: appKey, app_secret: appSecret },
  );
  const { bkashURL, paymentID } = await call(
    "create",
    { authorization: token, "x-app-key": appKey },
    {
      mode: "0011",
      payerReference: "customer-7",
      callbackURL: SHOP,
      amount: "120.50",
      currency: "BDT",
      intent: "sale",
      merchantInvoiceNumber: "INV-7",
    },
  );
  await page.route(`${SHOP}**`, (route) => route.fulfill({ body: "the shop" }));
  await page.goto(`${bkashURL}&lang=${lang}`);
  await expect(page.locator("#merchantAmountVal")).toHaveText("৳120.50");
  return paymentID;
}

async function enter(page: Page, field: string, entry: string) {
  await page.locator(`#${field}`).fill(entry);
  await page.locator("#submit_button").click();
}

test.beforeEach(() => simulator.reset());

for (const lang of ["en", "bn"] as const) {
  test(`the page of Checkout (URL) leads from number to PIN and back to the shop (${lang})`, async ({
    page,
  }) => {
    const paymentID = await openPage(page, lang);
    await expectFitForAll(page);
    await enter(page, "phone_num", GOOD_WALLET);
    await expect(page.locator("#otp_code")).toBeFocused();
    await enter(page, "otp_code", OTP);
    await expect(page.locator("#pin_code")).toBeFocused();
    await expectFitForAll(page);
    await enter(page, "pin_code", PIN);
    await page.waitForURL(`${SHOP}?paymentID=${paymentID}&status=success&signature=*`);
  });
}

test("who gives up on bKash's page comes back with cancel", { tag: "@phone" }, async ({ page }) => {
  const paymentID = await openPage(page, "en");
  await page.keyboard.press("Escape");
  await page.locator("#yes_button").click();
  await page.waitForURL(`${SHOP}?paymentID=${paymentID}&status=cancel&signature=*`);
});

test(
  "after the last wrong code bKash's page says why and leads back with failure",
  { tag: "@phone" },
  async ({ page }) => {
    const paymentID = await openPage(page, "bn");
    await enter(page, "phone_num", GOOD_WALLET);
    for (const wrong of ["111111", "222222", "333333"]) {
      await enter(page, "otp_code", wrong);
      await expect(page.locator("#error")).not.toBeEmpty();
    }
    await expect(page.locator("#going_back")).toContainText("পেমেন্ট ব্যর্থ হয়েছে");
    await expectFitForAll(page);
    await page.locator("#close_button").click(); // or wait for ten seconds
    await page.waitForURL(`${SHOP}?paymentID=${paymentID}&status=failure&signature=*`);
  },
);
