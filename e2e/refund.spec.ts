import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { expectFitForAll } from "./support/accessible";
import { ApiShopper, SKU_IN_STOCK } from "./support/api-shopper";
import { inDatabase, MERCHANT, openAsMerchant } from "./support/back-office";
import { simulator } from "./support/simulator";

test.beforeEach(async () => {
  await simulator.reset();
  await inDatabase(`DELETE FROM "RateLimit" WHERE key LIKE 'sign-in:%'`);
  await inDatabase(`UPDATE "Variant" SET stock = GREATEST(stock, 10) WHERE sku = $1`, [SKU_IN_STOCK]);
});

async function paidOrder(request: APIRequestContext) {
  const shopper = await ApiShopper.placeOrder(request);
  const { paymentId, window } = await shopper.open();
  await simulator.authorise(window.paymentID);
  await shopper.execute(paymentId);
  return { shopper, paymentID: window.paymentID };
}

const adminPage = ({ orderNumber }: ApiShopper) => `/admin/orders/${orderNumber}`;

/** `৳1,250` or `৳1,250.50`, as both the shop and the back office write it in English. */
const taka = (poisha: number) =>
  `৳${(poisha / 100).toLocaleString("en-IN", { minimumFractionDigits: poisha % 100 ? 2 : 0 })}`;

/** Opens the form and leads it to the step that shows everything once more. */
async function review(page: Page, amount?: string) {
  await page.getByText("Give money back").click();
  if (amount) await page.getByLabel("Amount to give back, in taka").fill(amount);
  await page.getByLabel("Reason").fill("The pot came broken");
  await page.getByRole("button", { name: "Review the refund" }).click();
}

async function confirm(page: Page, password = MERCHANT.password) {
  await page.getByLabel("Your password, once more").fill(password);
  await page.getByRole("button", { name: /^Give ৳.* back$/ }).click();
}

const refundTrxIdOf = async ({ orderNumber }: ApiShopper) => {
  const { rows } = await inDatabase(
    `SELECT r."refundTrxId" FROM "Refund" r JOIN "Payment" p ON p.id = r."paymentId"
     JOIN "Order" o ON o.id = p."orderId" WHERE o.number = $1`,
    [orderNumber],
  );
  return String(rows[0]?.refundTrxId);
};

test("a merchant reads what will happen, gives the money back once, and the shopper sees it", async ({
  page,
  request,
}) => {
  test.slow(); // four pages, three of them looked at for everybody
  const { shopper, paymentID } = await paidOrder(request);
  const whole = taka(shopper.totalInPoisha);
  await openAsMerchant(page, adminPage(shopper));
  await review(page);
  await expect(
    page.getByText(`${whole} will go back to the bKash account that paid order ${shopper.orderNumber}.`),
  ).toBeVisible();
  expect(await simulator.count("refund")).toBe(0);
  await expectFitForAll(page);
  await confirm(page);
  await expect(page.getByRole("article", { name: /Refund 1/ })).toContainText(
    "bKash has given the money back.",
  );
  await expect(page.getByText("All the money of this payment has gone back.")).toBeVisible();
  const refundTrxId = await refundTrxIdOf(shopper);
  await expect(page.getByRole("article", { name: /Refund 1/ })).toContainText(refundTrxId);
  await expectFitForAll(page);
  expect(await simulator.count("refund", paymentID)).toBe(1);

  await page.goto(shopper.link("en"));
  const back = page.getByRole("region", { name: "Money back" });
  await expect(back).toContainText(`${whole} went back to the bKash account that paid.`);
  await expect(back).toContainText(refundTrxId);
  await expectFitForAll(page);
  await page.goto(shopper.link("bn"));
  await expect(page.getByRole("region", { name: "টাকা ফেরত", exact: true })).toContainText(refundTrxId);
});

test(
  "before a part goes back the merchant is told that the rest then stays",
  { tag: "@desk" },
  async ({ page, request }) => {
    const { shopper } = await paidOrder(request);
    await openAsMerchant(page, adminPage(shopper));
    await review(page, "100000000");
    await expect(page.getByText(/Enter an amount above 0 and up to/)).toBeVisible();
    await page.getByLabel("Amount to give back, in taka").fill("100.50");
    await expect(page.getByText(/bKash gives back money of one payment once/)).toBeVisible();
    await page.getByRole("button", { name: "Review the refund" }).click();
    const rest = taka(shopper.totalInPoisha - 10_050);
    await expect(page.getByText(`${rest} stays with you for good`)).toBeVisible();
    await confirm(page);
    await expect(page.getByText("bKash gives back no more of it")).toBeVisible();
    await expect(page.getByText("Partly refunded").first()).toBeVisible();
    await page.goto(shopper.link("en"));
    await expect(page.getByText("৳100.50 went back")).toBeVisible();
  },
);

test(
  "without the right password no money moves, and the password is shown to nobody",
  { tag: "@desk" },
  async ({ page, request }) => {
    const { shopper } = await paidOrder(request);
    await openAsMerchant(page, adminPage(shopper));
    await review(page);
    const answers: string[] = [];
    await page.route("**/admin/**", async (route) => {
      const response = await route.fetch();
      answers.push(await response.text());
      await route.fulfill({ response });
    });
    await confirm(page, "not-my-password");
    await expect(page.getByText("The password is wrong. Nothing was sent to bKash.")).toBeVisible();
    expect(answers.join()).toContain("The password is wrong");
    expect(answers.join()).not.toContain("not-my-password");
    expect(await simulator.count("refund")).toBe(0);
    await page.unroute("**/admin/**");
    await confirm(page);
    await expect(page.getByText("bKash has given the money back.").last()).toBeVisible();
    expect(await simulator.count("refund")).toBe(1);
  },
);

test("when bKash's answer is lost, both are told that it is being checked, and then the truth", async ({
  page,
  request,
}) => {
  const { shopper, paymentID } = await paidOrder(request);
  await simulator.fault({ operation: "refund", fault: "answer-lost", how: "reset", paymentID });
  await simulator.fault({ operation: "refundStatus", fault: "status-500", times: 1000, paymentID });
  await openAsMerchant(page, adminPage(shopper));
  await review(page);
  await confirm(page);
  const refund = page.getByRole("article", { name: /Refund 1/ });
  await expect(refund).toContainText("Do not refund it in another way.");
  await page.goto(shopper.link("en"));
  await expect(page.getByText(/is being checked. bKash has not told us the result yet/)).toBeVisible();
  await expectFitForAll(page);

  await simulator.noFaults();
  await page.goto(adminPage(shopper));
  await refund.getByRole("button", { name: "Ask bKash now" }).click();
  await expect(refund).toContainText("bKash has given the money back.");
  await page.goto(shopper.link("en"));
  await expect(page.getByRole("region", { name: "Money back" })).toContainText("went back");
  expect(await simulator.count("refund", paymentID)).toBe(1);
});

test(
  "of two screens that refund the same payment, the second is told and sends nothing",
  { tag: "@desk" },
  async ({ page, context, request }) => {
    const { shopper, paymentID } = await paidOrder(request);
    await openAsMerchant(page, adminPage(shopper));
    const other = await context.newPage();
    await other.goto(adminPage(shopper));
    await review(page);
    await review(other);
    await confirm(page);
    await expect(page.getByRole("article", { name: /Refund 1/ })).toBeVisible();
    await confirm(other);
    await expect(
      other.getByText(/Nothing more was sent to bKash|All the money of this payment has gone back/).first(),
    ).toBeVisible();
    expect(await simulator.count("refund", paymentID)).toBe(1);
  },
);
