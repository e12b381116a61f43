import { expect, test, type Page } from "@playwright/test";

const WORDS = {
  bn: {
    place: "অর্ডার করুন",
    show: "উপজেলা ও থানা দেখান",
    savar: "সাভার, ঢাকা",
    gift: "শুভ জন্মদিন",
    fee: "৳৯০",
  },
  en: {
    place: "Place the order",
    show: "Show the upazilas and thanas",
    savar: "Savar, Dhaka",
    gift: "Happy birthday",
    fee: "৳90",
  },
} as const;

const main = (page: Page) => page.locator("main");

async function openCheckout(page: Page, locale: "bn" | "en") {
  await page.goto(`/${locale}/products/sylhet-black-tea`);
  await page
    .getByRole("button", { name: /Add to cart|কার্টে যোগ/ })
    .first()
    .click();
  await expect
    .poll(async () => (await page.context().cookies()).some(({ name }) => name === "cart_count"))
    .toBe(true);
  await page.goto(`/${locale}/checkout`);
}

async function fillWho(page: Page) {
  await page.locator("#name").fill("Rahima Khatun");
  await page.locator("#phone").fill("01712345678");
}

for (const locale of ["bn", "en"] as const) {
  const words = WORDS[locale];

  test(`the list of upazilas follows the district, and the fee follows both (${locale})`, async ({
    page,
  }) => {
    await openCheckout(page, locale);
    const upazila = page.locator("#upazila");
    await page.locator("#district").selectOption("gazipur");
    await upazila.selectOption("tongi-east");
    await page.locator("#district").selectOption("dhaka");
    await expect(upazila).toHaveValue("");
    await expect(upazila.locator('option[value="tongi-east"]')).toHaveCount(0);
    await upazila.selectOption("savar");
    await expect(main(page).locator("dl").getByText(words.fee)).toBeVisible();

    await fillWho(page);
    await page.locator("#address").fill("House 12, Road 5, near the bazaar");
    await page.locator("details summary").click();
    await page.locator("#giftNote").fill(words.gift);
    await page.locator("#consent").check();
    await page.getByRole("button", { name: words.place }).click();
    await page.waitForURL(/\/orders\/S-\d+$/);
    await expect(main(page)).toContainText(words.savar);
    await expect(main(page)).toContainText(words.gift);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody buys up to the payment, which says what it needs, and a button brings the upazilas of the district (bn)", async ({
    page,
  }) => {
    await openCheckout(page, "bn");
    await fillWho(page);
    await page.locator("#district").selectOption("dhaka");
    await page.getByRole("button", { name: WORDS.bn.show }).click();
    await expect(page.locator("#name")).toHaveValue("Rahima Khatun");
    await expect(page.locator("#district")).toHaveValue("dhaka");
    await expect(main(page).getByRole("alert")).toHaveCount(0);

    await page.getByRole("button", { name: WORDS.bn.place }).click();
    await expect(main(page).getByRole("alert").getByRole("link")).toHaveCount(3);
    await page.locator("#upazila").selectOption("savar");
    await page.locator("#address").fill("বাসা ১২, সড়ক ৫, বাজারের পাশে");
    await page.locator("#consent").check();
    await page.getByRole("button", { name: WORDS.bn.place }).click();
    await page.waitForURL(/\/orders\/S-\d+$/);
    await expect(main(page)).toContainText(WORDS.bn.savar);
    await expect(page.locator("#payment-panel noscript p")).toBeVisible();
  });
});
