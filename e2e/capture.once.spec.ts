import { expect, request as http, test } from "@playwright/test";
import { ApiShopper } from "./support/api-shopper";
import { openAsMerchant } from "./support/back-office";
import { OwnShop } from "./support/own-shop";
import { simulator } from "./support/simulator";

// A shop that has its money set aside when the shopper pays, and takes it when the goods go out.
let shop: OwnShop;
test.beforeAll(async () => {
  shop = await OwnShop.start({ BKASH_INTENT: "authorization" });
});
test.afterAll(() => shop.kill());

test("a merchant takes the money that was set aside, or gives it free, and the shopper reads which", async ({
  page,
}) => {
  await simulator.reset();
  const client = await http.newContext({ baseURL: shop.url });
  const setAside = async () => {
    const shopper = await ApiShopper.placeOrder(client);
    const { paymentId, window } = await shopper.open();
    await simulator.authorise(window.paymentID);
    await shopper.execute(paymentId);
    return shopper;
  };
  const [wanted, unwanted] = [await setAside(), await setAside()];
  const adminPage = ({ orderNumber }: ApiShopper) => `${shop.url}/admin/orders/${orderNumber}`;

  await openAsMerchant(page, adminPage(wanted));
  await expect(page.getByText("Capture it when you ship, or void it.")).toBeVisible();
  await page.screenshot({ path: test.info().outputPath("set-aside.png"), fullPage: true });
  await page.getByRole("button", { name: "Capture the money" }).click();
  await expect(page.getByRole("button", { name: "Capture the money" })).toHaveCount(0);
  await expect.poll(() => wanted.order()).toMatchObject({ status: "PAID" });

  await page.goto(adminPage(unwanted));
  await page.getByRole("button", { name: "Void: give it free" }).click();
  await expect(page.getByRole("button", { name: "Void: give it free" })).toHaveCount(0);
  await expect.poll(() => unwanted.order()).toMatchObject({ status: "PENDING", mayPay: true });
  expect(await simulator.count("capture")).toBe(1);
  expect(await simulator.count("void")).toBe(1);

  await page.goto(`${shop.url}/en/orders/${wanted.orderNumber}?token=${wanted.accessToken}`);
  await expect(page.getByRole("heading", { name: "Your payment has been successful" })).toBeVisible();
});
