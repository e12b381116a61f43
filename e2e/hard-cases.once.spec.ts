import { expect, test, type Page } from "@playwright/test";
import { inDatabase } from "./support/back-office";
import { BkashFrame } from "./support/bkash-frame";
import { ApiShopper } from "./support/api-shopper";
import { orderAsGuest, paid, payButton } from "./support/shopper-page";
import { simulator } from "./support/simulator";

test.beforeEach(() => simulator.reset());

const doubt = (page: Page) => page.getByRole("heading", { name: "We are checking your payment with bKash" });
const waiting = (page: Page) =>
  page.getByRole("heading", { name: "Your payment is waiting in bKash's window" });

/** The shopper has typed the PIN, and the answer to execute is lost; bKash answers no question for so many times. */
async function loseTheAnswer(page: Page, shopper: ApiShopper, times: number | "always") {
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  await simulator.fault({ operation: "query", fault: "status-500", times });
  await page.goto(shopper.link());
  await payButton(page).click();
  await new BkashFrame(page).pay();
  await expect(doubt(page)).toBeVisible();
}

test("C01: a double click, and Enter pressed twice, open one payment", async ({ page, request }) => {
  const shopper = await ApiShopper.placeOrder(request);
  await page.goto(shopper.link());
  await payButton(page).dblclick();
  await expect(new BkashFrame(page).invoice).toHaveText(`${shopper.orderNumber}-1`);
  const other = await ApiShopper.placeOrder(request);
  await page.goto(other.link());
  await payButton(page).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(new BkashFrame(page).invoice).toHaveText(`${other.orderNumber}-1`);
  expect(await simulator.count("create")).toBe(2);
});

