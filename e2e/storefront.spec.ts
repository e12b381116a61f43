import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";

const WORDS = {
  bn: {
    add: "কার্টে যোগ করুন",
    viewCart: "কার্ট দেখুন",
    checkout: "চেকআউট করুন",
    place: "অর্ডার করুন",
    name: "পুরো নাম",
    phone: "মোবাইল নম্বর",
    person: "রুমানা আক্তার",
    number: "০১৭১২-৩৪৫৬৭৮",
    numberShown: "০১৭১২৩৪৫৬৭৮",
    address: "বাসা ১২, সড়ক ৩, নাসিরাবাদ, পাঁচলাইশ",
    chattogram: "চট্টগ্রাম",
    total: "৳৭৬০",
    emptyCart: "আপনার কার্ট খালি",
    gone: "পাতাটি এই দোকানে নেই",
    oneMore: "একটি বাড়ান: সিলেটের কালো চা",
  },
  en: {
    add: "Add to cart",
    viewCart: "View cart",
    checkout: "Go to checkout",
    place: "Place the order",
    name: "Full name",
    phone: "Mobile number",
    person: "Rumana Akter",
    number: "+880 1712-345678",
    numberShown: "01712345678",
    address: "House 12, Road 3, Nasirabad, Panchlaish",
    chattogram: "Chattogram",
    total: "৳760",
    emptyCart: "Your cart is empty",
    gone: "This page is not in the shop",
    oneMore: "One more: Sylhet black tea",
  },
} as const;

type Locale = keyof typeof WORDS;

const main = (page: Page) => page.locator("main");

async function addTea(page: Page, locale: Locale) {
  await page.goto(`/${locale}/products/sylhet-black-tea`);
  await page.getByRole("button", { name: WORDS[locale].add }).click();
  await expect(page.getByRole("link", { name: WORDS[locale].viewCart })).toBeVisible();
}

async function fillCheckout(page: Page, locale: Locale) {
  const words = WORDS[locale];
  await page.getByLabel(words.name).fill(words.person);
  await page.getByLabel(words.phone).fill(words.number);
  await page.locator("#district").selectOption("chattogram");
  await page.locator("#upazila").selectOption("panchlaish");
  await page.locator("#address").fill(words.address);
  await page.locator("#consent").check();
}

for (const locale of ["bn", "en"] as const) {
  const words = WORDS[locale];

  test(`a shopper finds a product, buys two and gets an order (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}`);
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await main(page).locator(`a[href="/${locale}/categories/food-tea"]`).click();
    await main(page).locator(`a[href="/${locale}/products/sylhet-black-tea"]`).click();
    await page.getByRole("button", { name: words.add }).click();
    await expect(page.getByTestId("cart-count")).toContainText(locale === "bn" ? "১" : "1");

    await page.getByRole("link", { name: words.viewCart }).click();
    await page.getByRole("button", { name: words.oneMore }).click();
    await expect(page.getByTestId("cart-count")).toContainText(locale === "bn" ? "২" : "2");

    await page.getByRole("link", { name: words.checkout }).click();
    await fillCheckout(page, locale);
    await expect(main(page).getByText(words.total).first()).toBeVisible(); // two teas and the fee for Chattogram
    await page.getByRole("button", { name: words.place }).click();

    await page.waitForURL(new RegExp(`/${locale}/orders/S-\\d+$`));
    await expect(main(page)).toContainText(words.person);
    await expect(main(page)).toContainText(words.numberShown);
    await expect(main(page)).toContainText(words.chattogram);
    await expect(main(page)).toContainText(words.total);
    await page.reload();
    await expect(main(page)).toContainText(words.total);
  });

  test(`a form with mistakes says which, and keeps what was typed (${locale})`, async ({ page }) => {
    await addTea(page, locale);
    await page.goto(`/${locale}/checkout`);
    await page.getByLabel(words.name).fill(words.person);
    await page.getByLabel(words.phone).fill("12345");
    await page.locator("#district").selectOption("gazipur");
    await page.locator("#address").fill("short");
    await page.getByRole("button", { name: words.place }).click();

    const summary = main(page).getByRole("alert");
    await expect(summary).toBeFocused();
    await expect(summary.getByRole("link")).toHaveCount(4);
    await expect(page.getByLabel(words.name)).toHaveValue(words.person);
    await expect(page.getByLabel(words.phone)).toHaveValue("12345");
    await expect(page.locator("#district")).toHaveValue("gazipur");
    await expect(page.locator("#address")).toHaveValue("short");
    await expect(page.locator("#consent")).not.toBeChecked();

    await summary.getByRole("link").first().click();
    await expect(page.getByLabel(words.phone)).toBeFocused();
    await expectAccessible(page);

    await fillCheckout(page, locale);
    await page.getByRole("button", { name: words.place }).click();
    await page.waitForURL(/\/orders\/S-\d+$/);
  });

  test(`every page of the shop is accessible (${locale})`, async ({ page }) => {
    test.slow();
    const paths = [
      "",
      "/products",
      "/categories/home-kitchen",
      "/products/jamdani-scarf",
      "/products/khejur-patali-gur",
    ];
    const info = ["/cart", "/about", "/delivery", "/returns", "/terms", "/privacy", "/no-such-page"];
    for (const path of [...paths, ...info]) {
      await page.goto(`/${locale}${path}`);
      await test.step(path, () => expectAccessible(page));
    }
    await addTea(page, locale);
    for (const path of ["/cart", "/checkout"]) {
      await page.goto(`/${locale}${path}`);
      await test.step(`filled ${path}`, () => expectAccessible(page));
    }
    await fillCheckout(page, locale);
    await page.getByRole("button", { name: words.place }).click();
    await page.waitForURL(/\/orders\/S-\d+$/);
    await expect(page.locator("h1")).toBeVisible();
    await expectAccessible(page);
  });

  test.describe(`without JavaScript (${locale})`, () => {
    test.use({ javaScriptEnabled: false });

    test("a shopper fills the cart, corrects the checkout and places the order", async ({ page }) => {
      await page.goto(`/${locale}/products/sylhet-black-tea`);
      await page.getByRole("button", { name: words.add }).click();
      await page.goto(`/${locale}/cart`);
      await page.getByRole("button", { name: words.oneMore }).click();
      await expect(page.locator("output")).toHaveText(locale === "bn" ? "২" : "2");

      await page.getByRole("link", { name: words.checkout }).click();
      await page.getByLabel(words.name).fill(words.person);
      await page.getByRole("button", { name: words.place }).click();
      await expect(main(page).getByRole("alert")).toBeVisible();
      await expect(page.getByLabel(words.name)).toHaveValue(words.person);

      await page.locator("#district").selectOption("chattogram");
      await page.getByRole("button", { name: /upazilas and thanas|উপজেলা/ }).click();
      await fillCheckout(page, locale);
      await page.getByRole("button", { name: words.place }).click();
      await page.waitForURL(/\/orders\/S-\d+$/);
      await expect(main(page)).toContainText(words.total);
    });
  });

  test(`what is not there is said so, with a way on (${locale})`, async ({ page }) => {
    for (const path of ["/no-such-page", "/products/no-such-product", "/categories/none", "/orders/S-1"]) {
      const answer = await page.goto(`/${locale}${path}`);
      expect([path, answer?.status()]).toEqual([path, 404]);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.gone);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
    }
    await page.goto(`/${locale}/cart`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.emptyCart);
  });
}

