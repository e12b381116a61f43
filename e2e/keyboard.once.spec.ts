import { expect, test } from "@playwright/test";
import { BkashFrame, GOOD_WALLET, OTP, PIN } from "./support/bkash-frame";
import { Keyboard } from "./support/keyboard";
import { paid, payButton } from "./support/shopper-page";
import { simulator } from "./support/simulator";

test.beforeEach(() => simulator.reset());

test("somebody without a mouse buys, from the front page to the receipt, and always sees where the keyboard is", async ({
  page,
}) => {
  const keyboard = new Keyboard(page);
  await page.goto("/en");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();

  await keyboard.reach(page.getByRole("searchbox"), "Shift+Tab");
  const suggestion = page.getByRole("link", { name: /Khadi panjabi/ });
  // What was typed before the page's script was there suggests nothing.
  await expect(async () => {
    await keyboard.type("khadi");
    await expect(suggestion).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await keyboard.reach(suggestion);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Khadi panjabi" })).toBeVisible();
  await keyboard.reach(page.getByRole("radio", { checked: true }));
  await keyboard.press("ArrowLeft");
  await page.waitForURL("**/en/products/khadi-panjabi?variant=*");
  await keyboard.reach(page.getByRole("button", { name: "Add to cart" }));
  await keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "View cart" })).toBeVisible();
  await keyboard.reach(page.getByRole("link", { name: "View cart" }), "Shift+Tab");
  await keyboard.press("Enter");
  await page.waitForURL("**/en/cart");
  await keyboard.reach(page.getByRole("link", { name: "Go to checkout" }));
  await keyboard.press("Enter");

  await page.waitForURL("**/en/checkout");
  await keyboard.reach(page.getByLabel("Full name"));
  await keyboard.type("Rahima Khatun");
  await keyboard.reach(page.locator("#phone"));
  await keyboard.type("01712-345678");
  await keyboard.choose(page.locator("#district"), "Dhaka", "dhaka");
  await keyboard.choose(page.locator("#upazila"), "Dhanm", "dhanmondi");
  await keyboard.reach(page.locator("#address"));
  await keyboard.type("House 12, Road 5, Dhanmondi");
  await keyboard.reach(page.locator('[name="way"]'));
  await keyboard.press("ArrowDown");
  await expect(page.locator('[name="way"][value="WALLET"]')).not.toBeChecked();
  await keyboard.press("ArrowUp");
  await expect(page.locator('[name="way"][value="WALLET"]')).toBeChecked();
  await keyboard.reach(page.locator("#consent"));
  await keyboard.press("Space");
  await keyboard.reach(page.getByRole("button", { name: "Place the order" }));
  await keyboard.press("Enter");

  await page.waitForURL("**/en/orders/S-*");
  await keyboard.reach(payButton(page));
  await keyboard.press("Enter");
  const window = new BkashFrame(page);
  for (const [field, entry] of [
    [window.number, GOOD_WALLET],
    [window.code, OTP],
    [window.pin, PIN],
  ] as const) {
    await expect(field).toBeFocused();
    await keyboard.type(entry);
    await keyboard.press("Enter");
  }
  await expect(paid(page)).toBeVisible();
  await expect(page.locator("#payment-panel")).toBeFocused();
});
