import { expect, test } from "@playwright/test";
import { BkashFrame } from "./support/bkash-frame";
import { ApiShopper } from "./support/api-shopper";
import { orderAsGuest, paid, payButton } from "./support/shopper-page";
import { simulator } from "./support/simulator";

test.beforeEach(() => simulator.reset());

test("the amount in bKash's window is the order's, whatever the page's script says", async ({
  page,
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  await page.goto(shopper.link());
  await payButton(page).click();
  await expect(new BkashFrame(page).amount).toHaveText("৳2510.00");
});

test("C17: when bKash's answer to execute is lost, the shopper still ends on the success page and is charged once", async ({
  page,
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  await page.goto(shopper.link());
  await payButton(page).click();
  await new BkashFrame(page).pay();
  await expect(paid(page)).toBeVisible({
    timeout: 30_000,
  });
  expect(await simulator.captures()).toHaveLength(1);
  expect(await simulator.count("execute")).toBe(1);
});

test("C18: when bKash gives no answer at all for a while, the page says what it knows and never invites to pay again", async ({
  page,
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  await simulator.fault({ operation: "query", fault: "status-500", times: 2 });
  await page.goto(shopper.link());
  await payButton(page).click();
  await new BkashFrame(page).pay();
  await expect(page.getByRole("heading", { name: "We are checking your payment with bKash" })).toBeVisible();
  await expect(page.getByText("please do not pay again")).toBeVisible();
  await expect(payButton(page)).toHaveCount(0);
  await expect(paid(page)).toBeVisible({
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
    /'nonce-[\w+/=]+' 'sha256-[\w+/=]+' 'strict-dynamic'.*frame-ancestors 'none'/,
  );
  await payButton(page).click();
  await new BkashFrame(page).pay();
  await expect(paid(page)).toBeVisible();
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

test("C09: a shopper who goes back with bKash's window open leaves no window and no open payment behind", async ({
  page,
}) => {
  await orderAsGuest(page, "en");
  await payButton(page).click();
  await expect(new BkashFrame(page).invoice).toHaveText(/-1$/);
  const orderPage = page.url();
  await page.goBack();
  await expect(page.locator("#bKashFrameWrapper iframe")).toBeHidden();
  await page.goto(orderPage);
  await expect(page.getByText("No money was taken. You can start again")).toBeVisible();
  expect(await simulator.count("execute")).toBe(0);
});

test("C46: a shopper who goes back after the PIN is brought to the order that was paid", async ({ page }) => {
  await simulator.fault({ operation: "execute", fault: "slow", delayMs: 2500 });
  await orderAsGuest(page, "en");
  const orderPage = page.url();
  await payButton(page).click();
  await new BkashFrame(page).pay();
  await expect.poll(() => simulator.count("execute")).toBe(1);
  await page.goBack();
  await expect(paid(page)).toBeVisible({
    timeout: 20_000,
  });
  expect(page.url()).toBe(orderPage);
});

test("when bKash's window does not come up, the page is freed and says so", async ({ page, request }) => {
  const shopper = await ApiShopper.placeOrder(request);
  await page.route("**/checkout/2", () => undefined); // the line to bKash is dead
  await page.clock.install();
  await page.goto(shopper.link());
  await payButton(page).click();
  await expect(page.locator("#bKashFrameWrapper iframe")).toBeAttached();
  // The page begins to wait some time after the frame is there.
  await expect(async () => {
    await page.clock.fastForward(26_000);
    await expect(page.getByText("bKash's window could not be loaded.")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  // The news that this payment is over comes after it, and does not take the reason away.
  await expect(page.getByText("The payment was not finished").first()).toBeVisible();
  await expect(page.getByText("bKash's window could not be loaded.")).toBeVisible();
  await expect(payButton(page)).toBeVisible();
});