test("C46: after a reload the very same payment is continued, with the time that it has left", async ({
  page,
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  await page.goto(shopper.link());
  await payButton(page).click();
  await expect(new BkashFrame(page).invoice).toHaveText(`${shopper.orderNumber}-1`);
  await page.reload();
  await expect(waiting(page)).toBeVisible();
  await expect(page.getByRole("timer")).toContainText(/(29|30):\d\d/);
  await page.getByRole("button", { name: "Continue to bKash" }).click();
  await expect(new BkashFrame(page).invoice).toHaveText(`${shopper.orderNumber}-1`);
  await new BkashFrame(page).pay();
  await expect(paid(page)).toBeVisible();
  expect(await simulator.count("create")).toBe(1);
  expect(await simulator.captures()).toHaveLength(1);
});

test("two tabs: the second one offers the same payment, and follows the first one to its end by itself", async ({
  page,
  context,
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  await page.goto(shopper.link());
  const second = await context.newPage();
  await second.goto(`/en/orders/${shopper.orderNumber}`);
  await expect(payButton(second)).toHaveText(/Pay/);
  await payButton(page).click();
  await expect(new BkashFrame(page).invoice).toHaveText(`${shopper.orderNumber}-1`);
  await second.bringToFront();
  await expect(waiting(second)).toBeVisible({ timeout: 15_000 });
  await new BkashFrame(page).pay();
  await expect(paid(page)).toBeVisible();
  await expect(paid(second)).toBeVisible({ timeout: 15_000 });
  await expect(payButton(second)).toHaveCount(0);
  expect(await simulator.captures()).toHaveLength(1);
});

test("two devices: what was begun on one is finished on the other through the link; the first one's window gives way", async ({
  page,
  browser,
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  await page.goto(shopper.link());
  await payButton(page).click();
  await expect(new BkashFrame(page).invoice).toHaveText(`${shopper.orderNumber}-1`);

  const phone = await browser.newPage();
  await phone.goto(shopper.link());
  await phone.getByRole("button", { name: "Continue to bKash" }).click();
  await new BkashFrame(phone).pay();
  await expect(paid(phone)).toBeVisible();
  await phone.close();

  await expect(paid(page)).toBeVisible({ timeout: 15_000 });
  await expect(page.locator("#bKashFrameWrapper iframe")).toBeHidden();
  expect(await simulator.count("create")).toBe(1);
  expect(await simulator.count("execute")).toBe(1);
});

test("C46: the tab is closed after the PIN; opened again, it shows what became of it", async ({
  page,
  context,
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  await simulator.fault({ operation: "execute", fault: "slow", delayMs: 1000 });
  await page.goto(shopper.link());
  await payButton(page).click();
  await new BkashFrame(page).pay();
  await expect.poll(() => simulator.count("execute")).toBe(1);
  await page.close();
  const again = await context.newPage();
  await again.goto(`/en/orders/${shopper.orderNumber}`);
  await expect(paid(again)).toBeVisible();
  expect(await simulator.count("execute")).toBe(1);
});

test("C46: the phone falls asleep after the PIN and wakes up to the receipt", async ({ page, request }) => {
  const shopper = await ApiShopper.placeOrder(request);
  await simulator.fault({ operation: "execute", fault: "slow", delayMs: 1000 });
  await page.goto(shopper.link());
  await payButton(page).click();
  await new BkashFrame(page).pay();
  await expect.poll(() => simulator.count("execute")).toBe(1);
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("Page.setWebLifecycleState", { state: "frozen" });
  await expect.poll(async () => (await shopper.order()).status).toBe("PAID");
  await devTools.send("Page.setWebLifecycleState", { state: "active" });
  await expect(paid(page)).toBeVisible();
  expect(await simulator.count("execute")).toBe(1);
});

test("without a network before the click nothing is opened, the page says so, and it works again afterwards", async ({
  page,
  context,
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  await page.goto(shopper.link());
  await expect(payButton(page)).toBeEnabled();
  await expect.poll(() => page.evaluate(() => "jQuery" in window)).toBe(true);
  await context.setOffline(true);
  await payButton(page).click();
  await expect(page.getByText("No money was taken.")).toBeVisible();
  await context.setOffline(false);
  await payButton(page).click();
  await new BkashFrame(page).pay();
  await expect(paid(page)).toBeVisible();
  expect(await simulator.captures()).toHaveLength(1);
});

for (const when of ["before the shop has heard of it", "while it is under way"] as const) {
  test(`the network goes after the PIN, ${when}: the page says that the payment is safe and recovers by itself`, async ({
    page,
    context,
    request,
  }) => {
    const shopper = await ApiShopper.placeOrder(request);
    await page.route(
      "**/api/payments/bkash/execute",
      async (route) => {
        if (when === "while it is under way") await route.fetch();
        await context.setOffline(true);
        await route.abort();
      },
      { times: 1 },
    );
    await page.goto(shopper.link());
    await payButton(page).click();
    await new BkashFrame(page).pay();
    await expect(page.getByText("You are offline. Your payment is safe")).toBeVisible();
    await expect(page.getByText(/failed|Try again/)).toHaveCount(0);
    await context.setOffline(false);
    await expect(paid(page)).toBeVisible();
    expect(await simulator.count("execute")).toBe(1);
    expect(await simulator.captures()).toHaveLength(1);
  });
}

test("without a network while bKash is asked, the page says so, and heals as soon as it is back", async ({
  page,
  context,
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  await loseTheAnswer(page, shopper, "always");
  await context.setOffline(true);
  await expect(page.getByText("You are offline. Your payment is safe")).toBeVisible();
  await simulator.noFaults();
  await context.setOffline(false);
  await expect(paid(page)).toBeVisible({ timeout: 20_000 });
});

test("in doubt the page names what to quote and when bKash was asked last; “Check now” asks at most every 5 s", async ({
  page,
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  await loseTheAnswer(page, shopper, "always");
  await expect(page.getByText(`name ${shopper.orderNumber}-1`)).toBeVisible();
  await expect(page.getByText(/Last asked bKash at \d\d:\d\d:\d\d/).first()).toBeVisible();
  await expect(payButton(page)).toHaveCount(0);
  const before = await simulator.count("query");
  const check = page.getByRole("button", { name: "Check now" });
  for (let presses = 0; presses < 10; presses++) await check.click();
  await expect(page.locator("[role=status]", { hasText: "Last asked bKash at" })).toBeAttached();
  expect(await simulator.count("query")).toBeLessThanOrEqual(before + 2);
  await simulator.noFaults();
  await expect(paid(page)).toBeVisible({ timeout: 20_000 });
});

test("C33: bKash answers that it has completed this payment already; the shopper sees the receipt", async ({
  page,
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  await simulator.fault({ operation: "execute", fault: "error-2117", committed: true });
  await page.goto(shopper.link());
  await payButton(page).click();
  await new BkashFrame(page).pay();
  await expect(paid(page)).toBeVisible();
  expect(await simulator.captures()).toHaveLength(1);
});

test("C08: the shop's token ends between the window and the PIN; the shopper notices nothing", async ({
  page,
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  await page.goto(shopper.link());
  await payButton(page).click();
  await expect(new BkashFrame(page).invoice).toHaveText(/-1$/);
  // The hour's budget belongs to all tests: this one needs two calls of it, and gives them back.
  await inDatabase(`DELETE FROM "WalletTokenCall"`);
  await simulator.control("POST", "tokens/revoke", {});
  await new BkashFrame(page).pay();
  await expect(paid(page)).toBeVisible();
  expect(await simulator.captures()).toHaveLength(1);
  await inDatabase(`DELETE FROM "WalletTokenCall"`);
});

test("the browser loses its cookie while the shopper pays: the order is settled, and the page comes back by the link", async ({
  page,
  context,
}) => {
  await orderAsGuest(page, "en");
  await payButton(page).click();
  await expect(new BkashFrame(page).invoice).toHaveText(/-1$/);
  await context.clearCookies();
  await new BkashFrame(page).pay();
  await expect(paid(page)).toBeVisible();
  await page.reload();
  await expect(paid(page)).toBeVisible();
  expect(await simulator.captures()).toHaveLength(1);
});

test("a guest whose browser keeps no cookies pays through the order's link", async ({
  page,
  request,
  playwright,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  const stranger = await playwright.request.newContext({ baseURL: process.env.APP_URL ?? "" });
  const first = await stranger.get(shopper.link(), { maxRedirects: 0 });
  const asked = new URL(first.headers()["location"] ?? "", first.url());
  expect(asked.searchParams.get("again")).toBe("1");
  const bare = await playwright.request.newContext({ baseURL: process.env.APP_URL ?? "" });
  const second = await bare.get(asked.href, { maxRedirects: 0 });
  const kept = new URL(second.headers()["location"] ?? "", second.url());
  expect(kept.searchParams.get("token")).toBe(shopper.accessToken);
  // With the cookie, the token does not stay in the address.
  const clean = await stranger.get(asked.href, { maxRedirects: 0 });
  expect(clean.headers()["location"]).toBe(`/en/orders/${shopper.orderNumber}`);
  await Promise.all([stranger.dispose(), bare.dispose()]);

  await page.goto(kept.href);
  await payButton(page).click();
  await new BkashFrame(page).pay();
  await expect(paid(page)).toBeVisible();
  expect((await page.context().cookies()).some(({ name }) => name === "shopper")).toBe(false);

  // What would need a cookie is not offered; the rest goes by the token as well.
  await expect(page.getByRole("button", { name: "Put the same into the cart again" })).toHaveCount(0);
  await page.getByText("Something wrong? Tell us").click();
  await page.getByLabel("What is it about?").selectOption({ index: 1 });
  await page.getByLabel("What happened?").fill("The box came open.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("The box came open.")).toBeVisible();
});

test("a guest whose browser keeps no cookies cancels an order through its link", async ({
  page,
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  await page.goto(`/en/orders/${shopper.orderNumber}?token=${shopper.accessToken}`);
  await page.getByText("Cancel this order?").click();
  await page.getByRole("button", { name: "Yes, cancel it" }).click();
  await expect(page.getByRole("heading", { name: "You cancelled this order" })).toBeVisible();
  await expect(page).toHaveURL(/token=/);
});

test("browser Back from the receipt never pays again, and Forward shows the receipt", async ({
  page,
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  await page.goto("/en/cart");
  await page.goto(shopper.link());
  await payButton(page).click();
  await new BkashFrame(page).pay();
  await expect(paid(page)).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL("/en/cart");
  await page.goForward();
  await expect(paid(page)).toBeVisible();
  await expect(payButton(page)).toHaveCount(0);
  expect(await simulator.count("create")).toBe(1);
  expect(await simulator.captures()).toHaveLength(1);
});

test("news that comes while the shopper looks does not take the keyboard away", async ({ page, request }) => {
  const shopper = await ApiShopper.placeOrder(request);
  await loseTheAnswer(page, shopper, "always");
  await page.getByRole("button", { name: "Check now" }).focus();
  await simulator.noFaults();
  await expect(paid(page)).toBeVisible({ timeout: 20_000 });
  await expect(page.locator("#payment-panel")).toBeFocused();
  await expect(page.locator("#payment-panel [role=status]").first()).toContainText(
    "Your payment has been successful",
  );
});
