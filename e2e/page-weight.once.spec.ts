import { expect, test, type Page } from "@playwright/test";
import { orderAsGuest } from "./support/shopper-page";

/** Thousands of bytes over the wire: of all, and of scripts. */
interface Budget {
  readonly all: number;
  readonly scripts: number;
}

const BUDGETS: Readonly<Record<string, Budget>> = {
  home: { all: 300, scripts: 165 },
  list: { all: 300, scripts: 165 },
  product: { all: 300, scripts: 168 },
  cart: { all: 300, scripts: 168 },
  checkout: { all: 300, scripts: 168 },
  // With jQuery and bKash's own script, which are fetched on this page alone.
  order: { all: 345, scripts: 240 },
};

/** Opens a page as if nothing of it were there yet, and weighs what comes. */
async function weigh(page: Page, path: string) {
  const line = await page.context().newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.clearBrowserCache");
  const kinds = new Map<string, string>();
  const weight = { all: 0, scripts: 0, fonts: 0 };
  line.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  line.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    weight.all += encodedDataLength / 1000;
    if (kinds.get(requestId) === "Script") weight.scripts += encodedDataLength / 1000;
    if (kinds.get(requestId) === "Font") weight.fonts += 1;
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await line.detach();
  return { ...weight, all: Math.round(weight.all), scripts: Math.round(weight.scripts) };
}

test("no page is heavier than a slow phone on a slow line can carry", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await orderAsGuest(page, "bn");
  const order = new URL(page.url()).pathname;
  await page.goto("/bn/products/gamcha-towel");
  await page.getByRole("button", { name: "কার্টে যোগ করুন" }).click();
  await expect(page.getByRole("link", { name: "কার্ট দেখুন" })).toBeVisible();
  const paths = {
    home: "/bn",
    list: "/bn/categories/clothing-textiles",
    product: "/bn/products/jamdani-scarf",
    cart: "/bn/cart",
    checkout: "/bn/checkout",
    order,
  };
  for (const [name, path] of Object.entries(paths)) {
    await page.goto("about:blank");
    const weight = await weigh(page, path);
    console.log(`  ${name}: ${weight.all} kB, of which scripts ${weight.scripts} kB`);
    const budget = BUDGETS[name];
    if (!budget) throw new Error(`${name} has no budget`);
    expect.soft(weight.fonts, `${name}: fonts`).toBe(0);
    for (const part of ["all", "scripts"] as const)
      expect.soft(weight[part], `${name}: ${part}`).toBeLessThanOrEqual(budget[part]);
  }
});
