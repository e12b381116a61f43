import { expect, type Page } from "@playwright/test";

/** The order's page and the way to it, as a shopper in a browser goes. */

export const payButton = (page: Page) =>
  page.getByRole("button", {
    name: /Pay .* with bKash|বিকাশে .* পেমেন্ট|Try again with bKash|বিকাশে আবার চেষ্টা|Continue to bKash|বিকাশে চালিয়ে যান/,
  });

export const paid = (page: Page) =>
  page.getByRole("heading", { name: /Your payment has been successful|আপনার পেমেন্ট সফল হয়েছে/ });

/** From a product's page to the order's page, as a guest. */
export async function orderAsGuest(page: Page, locale: "bn" | "en") {
  await page.goto(`/${locale}/products/khadi-panjabi`);
  await page.context().clearCookies({ name: "cart_count" }); // of an earlier order
  await page
    .getByRole("button", { name: /Add to cart|কার্টে/ })
    .first()
    .click();
  await expect
    .poll(async () => (await page.context().cookies()).some(({ name }) => name === "cart_count"))
    .toBe(true);
  await page.goto(`/${locale}/checkout`);
  await page.locator('[name="name"]').fill(locale === "bn" ? "রহিমা খাতুন" : "Rahima Khatun");
  await page.locator('[name="phone"]').fill(locale === "bn" ? "০১৭১২-৩৪৫৬৭৮" : "01712-345678");
  await page.locator('[name="district"]').selectOption("dhaka");
  await page.locator('[name="upazila"]').selectOption("dhanmondi");
  await page.locator('[name="address"]').fill("House 12, Road 5, Dhanmondi");
  await page.locator('[type="checkbox"]').check();
  await page.locator('form button[type="submit"]:visible').last().click();
  await page.waitForURL(`**/${locale}/orders/S-*`);
}
