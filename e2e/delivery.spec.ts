import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { ApiShopper } from "./support/api-shopper";
import { inDatabase, openAsMerchant } from "./support/back-office";
import { orderInState } from "./support/order-in-state";
import { simulator } from "./support/simulator";

test.beforeEach(() => simulator.reset());

const SAYS = {
  bn: {
    delivery: "ডেলিভারি",
    packing: "আপনার অর্ডার প্যাক করা হচ্ছে।",
    courier: "আপনার অর্ডার এখন Steadfast-এর কাছে।",
    delivered: "আপনার অর্ডার পৌঁছে গেছে।",
    cash: "নগদে পরিশোধ হয়েছে",
    invoice: "চালানপত্র নামান (PDF)",
  },
  en: {
    delivery: "Delivery",
    packing: "Your order is being packed.",
    courier: "Your order is with Steadfast.",
    delivered: "Your order has been delivered.",
    cash: "Paid in cash",
    invoice: "Download the invoice (PDF)",
  },
};

async function handOver(merchant: Page) {
  await merchant.getByRole("button", { name: "It is packed" }).click();
  await expect(merchant.getByRole("status").filter({ hasText: "Packed" })).toBeVisible();
  await merchant.getByLabel("Courier").fill("Steadfast");
  await merchant.getByLabel("Tracking number").fill("SF-778899");
  await merchant.getByLabel("Address where").fill("https://courier.example/SF-778899");
  await merchant.getByRole("button", { name: "Handed over" }).click();
  await expect(merchant.getByRole("status").filter({ hasText: "With the courier" })).toBeVisible();
}

for (const locale of ["bn", "en"] as const)
  test(`a paid order is followed from the shelf to the door (${locale})`, async ({
    page,
    request,
    browser,
  }) => {
    const says = SAYS[locale];
    const shopper = await orderInState(request, { payment: "COMPLETED" });
    await page.goto(shopper.link(locale));
    const delivery = page.getByRole("region", {
      name: says.delivery,
      exact: true,
    });
    await expect(delivery).toContainText(says.packing);

    const merchant = await (await browser.newContext()).newPage();
    await openAsMerchant(merchant, `/admin/orders/${shopper.orderNumber}`);
    await handOver(merchant);
    await page.reload();
    await expect(delivery).toContainText(says.courier);
    await expect(delivery).toContainText("SF-778899");
    await expect(delivery.getByRole("link")).toHaveAttribute("href", "https://courier.example/SF-778899");
    await expectAccessible(page);
    await expectAccessible(merchant);

    const invoice = page.getByRole("link", { name: says.invoice });
    const paper = await page.request.get((await invoice.getAttribute("href")) ?? "");
    expect(paper.headers()["content-type"]).toBe("application/pdf");
    expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-");
    const slips = await merchant.request.get(`/admin/papers/packing-slips?orders=${shopper.orderNumber}`);
    expect(slips.headers()["content-type"]).toBe("application/pdf");
    const stranger = await request.get(`/api/orders/${shopper.orderNumber}/invoice`);
    expect(stranger.status()).toBe(404);

    await merchant.getByRole("button", { name: "It was delivered" }).click();
    await expect(merchant.getByRole("status").filter({ hasText: "Delivered" })).toBeVisible();
    await page.reload();
    await expect(delivery).toContainText(says.delivered);
    const told = await inDatabase(
      `SELECT topic FROM "OutboxMessage" m JOIN "Order" o ON o.id = m."orderId" WHERE o.number = $1`,
      [shopper.orderNumber],
    );
    expect(told.rows.map(({ topic }) => topic)).toEqual(expect.arrayContaining(["handed-over", "delivered"]));
    await merchant.context().close();
  });

test("what is paid at the door is paid when it is delivered (en)", async ({ page, request, browser }) => {
  const shopper = await ApiShopper.placeOrder(request);
  await inDatabase(`UPDATE "Order" SET "paymentMethod" = 'CASH_ON_DELIVERY' WHERE number = $1`, [
    shopper.orderNumber,
  ]);
  const merchant = await (await browser.newContext()).newPage();
  await openAsMerchant(merchant, `/admin/orders/${shopper.orderNumber}`);
  await handOver(merchant);
  await expect(merchant.getByText(/The customer pays ৳.* in cash at the door/)).toBeVisible();
  await page.goto(shopper.link("en"));
  await expect(page.getByText(/Please have ৳.* ready in cash/)).toBeVisible();
  await merchant.getByRole("button", { name: "It was delivered" }).click();
  await expect(merchant.getByText(/was received in cash/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: SAYS.en.cash })).toBeVisible();
  await expect(page.getByRole("button", { name: /bKash/ })).toHaveCount(0);
  await merchant.context().close();
});
