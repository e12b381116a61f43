import { chromium, type Page } from "@playwright/test";
import { BkashFrame } from "../../e2e/support/bkash-frame";
import { orderAsGuest, paid, payButton } from "../../e2e/support/shopper-page";

/** A page to look at. What belongs to one person tells search engines to stay away. */
export interface PageToExamine {
  readonly name: string;
  readonly url: string;
  readonly isPrivate: boolean;
}

async function fillCart(page: Page): Promise<void> {
  await page.goto("/bn/products/gamcha-towel");
  await page.getByRole("button", { name: "কার্টে যোগ করুন" }).first().click();
  await page.getByRole("link", { name: "কার্ট দেখুন" }).waitFor();
}

/** Orders twice, pays once and fills a cart; the browser at this port is then the one that did. */
export async function shopAround(port: number, origin: string): Promise<PageToExamine[]> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const shopping = await browser.newContext({ baseURL: origin, serviceWorkers: "block" });
  const page = await shopping.newPage();
  await orderAsGuest(page, "bn");
  const unpaid = page.url();
  await orderAsGuest(page, "bn");
  await payButton(page).click();
  await new BkashFrame(page).pay();
  await paid(page).waitFor();
  const paidOrder = page.url();
  await fillCart(page);
  await browser.contexts()[0]?.addCookies(await shopping.cookies());
  await shopping.close();
  await browser.close(); // lets go of it: it was there before

  const at = (name: string, path: string, isPrivate = false) => ({
    name,
    url: new URL(path, origin).href,
    isPrivate,
  });
  return [
    at("home", "/bn"),
    at("listing", "/bn/categories/clothing-textiles"),
    at("product", "/bn/products/jamdani-scarf"),
    at("cart", "/bn/cart", true),
    at("checkout", "/bn/checkout", true),
    at("order unpaid", unpaid, true),
    at("order paid", paidOrder, true),
  ];
}
