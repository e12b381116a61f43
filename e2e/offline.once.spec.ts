import { expect, test } from "@playwright/test";
import { store } from "@/store.config";

// The other journeys run without the worker: what it answers, a test cannot intercept.
test.use({ serviceWorkers: "allow" });

test(
  "without a line a visitor reads on where they have been, keeps the cart, and sees no page with money",
  { tag: "@offline" },
  async ({ page, context }) => {
    await page.goto("/en/products/gamcha-towel");
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(page.getByTestId("cart-count")).toContainText("1");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await page.goto("/en/products/jute-tote"); // the first page that the worker sees
    for (const path of ["/en/cart", "/en/checkout"]) await page.goto(path);
    await expect(page.getByLabel("Full name")).toBeVisible(); // its policy lets the worker be

    await context.setOffline(true);
    await page.goto("/en/products/jute-tote");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Jute tote");
    await expect(page.getByRole("status").filter({ hasText: "offline" })).toBeVisible();
    for (const path of ["/en/products/neem-soap", "/en/cart", "/en/checkout"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no connection");
      await expect(page.getByTestId("cart-count")).toContainText("1");
      await expect(page.locator("main").getByRole("link", { name: "Jute tote" })).toBeVisible();
    }
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return lists.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toContain("/en/products/jute-tote");
    expect(
      kept.filter((path) =>
        /api|cart|checkout|orders|account|admin/.test(path.replace(/^\/(_next|art)\/.*/, "")),
      ),
    ).toEqual([]);

    await context.setOffline(false);
    await page.locator("main").getByRole("link", { name: "Try again" }).click();
    await expect(page.getByLabel("Full name")).toBeVisible();
  },
);

test("a phone can put the shop on its home screen", async ({ page, request }) => {
  await page.goto("/bn/about");
  const address = await page.locator('link[rel="manifest"]').getAttribute("href");
  const manifest = (await (await request.get(address ?? "")).json()) as {
    name: string;
    start_url: string;
    icons: { src: string; sizes: string }[];
  };
  expect(manifest).toMatchObject({ name: store.name.bn, start_url: "/bn", display: "standalone" });
  for (const { src, sizes } of manifest.icons) {
    const png = await (await request.get(src)).body();
    expect([src, `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`]).toEqual([src, sizes]);
  }
});
