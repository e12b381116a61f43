// Started by `npm run screenshots`, once the shop is built: a shop, a database and a bKash of its own, people who order, pay and
// send parcels, and then a picture of every page for each device, language and theme, with what axe says of it.
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { isStopping, stopAndExit, stopOnSignals, whenStopping } from "../processes/shutdown.mjs";
import { step } from "../setup/progress.mjs";
import { explain } from "../setup/trouble.mjs";
import { ensureBanglaFont, ensureBrowser, launchOptions } from "../testing/browser.mjs";
import { startTestDatabase } from "../testing/database.mjs";
import { startWorld } from "../testing/world.mjs";
import { writeGallery } from "./gallery.ts";
import { placeOrders } from "./orders.ts";
import { makePeople } from "./people.ts";
import { officeScenes, shopScenes } from "./scenes.ts";
import { devices, takeScenes } from "./take.ts";

/** @returns whether every page is one that everybody can use. */
async function photograph(): Promise<boolean> {
  const { values: given } = parseArgs({
    options: { only: { type: "string", default: "" }, device: { type: "string", default: "" } },
  });
  const { copy } = await step("Database", startTestDatabase);
  const { settings, simulator } = await step("Shop", async () =>
    startWorld("screenshots-shop", await copy("screenshots")),
  );
  // What people do is written for the browser's tests: they know the shop by these names.
  Object.assign(process.env, { ...settings, SIMULATOR_URL: simulator });
  const origin: string = settings.APP_URL;
  const executable = await ensureBrowser();
  await ensureBanglaFont();
  const browser = await chromium.launch(launchOptions(executable));
  whenStopping(() => browser.close());

  const orders = await step("Orders", () => placeOrders(origin));
  const people = await step("Customer and merchant", () => makePeople(browser, origin, orders));
  const shop = shopScenes(orders);
  const office = officeScenes(orders, simulator);
  const wanted = ({ name }: { name: string }) => name.includes(given.only);
  const faults: string[] = [];
  for (const device of devices.filter((each) => each.includes(given.device)))
    for (const [language, scenes] of [
      ["bn", shop],
      ["en", shop],
      ["office", office],
    ] as const)
      faults.push(
        ...(await step(`${device}, ${language}`, () =>
          takeScenes(browser, scenes.filter(wanted), { device, language, origin, people }),
        )),
      );
  const { path, count } = writeGallery([...shop, ...office].map(({ name }) => name));
  console.log(`\n  ${count} pictures: ${path}`);
  console.log(`  axe: ${faults.length} violations\n${faults.map((fault) => `    ${fault}\n`).join("")}`);
  return faults.length === 0;
}

stopOnSignals();
let code = 1;
try {
  code = (await photograph()) ? 0 : 1;
} catch (error) {
  if (!isStopping()) console.error(explain(error));
}
await stopAndExit(code);
