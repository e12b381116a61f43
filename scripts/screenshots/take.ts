import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { accessFaults } from "../../e2e/support/accessible";
import { GALLERY } from "./gallery.ts";
import type { People } from "./people.ts";
import type { Scene } from "./scenes.ts";

const DEVICES = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
} as const;
export type Device = keyof typeof DEVICES;
export const devices = Object.keys(DEVICES) as Device[];

/** Pictures further down are fetched when they come near; here they are wanted at once. */
const settle = (page: Page) =>
  page.evaluate(async () => {
    for (const image of document.images) image.loading = "eager";
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  });

/** Makes the screen as high as the page, so that what sticks to its edge stands at the page's end and hides nothing. */
async function unroll(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height });
}

/**
 * Photographs scenes by day and by night, in one language and on one device.
 *
 * @returns what axe finds wrong with them: nothing, on pages that everybody can use.
 */
export async function takeScenes(
  browser: Browser,
  scenes: readonly Scene[],
  about: { device: Device; language: string; origin: string; people: People },
): Promise<string[]> {
  const { device, language, origin, people } = about;
  const faults: string[] = [];
  for (const scene of scenes) {
    const context = await browser.newContext({
      ...DEVICES[device],
      baseURL: origin,
      reducedMotion: "reduce",
      serviceWorkers: "block",
      timezoneId: "Asia/Dhaka",
    });
    await context.addCookies(people[scene.person]);
    const page = await context.newPage();
    const isShop = language !== "office";
    await page.goto(isShop ? `/${language}${scene.path}` : scene.path);
    // What a page fetches once it is there is in the picture too; one that keeps asking is not waited for.
    await page.waitForLoadState("networkidle", { timeout: 3_000 }).catch(() => {});
    await scene.act?.(page);
    mkdirSync(join(GALLERY, scene.name), { recursive: true });
    if (!scene.isWindow) await unroll(page);
    for (const theme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await settle(page);
      const picture = `${scene.name}/${device}-${language}-${theme}`;
      await page.screenshot({ path: join(GALLERY, `${picture}.png`), animations: "disabled" });
      faults.push(...(await accessFaults(page)).map((fault) => `${picture}: ${fault}`));
    }
    await context.close();
  }
  return faults;
}
