import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { ApiShopper, SKU_IN_STOCK } from "./support/api-shopper";
import { inDatabase, openAsMerchant } from "./support/back-office";
import { BkashFrame } from "./support/bkash-frame";
import { simulator } from "./support/simulator";

const payButton = (page: Page) => page.getByRole("button", { name: /Pay .* with bKash|বিকাশে .* পেমেন্ট/ });

// bKash is away. What shoppers and the merchant are told, and what they can do.

test.beforeEach(async () => {
  await simulator.reset();
  await inDatabase(`DELETE FROM "RateLimit" WHERE key LIKE 'sign-in:%'`);
  await inDatabase(`UPDATE "Variant" SET stock = GREATEST(stock, 40) WHERE sku = $1`, [SKU_IN_STOCK]);
});
test.afterEach(async ({ request }) => {
  // Back to life: a click tries it half a minute after the last one in vain.
  await simulator.reset();
  await expect
    .poll(async () => (await (await ApiShopper.placeOrder(request)).create()).status(), {
      timeout: 50_000,
      intervals: [5_000],
    })
    .toBe(201);
});

async function takeBkashDown(request: APIRequestContext) {
  for (const operation of ["create", "query"])
    await simulator.fault({ operation, fault: "status-503", times: "always" });
  for (let click = 0; click < 5; click++)
    expect((await (await ApiShopper.placeOrder(request)).create()).status()).toBe(503);
}

test("C41: before the click the order's page says that bKash is away, and the order can be kept or paid in cash", async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const shopper = await ApiShopper.placeOrder(request);
  await page.goto(shopper.link("en"));
  await takeBkashDown(request);
  await page.reload();
  await expect(page.getByText("bKash does not answer at the moment")).toBeVisible();

  // The click costs no wait: the shop knows.
  await payButton(page).click();
  await expect(page.getByText("Payments by bKash are paused for a short while")).toBeVisible({
    timeout: 5_000,
  });

  await page.getByRole("button", { name: "Keep my order for 24 hours" }).click();
  await expect(page.getByText("We keep your order until")).toBeVisible();
  await expect(page.getByRole("button", { name: "Keep my order for 24 hours" })).toHaveCount(0);

  await page.getByRole("button", { name: "Pay in cash on delivery" }).click();
  await expect(page.getByText("You pay in cash on delivery")).toBeVisible();
  await page.reload();
  await expect(page.getByText("You pay in cash on delivery")).toBeVisible();
  await openAsMerchant(page, `/admin/orders/${shopper.orderNumber}`);
  await expect(page.getByText("bKash cannot be paid with.")).toBeVisible();
  await expect(page.getByText("bKash answers HTTP 503")).toBeVisible();
  await expect(page.getByText("Cash on delivery").first()).toBeVisible();
});

test("C41: who has typed the PIN is still executed, in Bangla too, and reads nothing of it", async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const shopper = await ApiShopper.placeOrder(request);
  await page.goto(shopper.link("bn"));
  await payButton(page).click();
  const frame = new BkashFrame(page);
  await expect(frame.number).toBeVisible();
  await takeBkashDown(request);
  await frame.pay();
  await expect(page.getByRole("heading", { name: "আপনার পেমেন্ট সফল হয়েছে" })).toBeVisible();
  await expect(page.getByText("এই মুহূর্তে বিকাশ থেকে সাড়া পাওয়া যাচ্ছে না")).toHaveCount(0);
});
