import { expect, test, type Browser, type Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { ApiShopper } from "./support/api-shopper";
import { openAsMerchant } from "./support/back-office";

const WORDS = {
  bn: {
    keep: /-এ কোড পাঠান/,
    signIn: "সাইন ইন",
    wrong: "কোডটি মেলেনি",
    mine: "আমার অ্যাকাউন্ট",
    signOut: "সাইন আউট করুন",
    signedOut: "আপনি সাইন আউট করেছেন",
    send: "কোড পাঠান",
    heart: /পছন্দের তালিকায় রাখুন$/,
    deleteNow: "অ্যাকাউন্ট মুছুন",
    deleted: "অ্যাকাউন্টটি মুছে ফেলা হয়েছে",
    add: "কার্টে যোগ করুন",
    viewCart: "কার্ট দেখুন",
    person: "রুমানা আক্তার",
    address: "বাসা ১২, সড়ক ৩",
  },
  en: {
    keep: /Send a code to/,
    signIn: "Sign in",
    wrong: "That is not the code",
    mine: "My account",
    signOut: "Sign out",
    signedOut: "You are signed out",
    send: "Send me a code",
    heart: /^Save .* to your wishlist$/,
    deleteNow: "Delete the account",
    deleted: "The account is deleted",
    add: "Add to cart",
    viewCart: "View cart",
    person: "Rumana Akter",
    address: "House 12, Road 3",
  },
} as const;

/** The newest code that was sent, as the merchant of a play shop reads it. */
async function newestCode(browser: Browser): Promise<string> {
  const office = await browser.newPage();
  await openAsMerchant(office, "/admin/outbox");
  const message = office.getByText(/^\d{6} /).first();
  const code = /^\d{6}/.exec((await message.textContent()) ?? "")?.[0] ?? "";
  await office.close();
  return code;
}

for (const locale of ["bn", "en"] as const) {
  const words = WORDS[locale];

  test(
    `a guest keeps an order and an address in an account, and deletes it (${locale})`,
    { tag: "@accounts" },
    async ({ browser, request }) => {
      const shopper = await ApiShopper.placeOrder(request);
      const guest = await browser.newContext({ javaScriptEnabled: false });
      const page = await guest.newPage();
      await page.goto(shopper.link(locale));
      await page.getByRole("button", { name: words.keep }).click();
      await page.waitForURL(`**/${locale}/account/code?next=/orders/${shopper.orderNumber}`);

      const code = await newestCode(browser);
      await page.locator("#code").fill(code === "000000" ? "000001" : "000000");
      await page.getByRole("button", { name: words.signIn, exact: true }).click();
      await expect(page.locator("main").getByRole("alert")).toContainText(words.wrong);
      await page.locator("#code").fill(code);
      await page.getByRole("button", { name: words.signIn, exact: true }).click();
      await page.waitForURL(`**/${locale}/orders/${shopper.orderNumber}`);
      await expect(page.getByRole("button", { name: words.keep })).toHaveCount(0);

      await page.goto(`/${locale}/account`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.mine);
      await expect(page.getByRole("link", { name: new RegExp(shopper.orderNumber) })).toBeVisible();
      expect((await page.request.get("/admin", { maxRedirects: 0 })).status()).not.toBe(200);

      await page.goto(`/${locale}/account/addresses/new`);
      await page.locator("#name").fill(words.person);
      await page.locator("#district").selectOption("dhaka");
      await page.locator('[name="showPlaces"]').click();
      await page.locator("#upazila").selectOption("dhanmondi");
      await page.locator("#address").fill(words.address);
      await page.locator("main form button").last().click();
      await page.waitForURL(`**/${locale}/account/addresses`);
      await expect(page.locator("main")).toContainText(words.address);
      await page.goto(`/${locale}/products/sylhet-black-tea`);
      await page.getByRole("button", { name: words.add, exact: true }).first().click();
      await page.goto(`/${locale}/checkout`);
      await expect(page.locator("#address")).toHaveValue(words.address);
      await expect(page.locator("#upazila")).toHaveValue("dhanmondi");
      await page.goto(`/${locale}/account`);

      await page.locator("summary").click();
      await page.locator('[name="sure"]').check();
      await page.getByRole("button", { name: words.deleteNow }).click();
      await expect(page.locator("main")).toContainText(words.deleted);
      expect((await page.goto(`/${locale}/orders/${shopper.orderNumber}`))?.status()).toBe(404);
      await guest.close();
    },
  );

  test(
    `on a second device cart and wishlist of the guest join those of the account (${locale})`,
    { tag: "@accounts" },
    async ({ browser }) => {
      const contact = `${locale}-${Date.now()}@example.com`;
      const device = async (slug: string) => {
        const context = await browser.newContext();
        const page = await context.newPage();
        await page.goto(`/${locale}/products/${slug}`);
        await page.getByRole("button", { name: words.add, exact: true }).first().click();
        await expect(page.getByRole("link", { name: words.viewCart })).toBeVisible();
        return page;
      };
      const signIn = async (page: Page) => {
        await page.goto(`/${locale}/account`);
        await page.locator("#contact").fill(contact);
        await page.getByRole("button", { name: words.send }).click();
        await page.waitForURL(`**/${locale}/account/code`);
        await page.locator("#code").fill(await newestCode(browser));
        await page.getByRole("button", { name: words.signIn, exact: true }).click();
        await page.waitForURL(`**/${locale}/account`);
      };
      const first = await device("sylhet-black-tea");
      await signIn(first);

      const second = await device("gamcha-towel");
      await second.getByRole("button", { name: words.heart }).first().click();
      await expect(second.getByTestId("wish-count")).toBeVisible();
      await signIn(second);
      for (const page of [first, second]) {
        await page.goto(`/${locale}/cart`);
        for (const slug of ["sylhet-black-tea", "gamcha-towel"])
          await expect(page.locator(`main a[href*="/products/${slug}"]`).first()).toBeVisible();
        await page.goto(`/${locale}/wishlist`);
        await expect(page.locator("main h3")).toHaveCount(1);
        await page.context().close();
      }
    },
  );

  test(
    `the pages of an account are accessible, and nobody keeps or lists them (${locale})`,
    { tag: "@accounts" },
    async ({ page, browser }) => {
      await page.goto(`/${locale}/account`);
      await page.getByRole("button", { name: words.send }).click();
      await expect(page.locator("main").getByRole("alert")).toBeFocused();
      await expectAccessible(page);
      await page.locator("#contact").fill(`axe-${locale}@example.com`);
      await page.getByRole("button", { name: words.send }).click();
      await page.waitForURL(`**/${locale}/account/code`);
      await expectAccessible(page);
      await page.locator("#code").fill(await newestCode(browser));
      await page.getByRole("button", { name: words.signIn, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.mine);
      await page.locator("summary").click();
      await expectAccessible(page);
      const answer = await page.request.get(`/${locale}/account`);
      expect(answer.headers()["cache-control"]).toMatch(/no-store/);
      await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
      await page.getByRole("button", { name: words.signOut, exact: true }).click();
      await expect(page.locator("main")).toContainText(words.signedOut);
    },
  );
}
