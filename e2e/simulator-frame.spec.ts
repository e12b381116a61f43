import { expect } from "@playwright/test";
import { GOOD_WALLET, OTP, PIN } from "./support/bkash-frame";
import { simulator } from "./support/simulator";
import { beginAnew, enter, expectAccessible, openWindow, test, toCode, toPin } from "./support/tiny-window";

test.beforeEach(({ shop }) => beginAnew({ shop }));

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

test(
  "wrong codes and wrong PINs are counted, and the third wrong PIN locks the wallet",
  { tag: "@phone" },
  async ({ page, shop }) => {
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
  },
);

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

test(
  "every step can be closed, the shop is told, and the same button opens a new payment",
  { tag: "@phone" },
  async ({ page, shop }) => {
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
  },
);

test(
  "auto mode pays by itself, says so, and can be taken over",
  { tag: "@phone" },
  async ({ page, shop }) => {
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
  },
);
