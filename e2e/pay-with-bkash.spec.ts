import { expect, test, type Page } from "@playwright/test";
import { BkashFrame, POOR_WALLET } from "./support/bkash-frame";
import { ApiShopper } from "./support/api-shopper";
import { simulator } from "./support/simulator";

test.beforeEach(() => simulator.reset());

const pay = (page: Page) =>
  page.getByRole("button", {
    name: /Pay .* with bKash|বিকাশে .* পেমেন্ট|Try again with bKash|বিকাশে আবার চেষ্টা/,
  });

/** From a product's page to the order's page, as a guest. */
async function order(page: Page, locale: "bn" | "en") {
  await page.goto(`/${locale}/products/khadi-panjabi`);
  await page
    .getByRole("button", { name: /Add to cart|কার্টে/ })
    .first()
    .click();
  await expect
    .poll(async () => (await page.context().cookies()).some(({ name }) => name === "cart_count"))
    .toBe(true);
  await page.goto(`/${locale}/checkout`);
  await page.locator('[name="name"]').fill(locale === "bn" ? "রহিমা খাতুন" : "Rahima Khatun");
  await page.locator('[name="phone"]').fill(locale === "bn" ? "০১৭১২-৩৪৫৬৭৮" : "01712-345678");
  await page.locator('[name="district"]').selectOption("dhaka");
  await page.locator('[name="address"]').fill("House 12, Road 5, Dhanmondi");
  await page.locator('[type="checkbox"]').check();
  await page.locator('form button[type="submit"]:visible').last().click();
  await page.waitForURL(`**/${locale}/orders/S-*`);
}

test("a shopper buys as a guest and pays with bKash, from the product to the receipt", async ({ page }) => {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  await order(page, "en");
  const number = /orders\/(S-\d+)/.exec(page.url())?.[1] ?? "";

  await pay(page).click();
  const frame = new BkashFrame(page);
  await expect(frame.invoice).toHaveText(`${number}-1`);
  await frame.pay();

  await expect(page.getByRole("heading", { name: "Your payment has been successful" })).toBeVisible();
  const [capture] = await simulator.captures();
  const receipt = page.getByRole("region", { name: "Your payment has been successful" });
  await expect(receipt).toContainText(capture?.trxID ?? "no capture");
  await expect(receipt).toContainText(number);
  await expect(receipt).toContainText("৳2,510");
  expect(capture?.amountInPoisha).toBe(251000);

  await page.reload();
  await expect(page.getByRole("heading", { name: "Your payment has been successful" })).toBeVisible();
  await expect(pay(page)).toHaveCount(0);
  expect(problems).toEqual([]);

  // What bKash checks before a shop may go live: one create, one execute, and no query when execute has answered.
  expect(await simulator.count("create")).toBe(1);
  expect(await simulator.count("execute")).toBe(1);
  expect(await simulator.count("query", capture?.paymentID)).toBe(0);
});

test("the whole journey works in Bangla", async ({ page }) => {
  await order(page, "bn");
  await pay(page).click();
  await new BkashFrame(page).pay();
  await expect(page.getByRole("heading", { name: "আপনার পেমেন্ট সফল হয়েছে" })).toBeVisible();
  await expect(page.getByText("৳২,৫১০").first()).toBeVisible();
  expect(await simulator.captures()).toHaveLength(1);
});

