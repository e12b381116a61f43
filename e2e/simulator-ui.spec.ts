import { expect, test as base, type Page } from "@playwright/test";
import { expectAccessible, expectFitForAll } from "./support/accessible";
import { simulator } from "./support/simulator";
import { TinyMerchant } from "./support/tiny-merchant";

const test = base.extend<object, { shop: TinyMerchant }>({
  shop: [({}, use) => use(new TinyMerchant()), { scope: "worker" }],
});

test.beforeEach(() => simulator.reset());

const address = () => process.env.SIMULATOR_URL ?? "http://localhost:4210";

/** Opens a part of the workbench; a reload, so that no earlier part is left on screen. */
async function open(page: Page, part = "") {
  await page.goto("about:blank");
  await page.goto(`${address()}/${part && `#${part}`}`);
}

const said = (page: Page) => page.locator("#said");

const create = async (shop: TinyMerchant, merchantInvoiceNumber: string, amount = "85.50") => {
  const wish = { amount, currency: "BDT", intent: "sale", merchantInvoiceNumber };
  return (
    (await shop.call("payment/create", JSON.stringify(wish))) as {
      paymentID: string;
    }
  ).paymentID;
};

test("requests appear as they come in, with headers and bodies, and no secrets", async ({ page, shop }) => {
  await open(page);
  await expect(page.getByText("This is not bKash")).toBeVisible();
  await expect(page.locator(".log li")).toHaveCount(0);
  const paymentID = await create(shop, "UI-1");
  const row = page.locator(".log li").first();
  await expect(row).toContainText("create");
  await expect(row).toContainText("200");
  await row.locator("summary").first().press("Enter");
  await expect(row.getByRole("region", { name: "Request: body" })).toContainText('"amount": "85.50"');
  await expect(row.getByRole("region", { name: "Answer: body" })).toContainText(paymentID);
  await row
    .getByText(/\d+ headers/)
    .first()
    .click();
  await expect(row.getByRole("region", { name: "Request: headers" })).toContainText(
    "authorization: (hidden)",
  );
  // What is open stays open while new requests come in.
  await create(shop, "UI-2");
  await expect(page.locator(".payments li")).toHaveCount(3);
  await expect(page.locator(".log > li > details[open]")).toHaveCount(1);
});

test("a payment's panel says what bKash would answer, and what to do next", async ({ page, shop }) => {
  const paymentID = await create(shop, "UI-3", "100.00");
  await open(page);
  await page.getByRole("link", { name: /UI-3/ }).click();
  const panel = page.getByRole("region", { name: "The payment" });
  await expect(panel).toContainText("The customer has to confirm in the window.");
  await expect(panel.locator("summary").first()).toContainText("2002");
  await panel.getByRole("button", { name: "Confirm as customer" }).click();
  await expect(said(page)).toContainText("Confirmed");
  await expect(panel).toContainText("Your server has to execute it.");
  await expect(panel.locator("summary").first()).toContainText("Completed");
  await shop.call(`payment/execute/${paymentID}`);
  await expect(panel).toContainText("It can be refunded.");
  await expect(panel.locator("summary").first()).toContainText("2117");
  await expect(panel.locator(".timeline")).toContainText("Customer enters the PIN 0000");
  await expect(panel.locator(".timeline")).toContainText("Shop calls execute 200");

  await open(page, "ledger");
  await expect(page.locator(".tiles")).toContainText("৳100.00 in 1");
  await page.getByRole("link", { name: paymentID }).click();
  await expect(panel).toContainText(paymentID);
});

test("faults are switched on for the next request, and used up by it", async ({ page, shop }) => {
  await open(page, "faults");
  await page.getByLabel("Operation").selectOption("create");
  const toggle = page.getByRole("switch", { name: "error-NNNN" });
  await page.getByLabel("errorCode").fill("2020");
  await toggle.click();
  await expect(said(page)).toContainText("error-2020 waits for create");
  await expect(toggle).toHaveAttribute("aria-checked", "true");
  await expect(toggle).toBeFocused();
  await expect(page.getByRole("table", { name: "Faults that wait" })).toContainText("error-2020");
  expect(await shop.call("payment/create", "{}")).toMatchObject({ errorCode: "2020" });
  await expect(toggle).toHaveAttribute("aria-checked", "false");

  await page.getByRole("switch", { name: "slow" }).press("Space");
  await expect(page.locator("#vital_faults")).toHaveText("1");
  await page.getByRole("button", { name: "Remove slow" }).click();
  await expect(page.getByText("Nothing waits")).toBeVisible();
});

test("a scenario is played at one stroke, and calm ends it", async ({ page }) => {
  await open(page, "faults");
  await page.getByLabel("Scenario").selectOption("bkash-is-down");
  await expect(page.getByText("every call is answered 503")).toBeVisible();
  await page.getByRole("button", { name: "Play" }).click();
  await expect(said(page)).toHaveText("bkash-is-down is being played.");
  await expect(page.getByRole("table", { name: "Faults that wait" })).toContainText("status-503");
  await page.getByLabel("Scenario").selectOption("calm");
  await page.getByRole("button", { name: "Play" }).click();
  await expect(page.getByText("Nothing waits")).toBeVisible();
});

test("wallets, switches and the clock are changed, and reset brings all back", async ({ page, shop }) => {
  await open(page, "wallets");
  await page.getByLabel("Balance of 01770618575").fill("12.34");
  await page.getByRole("button", { name: "Save 01770618575" }).focus();
  await page.locator("ul.wallets").evaluate((list) => list.classList.add("drawn-before"));
  await create(shop, "UI-TYPED"); // the news of it has the page drawn anew
  await expect(page.locator(".drawn-before")).toHaveCount(0);
  await expect(page.getByLabel("Balance of 01770618575")).toHaveValue("12.34");
  await page.getByLabel("Status of 01770618575").selectOption("pin-locked");
  await page.getByRole("button", { name: "Save 01770618575" }).click();
  await expect(said(page)).toHaveText("01770618575 holds ৳12.34 and is pin-locked.");
  await page.getByLabel("Number").fill("12");
  await page.getByRole("button", { name: "Open" }).click();
  await expect(page.getByRole("alert")).toHaveText("A wallet number looks like 01770618575.");

  await open(page, "switches");
  await page.getByLabel("Search").fill("secondExecute");
  await page.getByLabel("same-answer").check();
  await expect(said(page)).toHaveText('secondExecute is now "same-answer".');
  const settings = () => simulator.control<Record<string, unknown>>("GET", "settings");
  expect((await settings()).secondExecute).toBe("same-answer");

  await open(page, "clock");
  await page.getByRole("button", { name: "Advance 24 hours" }).click();
  await expect(page.getByText(/86,40\d seconds ahead/)).toBeVisible();

  await page.getByRole("button", { name: "Reset…" }).press("Enter");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await expect(said(page)).toHaveText("Everything is back at the beginning.");
  expect((await settings()).secondExecute).toBe("2117");
  await open(page, "clock");
  await expect(page.getByText(/in Dhaka; 0 seconds ahead/)).toBeVisible();
});

test("webhooks can be subscribed to and sent again", async ({ page }) => {
  await open(page, "webhooks");
  await page.getByLabel("Address of your receiver").fill("http://localhost:9/webhook");
  await page.getByRole("button", { name: "Subscribe", exact: true }).click();
  await expect(said(page)).toContainText("gets a confirmation");
  const deliveries = page.getByRole("table", { name: "Deliveries, newest first" });
  await expect(deliveries).toContainText("SubscriptionConfirmation");
  await page.getByRole("button", { name: /Send .* again/ }).click();
  await expect(said(page)).toHaveText("Sent once more.");
  await expect(deliveries.locator("tbody tr")).toHaveCount(2);
  await page.getByRole("button", { name: "Unsubscribe http://localhost:9/webhook" }).click();
  await expect(said(page)).toContainText("is told no more");
});

for (const part of ["requests", "ledger", "wallets", "faults", "switches", "clock", "webhooks", "setup"]) {
  test(`${part} is accessible, fits the screen, and loads nothing from elsewhere`, async ({ page, shop }) => {
    const strangers: string[] = [];
    const problems: string[] = [];
    page.on("request", (request) => /^(about|data):/.test(request.url()) || strangers.push(request.url()));
    page.on("pageerror", ({ message }) => problems.push(message));
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    const paymentID = await create(shop, "UI-4");
    await simulator.authorise(paymentID);
    await shop.call(`payment/execute/${paymentID}`);
    await simulator.fault({ operation: "query", fault: "slow" });
    await open(page, part === "requests" ? `requests/${paymentID}` : part);
    await expect(page.getByRole("heading", { level: 2 })).toBeVisible();
    if (part === "requests") await page.locator(".log summary").first().click();
    await expectFitForAll(page);
    expect(strangers.filter((url) => !url.startsWith(address()))).toEqual([]);
    expect(problems).toEqual([]);
  });
}
