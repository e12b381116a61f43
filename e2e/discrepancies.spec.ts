import { expect, test, type Page } from "@playwright/test";
import { expectFitForAll } from "./support/accessible";
import { ApiShopper } from "./support/api-shopper";
import { inDatabase, openAsMerchant } from "./support/back-office";
import { simulator } from "./support/simulator";

test.beforeEach(async () => {
  await simulator.reset();
  await inDatabase(`TRUNCATE "Discrepancy", "Statement", "StatementLine"`);
  await inDatabase(`DELETE FROM "RateLimit" WHERE key LIKE 'sign-in:%'`);
});

const inNavigation = (page: Page) =>
  page.getByRole("navigation", { name: "Back office" }).getByRole("link", { name: /^Discrepancies/ });

test("a statement of bKash's portal is compared with the books, and a merchant says how a difference stands", async ({
  page,
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  const { paymentId, window } = await shopper.open();
  await simulator.authorise(window.paymentID);
  await shopper.execute(paymentId);
  const [capture] = await simulator.captures();
  const now = new Date(Date.now() + 6 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
  const csv = [
    "Date Time,Transaction Type,Trx ID,Merchant Invoice Number,Amount,Status",
    `${now},Payment,${capture?.trxID},${capture?.merchantInvoiceNumber},${(capture?.amountInPoisha ?? 0) / 100},Completed`,
    `${now},Payment,BKNSTRANGE,,"Tk 1,250.00",Completed`,
  ].join("\n");

  await openAsMerchant(page, "/admin/discrepancies/statements");
  await expect(inNavigation(page)).toHaveText("Discrepancies");
  const send = async (text: string) => {
    await page
      .getByLabel("Statement (CSV)")
      .setInputFiles({ name: "november.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.getByRole("button", { name: "Import" }).click();
  };
  await send("not,a,statement");
  await expect(page.getByText("This is no statement that we can read")).toBeVisible();
  await expectFitForAll(page);
  await send(csv);
  await expect(page.getByText("The statement was imported and compared.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "november.csv" })).toContainText(
    "2 payments and refunds",
  );
  await send(csv);
  await expect(page.getByText("This very file was imported before.")).toBeVisible();

  // At least one: what other tests put into the database by hand does not add up either.
  await expect(inNavigation(page)).toHaveText(/^Discrepancies\d+$/);
  await inNavigation(page).click();
  const stranger = page.getByRole("listitem").filter({ hasText: "BKNSTRANGE" });
  await expect(stranger).toContainText("statement: taken and not booked");
  await expect(stranger).toContainText("৳1,250");
  await expectFitForAll(page);
  await stranger.getByLabel("How it stands").fill("A customer paid at the counter.");
  await stranger.getByRole("button", { name: "Resolve" }).click();
  await expect(stranger).toHaveCount(0);
  await page.getByRole("link", { name: "Resolved" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "BKNSTRANGE" })).toContainText(
    "A customer paid at the counter.",
  );
});

test("the books can be checked at any time, and what is wrong leads to its order", async ({
  page,
  request,
}) => {
  const { orderNumber } = await ApiShopper.placeOrder(request);
  await inDatabase(
    `INSERT INTO "OrderEvent" ("orderId", "from", "to", source)
     SELECT id, 'PENDING', 'CANCELLED', 'release' FROM "Order" WHERE number = $1`,
    [orderNumber],
  );
  await openAsMerchant(page, "/admin/discrepancies");
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.getByText("The books were checked.")).toBeVisible();
  const found = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: orderNumber, exact: true }) });
  await expect(found).toContainText("an order that stands elsewhere than its history");
  await found.getByRole("link", { name: orderNumber }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(orderNumber);
  await inDatabase(`UPDATE "Order" SET status = 'CANCELLED', "cancelledAt" = now() WHERE number = $1`, [
    orderNumber,
  ]); // as its history says
});
