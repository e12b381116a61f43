import { expect, test } from "@playwright/test";
import { expectFitForAll } from "./support/accessible";
import { orderInState, type Recorded } from "./support/order-in-state";
import { simulator } from "./support/simulator";

test.beforeEach(() => simulator.reset());

interface Shown {
  en: RegExp;
  bn: RegExp;
  /** Whether there is a button to bKash. */
  mayPay?: boolean;
}

/** The phone reads Bangla, the desktop English: each language at one width, and each state in both. */
const STATES: Record<string, Recorded & Shown> = {
  "nobody has begun to pay": { payment: "none", en: /^Payment$/, bn: /^পেমেন্ট$/, mayPay: true },
  "bKash's window is open": {
    payment: "CREATED",
    en: /waiting in bKash's window/,
    bn: /উইন্ডোতে অপেক্ষা করছে/,
    mayPay: true,
  },
  "execute is on its way": { payment: "EXECUTING", en: /^Checking with bKash$/, bn: /মিলিয়ে দেখা হচ্ছে/ },
  "nobody knows yet": {
    payment: "UNCERTAIN",
    en: /We are checking your payment/,
    bn: /আপনার পেমেন্ট বিকাশের সঙ্গে/,
  },
  "it is paid": { payment: "COMPLETED", en: /has been successful/, bn: /সফল হয়েছে/ },
  "bKash said no": {
    payment: "DECLINED",
    code: "2023",
    en: /did not accept the payment/,
    bn: /গ্রহণ করেনি/,
    mayPay: true,
  },
  "the shopper closed the window": {
    payment: "CANCELLED",
    en: /payment was not finished/,
    bn: /পেমেন্টটি শেষ হয়নি/,
    mayPay: true,
  },
  "its time ran out": {
    payment: "EXPIRED",
    en: /time for this payment ran out/,
    bn: /সময় শেষ/,
    mayPay: true,
  },
  "bKash reports something else": {
    payment: "MISMATCH",
    review: "MISMATCH",
    en: /Our team is checking/,
    bn: /আমাদের কর্মীরা/,
  },
  "money came too late": {
    payment: "DUPLICATE",
    order: "CANCELLED",
    review: "LATE_CAPTURE_NO_STOCK",
    en: /arrived after the order had closed/,
    bn: /বন্ধ হওয়ার পরে/,
  },
  "a part went back": {
    payment: "COMPLETED",
    order: "PARTIALLY_REFUNDED",
    en: /Part of your payment was given back/,
    bn: /একটি অংশ ফেরত/,
  },
  "the money is set aside": { payment: "AUTHORISED", en: /is set aside/, bn: /আলাদা করে রাখা আছে/ },
  "an earlier payment is watched": {
    payment: "CREATED",
    before: "WATCH",
    en: /waiting in bKash's window/,
    bn: /উইন্ডোতে অপেক্ষা করছে/,
    mayPay: true,
  },
  "it came to nothing and is watched": {
    payment: "WATCH",
    code: "2029",
    en: /payment did not arrive/,
    bn: /এসে পৌঁছায়নি/,
    mayPay: true,
  },
  "the order is closed": {
    payment: "EXPIRED",
    order: "CANCELLED",
    en: /order is closed/,
    bn: /অর্ডারটি বন্ধ/,
  },
};

const TO_BKASH = /with bKash$|to bKash$|^বিকাশে /;

for (const [name, { en, bn, mayPay = false, ...recorded }] of Object.entries(STATES)) {
  test(`the page says where the money is, to everybody: ${name}`, async ({ page, request }, { project }) => {
    const locale = project.name === "phone" ? "bn" : "en";
    const shopper = await orderInState(request, recorded);
    await page.goto(shopper.link(locale));
    const panel = page.locator("#payment-panel");
    await expect(panel.getByRole("heading", { level: 2 })).toHaveText(locale === "bn" ? bn : en);
    await expect(panel.getByRole("button", { name: TO_BKASH })).toHaveCount(mayPay ? 1 : 0);
    await expectFitForAll(page);
  });
}
