import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type FrameLocator, type Page } from "@playwright/test";
import { GOOD_WALLET, OTP, PIN, POOR_WALLET } from "./support/bkash-frame";
import { simulator } from "./support/simulator";
import { TinyMerchant } from "./support/tiny-merchant";

const test = base.extend<object, { shop: TinyMerchant }>({
  shop: [
    async ({}, use) => {
      const shop = new TinyMerchant();
      await shop.open();
      await use(shop);
      shop.close();
    },
    { scope: "worker" },
  ],
});

test.beforeEach(({ shop }) => {
  shop.paymentIDs = [];
  shop.executed.length = 0;
  return simulator.reset();
});

/** Clicks the shop's button; the window of the simulator comes up. */
async function openWindow(page: Page, shop: TinyMerchant, options: Record<string, string> = {}) {
  await page.goto(shop.url(options));
  await page.locator("#bKash_button").click();
  const frame = page.frameLocator("#bKashFrameWrapper iframe").first();
  await expect(frame.locator("#merchantName")).toBeVisible();
  return frame;
}

const enter = async (frame: FrameLocator, field: "phone_num" | "otp_code" | "pin_code", entry: string) => {
  await frame.locator(`#${field}`).fill(entry);
  await frame.locator("#submit_button").click();
};

const toCode = async (frame: FrameLocator, wallet = GOOD_WALLET) => {
  await enter(frame, "phone_num", wallet);
  await expect(frame.locator("#otp_code")).toBeFocused();
};

