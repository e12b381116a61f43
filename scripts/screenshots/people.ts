import type { Browser, Page } from "@playwright/test";
import { openAsMerchant } from "../../e2e/support/back-office";
import { BkashFrame } from "../../e2e/support/bkash-frame";
import { orderAsGuest, paid, payButton } from "../../e2e/support/shopper-page";
import { workInOffice, type Orders } from "./orders.ts";

/** Who opens a page: somebody new, a customer with an account and a full cart, the merchant. */
export type Person = "visitor" | "customer" | "merchant";

type Cookies = Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>;
export type People = Readonly<Record<Person, Cookies>>;

/** The code of the newest message, as the merchant of a play shop reads it. */
async function newestCode(office: Page): Promise<string> {
  await office.goto("/admin/outbox");
  const message = await office
    .getByText(/^\d{6} /)
    .first()
    .textContent();
  return /^\d{6}/.exec(message ?? "")?.[0] ?? "";
}

async function signIn(page: Page, office: Page): Promise<void> {
  await page.goto("/bn/account");
  await page.locator("#contact").fill("rumana@example.com");
  await page.locator("main form button").last().click();
  await page.waitForURL("**/bn/account/code");
  await page.locator("#code").fill(await newestCode(office));
  await page.getByRole("button", { name: "সাইন ইন", exact: true }).click();
  await page.waitForURL("**/bn/account");
}

async function saveAddress(page: Page): Promise<void> {
  await page.goto("/bn/account/addresses/new");
  await page.locator("#name").fill("রুমানা আক্তার");
  await page.locator('[name="phone"]').fill("০১৭১২-৩৪৫৬৭৮");
  await page.locator("#district").selectOption("dhaka");
  await page.locator("#upazila").selectOption("dhanmondi");
  await page.locator("#address").fill("বাসা ১২, সড়ক ৫, ধানমন্ডি");
  await page.locator("main form button").last().click();
  await page.waitForURL("**/bn/account/addresses");
}

async function wish(page: Page): Promise<void> {
  await page.goto("/bn/categories/home-kitchen");
  for (let count = 1; count <= 3; count++) {
    await page
      .getByRole("button", { name: /পছন্দের তালিকায় রাখুন$/ })
      .first()
      .click();
    await page
      .getByRole("button", { name: /পছন্দের তালিকায় আছে/ })
      .nth(count - 1)
      .waitFor();
  }
}

async function fillCart(page: Page): Promise<void> {
  for (const slug of ["gamcha-towel", "sylhet-black-tea", "jute-tote"]) {
    await page.goto(`/bn/products/${slug}`);
    await page.getByRole("button", { name: "কার্টে যোগ করুন" }).first().click();
    await page.getByRole("link", { name: "কার্ট দেখুন" }).waitFor();
  }
}

/** Lets everybody do what they have done by the time that they are looked at. */
export async function makePeople(browser: Browser, origin: string, orders: Orders): Promise<People> {
  const personal = async () =>
    (await browser.newContext({ baseURL: origin, serviceWorkers: "block" })).newPage();
  const office = await personal();
  await openAsMerchant(office);
  await workInOffice(office, orders);

  const page = await personal();
  // As a guest first: what was ordered comes along into the account.
  await orderAsGuest(page, "bn");
  await payButton(page).click();
  await new BkashFrame(page).pay();
  await paid(page).waitFor();
  await orderAsGuest(page, "bn");
  await signIn(page, office);
  await saveAddress(page);
  await wish(page);
  await fillCart(page);
  const people = {
    visitor: [],
    customer: await page.context().cookies(),
    merchant: await office.context().cookies(),
  };
  await page.context().close();
  await office.context().close();
  return people;
}
