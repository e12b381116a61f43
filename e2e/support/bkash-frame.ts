import type { Page } from "@playwright/test";

/** bKash's window as a customer uses it. */
export const GOOD_WALLET = "01770618575";
export const POOR_WALLET = "01823074817";
export const OTP = "123456";
export const PIN = "12121";

export class BkashFrame {
  private readonly frame;

  constructor(page: Page) {
    this.frame = page.frameLocator("#bKashFrameWrapper iframe").first();
  }

  get amount() {
    return this.frame.locator("#merchantAmountVal");
  }

  /** Where the number of the wallet is typed: what the window opens with, on every screen. */
  get number() {
    return this.frame.locator("#phone_num");
  }

  get code() {
    return this.frame.locator("#otp_code");
  }

  get pin() {
    return this.frame.locator("#pin_code");
  }

  get invoice() {
    return this.frame.locator("#merchantInvoice2");
  }

  private async answer(field: "#phone_num" | "#otp_code" | "#pin_code", value: string) {
    await this.frame.locator(field).fill(value);
    await this.frame.locator("#submit_button").click();
  }

  /** Number and consent, then the code from the SMS, then the PIN. */
  async pay(wallet = GOOD_WALLET) {
    await this.answer("#phone_num", wallet);
    await this.answer("#otp_code", OTP);
    await this.answer("#pin_code", PIN);
  }

  async close() {
    await this.frame.locator("#close_button").click();
    await this.frame.locator("#yes_button").click();
  }
}