const toPin = async (frame: FrameLocator) => {
  await toCode(frame);
  await enter(frame, "otp_code", OTP);
  await expect(frame.locator("#pin_code")).toBeFocused();
};

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .include(["#bKashFrameWrapper iframe", "body"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const WORDS = {
  en: { code: "Enter verification code sent to 01770618575", masked: "017 ** *** 575", ask: "Are you sure" },
  bn: { code: "01770618575 নম্বরে পাঠানো", masked: "017 ** *** 575", ask: "বাতিল করতে চান" },
};

for (const lang of ["en", "bn"] as const) {
  test(`number, code and PIN pay, and every step is accessible (${lang})`, async ({ page, shop }) => {
    const frame = await openWindow(page, shop, { lang });
    await expect(frame.locator("html")).toHaveAttribute("lang", lang);
    await expect(frame.locator("#ribbon")).toContainText("SIMULATOR");
    await expect(frame.locator("#merchantAmountVal")).toHaveText("৳85.50");
    await expect(frame.locator("#submit_button")).toBeDisabled();
    await expect(frame.locator("#hint a")).toHaveAttribute("href", "/#setup");
    await expectAccessible(page);
    await toCode(frame);
    await expect(frame.locator("#prompt")).toContainText(WORDS[lang].code);
    await expect(frame.locator("#resend_otp")).toBeDisabled();
    await expectAccessible(page);
    await enter(frame, "otp_code", OTP);
    await expect(frame.locator("#prompt")).toContainText(WORDS[lang].masked);
    await expectAccessible(page);
    await frame.locator("#close_button").click();
    await expect(frame.locator("#question")).toContainText(WORDS[lang].ask);
    await expectAccessible(page);
    await frame.locator("#no_button").click();
    await enter(frame, "pin_code", PIN);
    await expect(page.locator("#result")).toHaveText("create execute paid ");
    expect(shop.executed).toEqual(shop.paymentIDs);
  });

  test(`every error is shown in the window, and is accessible (${lang})`, async ({ page, shop }) => {
    const steps = [
      {
        step: "wallet",
        field: "phone_num",
        entry: GOOD_WALLET,
        codes: ["2003", "2009", "2057", "2058", "2999"],
      },
      {
        step: "otp",
        field: "otp_code",
        entry: "000000",
        codes: ["2010", "2016", "2018", "2059", "2013", "2017"],
      },
      { step: "pin", field: "pin_code", entry: "00000", codes: ["2011", "2014", "2019"] },
      { step: "pin", field: "pin_code", entry: "00000", codes: ["2015"] },
    ] as const;
    const said = new Set<string>();
    for (const { step, field, entry, codes } of steps) {
      const frame = await openWindow(page, shop, { lang });
      if (step === "otp") await toCode(frame);
      if (step === "pin") await toPin(frame);
      for (const code of codes) {
        // Whatever the window's backend may say, the test says in its place.
        await page.route(`**/checkout/2/api/${step}`, (route) =>
          route.fulfill({ json: { statusCode: code } }),
        );
        await enter(frame, field, entry);
        await expect(frame.locator("#error")).not.toBeEmpty();
        const text = (await frame.locator("#error").textContent()) ?? "";
        expect(said.has(text), text).toBe(false);
        expect(/[\u0980-\u09ff]/.test(text), text).toBe(lang === "bn");
        said.add(text);
        await expect(frame.locator("#submit_button")).toBeDisabled();
        await page.unroute(`**/checkout/2/api/${step}`);
      }
      await expectAccessible(page);
    }
  });
}

test("wrong codes and wrong PINs are counted, and the third wrong PIN locks the wallet", async ({
  page,
  shop,
}) => {
  const frame = await openWindow(page, shop);
  const error = frame.locator("#error");
  await enter(frame, "phone_num", "01311111111");
  await expect(error).toHaveText("This number has no bKash account.");
  await toCode(frame);
  await enter(frame, "otp_code", "000000");
  await expect(error).toHaveText("Wrong verification code");
  await expect(frame.locator("#otp_code")).toBeFocused();
  await enter(frame, "otp_code", OTP);
  for (const text of ["Wrong PIN", "Wrong PIN", "Wrong PIN Count Exceeded"]) {
    await enter(frame, "pin_code", "00000");
    await expect(error).toHaveText(text);
  }
  await expect(frame.locator("#pin_code")).toBeDisabled();
  await expect(frame.locator("#close_button")).toBeFocused();
  expect(shop.executed).toEqual([]);

  const again = await openWindow(page, shop);
  await toPin(again);
  await enter(again, "pin_code", PIN);
  await expect(again.locator("#error")).toHaveText("Wrong PIN Count Exceeded");
});

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

test("the whole payment works by keyboard, with Bangla digits, and Escape asks before it closes", async ({
  page,
  shop,
}) => {
  const frame = await openWindow(page, shop);
  await expect(frame.locator("#phone_num")).toBeFocused();
  await page.keyboard.insertText("+৮৮০১৭৭০৬১৮৫৭৫");
  await expect(frame.locator("#phone_num")).toHaveValue(GOOD_WALLET);
  await page.keyboard.press("Escape");
  await expect(frame.locator("#question")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(frame.locator("#phone_num")).toBeFocused();
  await page.keyboard.type(GOOD_WALLET);
  await page.keyboard.press("Enter");
  await expect(frame.locator("#otp_code")).toBeFocused();
  await page.keyboard.type(OTP);
  await page.keyboard.press("Enter");
  await expect(frame.locator("#pin_code")).toBeFocused();
  await page.keyboard.type(PIN);
  await page.keyboard.press("Enter");
  await expect(page.locator("#result")).toContainText("paid");
});

test("every step can be closed, the shop is told, and the same button opens a new payment", async ({
  page,
  shop,
}) => {
  const ways = [async () => {}, toCode, toPin];
  let frame = await openWindow(page, shop);
  for (const [at, reach] of ways.entries()) {
    await reach(frame);
    await frame.locator("#close_button").click();
    await frame.locator("#yes_button").click();
    await expect(page.locator("#result")).toHaveText("create closed ".repeat(at + 1));
    const answer = await simulator.control<{ state: string }>("GET", `payments/${shop.paymentIDs[at]}`);
    expect(answer.state).toBe("cancelled");
    await page.locator("#bKash_button").click();
    frame = page.frameLocator("#bKashFrameWrapper iframe").first();
    await expect(frame.locator("#phone_num")).toBeFocused();
  }
  expect(new Set(shop.paymentIDs).size).toBe(4);
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

test("auto mode pays by itself, says so, and can be taken over", async ({ page, shop }) => {
  await simulator.reset({ autoModePauseMs: 100 });
  await openWindow(page, shop, { auto: "1" });
  await expect(page.locator("#result")).toContainText("paid");

  await simulator.reset({ autoMode: true, autoModePauseMs: 2000 });
  const frame = await openWindow(page, shop, { lang: "en" });
  await expect(frame.locator("#auto")).toContainText("Auto mode");
  await expectAccessible(page);
  await frame.locator("#auto_stop").click();
  await expect(frame.locator("#auto")).toBeHidden();
  await expect(frame.locator("#phone_num")).toBeFocused();
  await toPin(frame);
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
