import { expect, test } from "@playwright/test";
import { BkashFrame, POOR_WALLET } from "./support/bkash-frame";
import { ApiShopper } from "./support/api-shopper";
import { orderAsGuest, paid, payButton } from "./support/shopper-page";
import { simulator } from "./support/simulator";

test.beforeEach(() => simulator.reset());

test("a shopper buys as a guest and pays with bKash, from the product to the receipt", async ({ page }) => {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  await orderAsGuest(page, "en");
  const number = /orders\/(S-\d+)/.exec(page.url())?.[1] ?? "";

  await payButton(page).click();
  const frame = new BkashFrame(page);
  await expect(frame.invoice).toHaveText(`${number}-1`);
  await frame.pay();

  await expect(paid(page)).toBeVisible();
  const [capture] = await simulator.captures();
  const receipt = page.getByRole("region", { name: "Your payment has been successful" });
  await expect(receipt).toContainText(capture?.trxID ?? "no capture");
  await expect(receipt).toContainText(number);
  await expect(receipt).toContainText("৳2,510");
  expect(capture?.amountInPoisha).toBe(251000);

  await page.reload();
  await expect(paid(page)).toBeVisible();
  await expect(payButton(page)).toHaveCount(0);
  expect(problems).toEqual([]);

  // What bKash checks before a shop may go live: one create, one execute, and no query when execute has answered.
  expect(await simulator.count("create")).toBe(1);
  expect(await simulator.count("execute")).toBe(1);
  expect(await simulator.count("query", capture?.paymentID)).toBe(0);
});

test("the whole journey works in Bangla", { tag: "@phone" }, async ({ page }) => {
  await orderAsGuest(page, "bn");
  await payButton(page).click();
  await new BkashFrame(page).pay();
  await expect(paid(page)).toBeVisible();
  await expect(page.getByText("৳২,৫১০").first()).toBeVisible();
  expect(await simulator.captures()).toHaveLength(1);
});

test(
  "a shopper whose balance is too low reads why, is not charged, and can pay with another wallet",
  { tag: "@phone" },
  async ({ page, request }) => {
    const shopper = await ApiShopper.placeOrder(request);
    await page.goto(shopper.link());
    await payButton(page).click();
    await new BkashFrame(page).pay(POOR_WALLET);
    await expect(page.getByText("Your bKash balance is too low. No money was taken.")).toBeVisible();
    expect(await simulator.captures()).toHaveLength(0);

    await payButton(page).click();
    await new BkashFrame(page).pay();
    await expect(paid(page)).toBeVisible();
    expect(await simulator.captures()).toHaveLength(1);
  },
);

test(
  "C09: a shopper who closes bKash's window keeps the order and can start again",
  { tag: "@phone" },
  async ({ page, request }) => {
    const shopper = await ApiShopper.placeOrder(request);
    await page.goto(shopper.link());
    await payButton(page).click();
    await new BkashFrame(page).close();
    await expect(page.getByText("No money was taken. You can start again")).toBeVisible();
    // The keyboard is back where the news is.
    await expect(page.locator("#payment-panel")).toBeFocused();
    expect(await simulator.count("execute")).toBe(0);

    await payButton(page).click();
    await new BkashFrame(page).pay();
    await expect(paid(page)).toBeVisible();
  },
);
