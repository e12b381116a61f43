import { expect } from "@playwright/test";
import { GOOD_WALLET, OTP, PIN, POOR_WALLET } from "./support/bkash-frame";
import { simulator } from "./support/simulator";
import { beginAnew, enter, openWindow, test, toCode, toPin } from "./support/tiny-window";

test.beforeEach(({ shop }) => beginAnew({ shop }));

test("codes and the PIN's screen grow old; new codes are spaced and counted", async ({ page, shop }) => {
  await simulator.reset({ otpResendAfterSeconds: 1, otpResends: 1 });
  const frame = await openWindow(page, shop);
  const [error, resend] = [frame.locator("#error"), frame.locator("#resend_otp")];
  await toCode(frame);
  await simulator.control("POST", "clock", { advanceSeconds: 121 });
  await enter(frame, "otp_code", OTP);
  await expect(error).toContainText("expired");
  await expect(resend).toBeEnabled();
  await simulator.control("PATCH", "settings", { otpResendAfterSeconds: 600 });
  await resend.click();
  await expect(error).toContainText("on its way");
  await simulator.control("PATCH", "settings", { otpResendAfterSeconds: 1 });
  await resend.click();
  await expect(frame.locator("#sent")).toHaveText("A new code was sent.");
  await expect(resend).toBeEnabled();
  await resend.click();
  await expect(error).toContainText("No more codes");
  await expect(resend).toBeHidden();
  await enter(frame, "otp_code", OTP);
  await expect(frame.locator("#pin_code")).toBeFocused();
  await simulator.control("POST", "clock", { advanceSeconds: 121 });
  await enter(frame, "pin_code", PIN);
  await expect(error).toContainText("time for the PIN is over");
});

test("the wallet's own app skips number and code", async ({ page, shop }) => {
  const frame = await openWindow(page, shop);
  await page.evaluate((token) => {
    const bridge = (window as unknown as { webViewJSBridge: { setAccessToken(token: string): void } })
      .webViewJSBridge;
    bridge.setAccessToken(token);
  }, `app-${GOOD_WALLET}`);
  await expect(frame.locator("#prompt")).toContainText("017 ** *** 575");
  await enter(frame, "pin_code", PIN);
  await expect(page.locator("#result")).toContainText("paid");
});

test("a refused execute comes back to the shop's page", async ({ page, shop }) => {
  const frame = await openWindow(page, shop);
  await toCode(frame, POOR_WALLET);
  await enter(frame, "otp_code", OTP);
  await enter(frame, "pin_code", PIN);
  await expect(page.locator("#result")).toContainText("refused 2023");
  await expect(page.locator("#bKashFrameWrapper iframe")).toBeHidden();
});

test("a lost connection is said, and the same entry may be sent again", async ({ page, shop }) => {
  const frame = await openWindow(page, shop);
  await page.route("**/checkout/2/api/wallet", (route) => route.abort(), { times: 1 });
  await enter(frame, "phone_num", GOOD_WALLET);
  await expect(frame.locator("#error")).toHaveText("No connection. Please try again.");
  await frame.locator("#submit_button").click();
  await expect(frame.locator("#otp_code")).toBeFocused();
});

// ---- the script's quirks, which a shop meets at bKash, too ----------------------------------------------------

test("without onClose, closing throws and the next click leads nowhere", async ({ page, shop }) => {
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  const frame = await openWindow(page, shop, { without: "onClose" });
  await frame.locator("#close_button").click();
  await frame.locator("#yes_button").click();
  await expect.poll(() => problems).toEqual([expect.stringContaining("onClose is not a function")]);
  await expect(page.locator("#bKashFrameWrapper iframe")).toHaveCount(0);
});

test("a second init makes two payments of one click, and reconfigure mends it", async ({ page, shop }) => {
  await page.goto(shop.url({ init: "twice" }));
  await page.locator("#bKash_button").click();
  await expect.poll(() => shop.paymentIDs.length).toBe(2);

  await page.goto(shop.url({ init: "twice" }));
  await page.evaluate('bKash.reconfigure({ paymentRequest: { ...asked, amount: "12.00" } })');
  await page.locator("#bKash_button").click();
  const frame = page.frameLocator("#bKashFrameWrapper iframe").first();
  await expect(frame.locator("#merchantAmountVal")).toHaveText("৳12.00");
  expect(shop.paymentIDs).toHaveLength(3);
});

test("the window shows the page's amount, and charges what create stored", async ({ page, shop }) => {
  const frame = await openWindow(page, shop, { shown: "1.00" });
  await expect(frame.locator("#merchantAmountVal")).toHaveText("৳1.00");
  await toPin(frame);
  await enter(frame, "pin_code", PIN);
  await expect(page.locator("#result")).toContainText("paid");
  expect((await simulator.captures())[0]?.amountInPoisha).toBe(8550);
});

test("messages from other origins move neither the page nor the window", async ({ page, shop }) => {
  const frame = await openWindow(page, shop);
  await page.evaluate(() => window.postMessage(JSON.stringify({ action: "afterPIN", successful: "Y" }), "*"));
  await page.evaluate(() => {
    const stranger = document.createElement("iframe");
    stranger.srcdoc = `<script>parent.frames[0].postMessage('{"url":"toPIN","paymentData":{}}', "*")</script>`;
    document.body.append(stranger);
  });
  await page.waitForTimeout(300);
  await expect(frame.locator("#phone_num")).toBeVisible();
  await expect(page.locator("#result")).toHaveText("create ");
});

test("on command the window reports the PIN twice, or closes while the shop executes", async ({
  page,
  shop,
}) => {
  await simulator.reset({ afterPinTwice: true });
  const frame = await openWindow(page, shop);
  await toPin(frame);
  await enter(frame, "pin_code", PIN);
  await expect.poll(() => shop.executed.length).toBe(2);

  await simulator.reset({ closesAfterPin: true });
  const closing = await openWindow(page, shop);
  await toPin(closing);
  await enter(closing, "pin_code", PIN);
  await expect(page.locator("#result")).toHaveText("create execute closed paid ");
});
