import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type FrameLocator, type Page } from "@playwright/test";
import { GOOD_WALLET, OTP } from "./bkash-frame";
import { simulator } from "./simulator";
import { TinyMerchant } from "./tiny-merchant";

/** A test with the smallest shop there is, kept for all tests of a worker. */
export const test = base.extend<object, { shop: TinyMerchant }>({
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

/** For `beforeEach`: nothing is left of the test before. */
export function beginAnew({ shop }: { shop: TinyMerchant }) {
  shop.paymentIDs = [];
  shop.executed.length = 0;
  return simulator.reset();
}

/** Clicks the shop's button; the window of the simulator comes up. */
export async function openWindow(page: Page, shop: TinyMerchant, options: Record<string, string> = {}) {
  await page.goto(shop.url(options));
  await page.locator("#bKash_button").click();
  const frame = page.frameLocator("#bKashFrameWrapper iframe").first();
  await expect(frame.locator("#merchantName")).toBeVisible();
  return frame;
}

export const enter = async (
  frame: FrameLocator,
  field: "phone_num" | "otp_code" | "pin_code",
  entry: string,
) => {
  await frame.locator(`#${field}`).fill(entry);
  await frame.locator("#submit_button").click();
};

export const toCode = async (frame: FrameLocator, wallet = GOOD_WALLET) => {
  await enter(frame, "phone_num", wallet);
  await expect(frame.locator("#otp_code")).toBeFocused();
};

export const toPin = async (frame: FrameLocator) => {
  await toCode(frame);
  await enter(frame, "otp_code", OTP);
  await expect(frame.locator("#pin_code")).toBeFocused();
};

export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .include(["#bKashFrameWrapper iframe", "body"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