test("the amount in bKash's window is the order's, whatever the page's script says", async ({
  page,
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  await page.goto(shopper.link());
  await pay(page).click();
  await expect(new BkashFrame(page).amount).toHaveText("৳2510.00");
});

test("a shopper whose balance is too low reads why, is not charged, and can pay with another wallet", async ({
  page,
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  await page.goto(shopper.link());
  await pay(page).click();
  await new BkashFrame(page).pay(POOR_WALLET);
  await expect(page.getByText("Your bKash balance is too low. No money was taken.")).toBeVisible();
  expect(await simulator.captures()).toHaveLength(0);

  await pay(page).click();
  await new BkashFrame(page).pay();
  await expect(page.getByRole("heading", { name: "Your payment has been successful" })).toBeVisible();
  expect(await simulator.captures()).toHaveLength(1);
});

test("a shopper who closes bKash's window keeps the order and can start again", async ({ page, request }) => {
  const shopper = await ApiShopper.placeOrder(request);
  await page.goto(shopper.link());
  await pay(page).click();
  await new BkashFrame(page).close();
  await expect(page.getByText("You closed bKash's window. No money was taken")).toBeVisible();
  // The keyboard is back where the news is.
  await expect(page.locator("#payment-panel")).toBeFocused();
  expect(await simulator.count("execute")).toBe(0);

  await pay(page).click();
  await new BkashFrame(page).pay();
  await expect(page.getByRole("heading", { name: "Your payment has been successful" })).toBeVisible();
});

test("when bKash's answer to execute is lost, the shopper still ends on the success page and is charged once", async ({
  page,
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  await page.goto(shopper.link());
  await pay(page).click();
  await new BkashFrame(page).pay();
  await expect(page.getByRole("heading", { name: "Your payment has been successful" })).toBeVisible({
    timeout: 30_000,
  });
  expect(await simulator.captures()).toHaveLength(1);
  expect(await simulator.count("execute")).toBe(1);
});

test("when bKash gives no answer at all for a while, the page says what it knows and never invites to pay again", async ({
  page,
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  await simulator.fault({ operation: "query", fault: "status-500", times: 2 });
  await page.goto(shopper.link());
  await pay(page).click();
  await new BkashFrame(page).pay();
  await expect(page.getByRole("heading", { name: "We are checking your payment with bKash" })).toBeVisible();
  await expect(page.getByText("please do not pay again")).toBeVisible();
  await expect(pay(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Your payment has been successful" })).toBeVisible({
    timeout: 45_000,
  });
  expect(await simulator.captures()).toHaveLength(1);
});

test("another browser does not see the order, and the order's link opens it", async ({ page, request }) => {
  const shopper = await ApiShopper.placeOrder(request);
  const answer = await page.goto(`/en/orders/${shopper.orderNumber}`);
  expect(answer?.status()).toBe(404);
  await page.goto(shopper.link());
  await expect(page).toHaveURL(`/en/orders/${shopper.orderNumber}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(shopper.orderNumber);
});

test("bKash's script is loaded where one can pay, and nowhere else", async ({ page, request }) => {
  const loaded: string[] = [];
  page.on("request", (asked) => loaded.push(asked.url()));
  for (const path of ["/en", "/en/products", "/en/products/khadi-panjabi", "/en/cart"]) await page.goto(path);
  expect(loaded.filter((url) => /bKash-checkout|jquery/i.test(url))).toEqual([]);
  const shopper = await ApiShopper.placeOrder(request);
  await page.goto(shopper.link());
  await expect.poll(() => loaded.filter((url) => /bKash-checkout|jquery/i.test(url)).length).toBe(2);
  const jquery = loaded.find((url) => /jquery/.test(url)) ?? "";
  expect(new URL(jquery).origin).toBe(new URL(page.url()).origin);
});

test("nothing on the way to the receipt breaks the page's own security policy", async ({ page, request }) => {
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  const shopper = await ApiShopper.placeOrder(request);
  const answer = await page.goto(shopper.link());
  expect(answer?.headers()["content-security-policy"]).toMatch(
    /'nonce-[\w+/=]+' 'strict-dynamic'.*frame-ancestors 'none'/,
  );
  await pay(page).click();
  await new BkashFrame(page).pay();
  await expect(page.getByRole("heading", { name: "Your payment has been successful" })).toBeVisible();
  // A script that somebody slipped into the page does not run.
  await page.evaluate(() => {
    const script = document.createElement("div");
    script.innerHTML = "<img src='x' onerror='document.title=`stolen`'>";
    document.body.append(script);
  });
  await expect.poll(() => violations.length).toBeGreaterThan(0);
  expect(violations.filter((text) => !/event handler/i.test(text))).toEqual([]);
  await expect(page).not.toHaveTitle("stolen");
});

test("a shopper who goes back with bKash's window open leaves no window and no open payment behind", async ({
  page,
}) => {
  await order(page, "en");
  await pay(page).click();
  await expect(new BkashFrame(page).invoice).toHaveText(/-1$/);
  const orderPage = page.url();
  await page.goBack();
  await expect(page.locator("#bKashFrameWrapper iframe")).toBeHidden();
  await page.goto(orderPage);
  await expect(page.getByText("You closed bKash's window. No money was taken")).toBeVisible();
  expect(await simulator.count("execute")).toBe(0);
});

test("a shopper who goes back after the PIN is brought to the order that was paid", async ({ page }) => {
  await simulator.fault({ operation: "execute", fault: "slow", delayMs: 2500 });
  await order(page, "en");
  const orderPage = page.url();
  await pay(page).click();
  await new BkashFrame(page).pay();
  await expect.poll(() => simulator.count("execute")).toBe(1);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Your payment has been successful" })).toBeVisible({
    timeout: 20_000,
  });
  expect(page.url()).toBe(orderPage);
});

test("when bKash's window does not come up, the page is freed and says so", async ({ page, request }) => {
  test.setTimeout(90_000);
  const shopper = await ApiShopper.placeOrder(request);
  await page.route("**/checkout/2", () => undefined); // the line to bKash is dead
  await page.goto(shopper.link());
  await pay(page).click();
  await expect(page.getByText("bKash's window could not be loaded.")).toBeVisible({ timeout: 60_000 });
  await expect(pay(page)).toBeVisible();
});
