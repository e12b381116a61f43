import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { openAsMerchant } from "./support/back-office";
import { orderInState } from "./support/order-in-state";
import { orderAsGuest } from "./support/shopper-page";
import { simulator } from "./support/simulator";

/** Between them they show every piece that the shop is made of. */
const PUBLIC = [
  "",
  "/products?q=jamdni",
  "/products?q=laptop",
  "/products/jute-tote",
  "/products/khejur-patali-gur",
  "/delivery",
  "/no-such-page",
];

test.beforeEach(() => simulator.reset());

/** Contrast is what a theme can break; the other rules are looked at by the journeys, page by page. */
async function contrastFaults(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode() // the shop's pages hold no frames to look into
    .withRules(["color-contrast"])
    .analyze();
  return violations.flatMap(({ nodes }) =>
    nodes.map(({ html, any }) => `${html.slice(0, 160)}: ${any[0]?.message}`),
  );
}

const ground = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--paper"));

test("every page can be read by day and by night", async ({ page }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const inBothThemes = async (path: string) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await contrastFaults(page), `${path} ${colorScheme}`).toEqual([]);
    }
  };
  await orderAsGuest(page, "en");
  await inBothThemes("an order");
  await page.goto("/en/products/gamcha-towel");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByRole("link", { name: "View cart" })).toBeVisible();
  for (const path of [...PUBLIC, "/cart", "/checkout"]) {
    await page.goto(`/en${path}`);
    await inBothThemes(path);
  }
  await page.goto("/admin/sign-in");
  await inBothThemes("/admin/sign-in");
});

/** By day these are looked at by their own journeys. */
const BY_NIGHT = ["/wishlist", "/track", "/account", "/collections/under-500"];
const OFFICE = ["", "/coupons", "/reviews", "/outbox", "/discrepancies"];

test("what belongs to one shopper, and the back office, can be read by night", async ({ page, request }) => {
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
  const look = async (path: string) => {
    await page.goto(path);
    expect.soft(await contrastFaults(page), path).toEqual([]);
  };
  await page.goto("/en/products/jute-tote");
  await page
    .getByRole("button", { name: /wishlist/i })
    .first()
    .click();
  for (const path of BY_NIGHT) await look(`/en${path}`);
  const inDoubt = await orderInState(request, { payment: "UNCERTAIN" });
  const paid = await orderInState(request, { payment: "COMPLETED" });
  for (const shopper of [inDoubt, paid]) await look(shopper.link());
  await openAsMerchant(page);
  for (const path of OFFICE) await look(`/admin${path}`);
  for (const { orderNumber } of [inDoubt, paid]) await look(`/admin/orders/${orderNumber}`);
});

test(
  "a theme that was chosen stays, on ready and on private pages, before anything is drawn",
  { tag: "@darkTheme" },
  async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto("/en/about");
    const byDay = await ground(page);
    await page.getByRole("radio", { name: "Dark" }).check();
    expect(await ground(page)).not.toBe(byDay);

    // Whatever waits for the page's scripts would be too late: they never come.
    await page.route(/_next\/static\/.*\.js/, (route) => route.abort());
    for (const path of ["/en", "/en/cart", "/admin/sign-in"]) {
      await page.goto(path, { waitUntil: "domcontentloaded" });
      expect([path, await ground(page)]).not.toEqual([path, byDay]);
    }
    await page.unroute(/_next\/static\/.*\.js/);
    await page.goto("/bn");
    await page.getByRole("radio", { name: "অটো" }).check();
    expect(await ground(page)).toBe(byDay);
  },
);
