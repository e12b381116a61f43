import type { Page } from "@playwright/test";
import { BkashFrame, GOOD_WALLET, OTP } from "../../e2e/support/bkash-frame";
import { payButton } from "../../e2e/support/shopper-page";
import type { Orders, OrderState } from "./orders.ts";
import type { Person } from "./people.ts";

/** A page to be photographed: who opens it, where, and what they do there first. */
export interface Scene {
  readonly name: string;
  readonly person: Person;
  /** Of the shop: without the language. */
  readonly path: string;
  readonly act?: (page: Page) => Promise<unknown>;
  /** What is in a window of its own is photographed as far as it is seen. */
  readonly isWindow?: boolean;
}

const pages = (person: Person, paths: Record<string, string>): Scene[] =>
  Object.entries(paths).map(([name, path]) => ({ name, person, path }));

/** As far as bKash's window is filled in, until its next question is there. */
const atBkash =
  (...answers: readonly [field: string, value: string][]) =>
  async (page: Page) => {
    await payButton(page).click();
    const frame = page.frameLocator("#bKashFrameWrapper iframe").first();
    await new BkashFrame(page).number.waitFor();
    for (const [field, value] of answers) {
      await frame.locator(field).fill(value);
      await frame.locator("#submit_button").click();
      await frame.locator(field).waitFor({ state: "detached" });
    }
  };

const enlarge = (page: Page) => page.locator("#picture-1 a").click();

const sendForm = (page: Page) => page.locator("main form button:visible").last().click();

/** By the cart of somebody who has none yet. */
async function orderWithNothingFilledIn(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /Add to cart|কার্টে/ })
    .first()
    .click();
  await page.getByRole("link", { name: /View cart|কার্ট দেখুন/ }).waitFor();
  await page.goto(page.url().replace(/products.*/, "checkout"));
  await sendForm(page);
  await page.getByRole("alert").first().waitFor();
}

async function askForCode(page: Page): Promise<void> {
  await page.locator("#contact").fill("karim@example.com");
  await sendForm(page);
  await page.waitForURL("**/account/code");
}

async function askForCodeOfNobody(page: Page): Promise<void> {
  await page.locator("#contact").fill("01234");
  await sendForm(page);
  await page.locator("#contact[aria-invalid=true]").waitFor();
}

/** The shop's pages, in both languages. */
export function shopScenes(orders: Orders): Scene[] {
  // With its secret in the address an order is seen by whoever opens it.
  const order = (state: OrderState) =>
    `/orders/${orders[state].orderNumber}?token=${encodeURIComponent(orders[state].accessToken)}`;
  return [
    ...pages("visitor", {
      home: "",
      listing: "/categories/clothing-textiles",
      "listing-narrowed": "/products?colour=blue&colour=green",
      collection: "/collections/afternoon-tea",
      search: "/products?q=jamdani",
      "search-finds-nothing": "/products?q=laptop",
      product: "/products/khadi-panjabi",
      "product-reviewed": "/products/sylhet-black-tea",
      "product-sold-out": "/products/khejur-patali-gur",
      "cart-empty": "/cart",
      "wishlist-empty": "/wishlist",
      "sign-in": "/account",
      track: "/track",
      about: "/about",
      contact: "/contact",
      delivery: "/delivery",
      returns: "/returns",
      terms: "/terms",
      privacy: "/privacy",
      offline: "/offline",
      "not-found": "/no-such-page",
    }),
    ...pages("customer", {
      cart: "/cart",
      checkout: "/checkout",
      wishlist: "/wishlist",
      account: "/account",
      addresses: "/account/addresses",
      "new-address": "/account/addresses/new",
    }),
    ...pages("visitor", {
      "order-unpaid": order("unpaid"),
      "order-opened": order("opened"),
      "order-checking": order("checking"),
      "order-declined": order("declined"),
      "order-not-finished": order("cancelled"),
      "order-paid": order("paid"),
      "order-delivered": order("delivered"),
      "order-refunded": order("refunded"),
      "order-in-dispute": order("disputed"),
      "order-closed": order("closed"),
    }),
    ...[
      { name: "product-enlarged", path: "/products/khadi-panjabi", act: enlarge, isWindow: true },
      { name: "checkout-refused", path: "/products/khadi-panjabi", act: orderWithNothingFilledIn },
      { name: "sign-in-code", path: "/account", act: askForCode },
      { name: "sign-in-refused", path: "/account", act: askForCodeOfNobody },
    ].map((scene) => ({ ...scene, person: "visitor" as const })),
    ...[
      { name: "bkash-number", act: atBkash() },
      { name: "bkash-code", act: atBkash(["#phone_num", GOOD_WALLET]) },
      { name: "bkash-pin", act: atBkash(["#phone_num", GOOD_WALLET], ["#otp_code", OTP]) },
    ].map((scene) => ({ ...scene, person: "visitor" as const, path: order("unpaid"), isWindow: true })),
  ];
}

/** What is in one language: the merchant's side, and the simulator's own. */
export function officeScenes(orders: Orders, simulator: string): Scene[] {
  return [
    ...pages("visitor", { "office-sign-in": "/admin/sign-in" }),
    ...pages("merchant", {
      "office-orders": "/admin",
      "office-order-paid": `/admin/orders/${orders.paid.orderNumber}`,
      "office-order-delivered": `/admin/orders/${orders.delivered.orderNumber}`,
      "office-order-checking": `/admin/orders/${orders.checking.orderNumber}`,
      "office-order-in-dispute": `/admin/orders/${orders.disputed.orderNumber}`,
      "office-outbox": "/admin/outbox",
      "office-coupons": "/admin/coupons",
      "office-reviews": "/admin/reviews",
      "office-discrepancies": "/admin/discrepancies",
      "office-messages": "/admin/discrepancies/messages",
      "office-statements": "/admin/discrepancies/statements",
      "office-not-found": "/admin/no-such-page",
    }),
    ...pages("visitor", { simulator: `${simulator}/`, "simulator-wallets": `${simulator}/#wallets` }),
  ];
}