test("a double click places one order", { tag: "@phone" }, async ({ page }) => {
  await addTea(page, "en");
  await page.goto("/en/checkout");
  await fillCheckout(page, "en");
  await page.getByRole("button", { name: WORDS.en.place }).dblclick();
  await page.waitForURL(/\/orders\/S-\d+$/);
  const first = Number(/S-(\d+)$/.exec(page.url())?.[1]);
  await page.goto(`/en/orders/S-${first + 1}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(WORDS.en.gone);
  await page.goto(`/en/orders/S-${first - 1}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(WORDS.en.gone);
});

test("another browser does not see the order", { tag: "@phone" }, async ({ page, browser }) => {
  await addTea(page, "en");
  await page.goto("/en/checkout");
  await fillCheckout(page, "en");
  await page.getByRole("button", { name: WORDS.en.place }).click();
  await page.waitForURL(/\/orders\/S-\d+$/);
  const stranger = await browser.newPage();
  expect((await stranger.goto(page.url()))?.status()).toBe(404);
  await stranger.close();
});

test.describe("a reader whose browser asks for English", () => {
  test.use({ locale: "en-GB" });
  test(
    "is sent to the English shop, and can change to Bangla on the same page",
    { tag: "@phone" },
    async ({ page }) => {
      await page.goto("/products");
      await expect(page).toHaveURL("/en/products");
      await page.getByRole("link", { name: "বাংলা" }).click();
      await expect(page).toHaveURL("/bn/products");
      await page.goto("/");
      await expect(page).toHaveURL("/bn");
    },
  );
});

test.describe("a reader whose browser asks for a language that the shop lacks", () => {
  test.use({ locale: "fr-FR" });
  test("is sent to the Bangla shop", { tag: "@phone" }, async ({ page }) => {
    await page.goto("/");
    await expect(page).toHaveURL("/bn");
  });
});

test(
  "a shopper whose browser keeps no cookies is told so, and not that it is in the cart",
  {
    tag: "@phone",
  },
  async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(document, "cookie", { get: () => "", set: () => undefined }),
    );
    await page.goto("/en/products/gamcha-towel");
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(page.getByText("Your browser keeps no cookies")).toBeVisible();
    await expect(page.getByRole("link", { name: "View cart" })).toHaveCount(0);
  },
);
