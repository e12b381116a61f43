import { expect, test, type Page } from "@playwright/test";
import { orderAsGuest } from "./support/shopper-page";

/** Requests, and thousands of bytes over the wire: of all, and of scripts. */
interface Budget {
  readonly requests: number;
  readonly all: number;
  readonly scripts: number;
}

const BUDGETS: Readonly<Record<string, Budget>> = {
  home: { requests: 20, all: 215, scripts: 158 },
  list: { requests: 20, all: 205, scripts: 158 },
  product: { requests: 18, all: 205, scripts: 163 },
  cart: { requests: 18, all: 200, scripts: 160 },
  checkout: { requests: 16, all: 205, scripts: 161 },
  // With jQuery and bKash's own script, which are fetched on this page alone. What bKash puts into its window is bKash's.
  order: { requests: 20, all: 245, scripts: 203 },
};

/** Opens a page as if nothing of it were there yet, and weighs what comes for it, without what it frames. */
async function weigh(page: Page, path: string) {
  const line = await page.context().newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.clearBrowserCache");
  const { frameTree } = await line.send("Page.getFrameTree");
  const kinds = new Map<string, string>();
  const weight = { requests: 0, all: 0, scripts: 0, fonts: 0 };
  line.on("Network.responseReceived", ({ requestId, type, frameId }) => {
    if (!frameId || frameId === frameTree.frame.id) kinds.set(requestId, type);
  });
  line.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (!kind) return;
    weight.requests += 1;
    weight.all += encodedDataLength / 1000;
    if (kind === "Script") weight.scripts += encodedDataLength / 1000;
    if (kind === "Font") weight.fonts += 1;
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
    console.log(
      `  ${name}: ${weight.requests} requests, ${weight.all} kB, of which scripts ${weight.scripts} kB`,
    );
    const budget = BUDGETS[name];
    if (!budget) throw new Error(`${name} has no budget`);
    expect.soft(weight.fonts, `${name}: fonts`).toBe(0);
    for (const part of ["requests", "all", "scripts"] as const)
      expect.soft(weight[part], `${name}: ${part}`).toBeLessThanOrEqual(budget[part]);
  }
});

test("a page is fetched when the pointer comes to its link, and not because the link is seen", async ({
  page,
}) => {
  const ahead: string[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (searchParams.has("_rsc")) ahead.push(pathname);
  });
  await page.goto("/en", { waitUntil: "networkidle" });
  expect(ahead).toEqual([]);
  await page.getByRole("navigation", { name: "Categories" }).getByRole("link").first().hover();
  await expect.poll(() => ahead).toEqual(["/en/categories/clothing-textiles"]);
});
