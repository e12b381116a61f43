// Started by `npm run lighthouse`, once the shop is built: a shop, a database and a bKash of its own, and Lighthouse's look
// at them. Ends with exit code 1 where a page is under what it must reach.
import { mkdirSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { isStopping, stopAndExit, stopOnSignals } from "../processes/shutdown.mjs";
import { step } from "../setup/progress.mjs";
import { inData } from "../setup/project.mjs";
import { explain } from "../setup/trouble.mjs";
import { startTestDatabase } from "../testing/database.mjs";
import { startWorld } from "../testing/world.mjs";
import { startBrowser } from "./browser.ts";
import { examine, LEAST } from "./examine.ts";
import { shopAround, type PageToExamine } from "./shop-around.ts";

const row = (name: string, columns: readonly unknown[]) =>
  `${name.padEnd(14)}${columns.map((column) => String(column).padStart(16)).join("")}`;

async function examineShop(): Promise<boolean> {
  const { values: given } = parseArgs({
    options: { only: { type: "string", default: "" }, looks: { type: "string", default: "3" } },
  });
  const { copy } = await step("Database", startTestDatabase);
  const { settings } = await step("Shop", async () =>
    startWorld("lighthouse-shop", await copy("lighthouse")),
  );
  const origin = settings.APP_URL;
  const port = await step("Browser", startBrowser);
  const pages: PageToExamine[] = await step("Two orders and a cart", () => shopAround(port, origin));
  const folder = inData("lighthouse");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });

  console.log(`\n    ${row("", Object.keys(LEAST))}\n    ${row("at least", Object.values(LEAST))}`);
  let isFine = true;
  for (const page of pages.filter(({ name }) => name.includes(given.only))) {
    const { scores, range, faults, machine } = await examine(page, {
      port,
      folder,
      looks: Number(given.looks),
    });
    const isEnough = Object.values(LEAST).every((least, index) => (scores[index] ?? 0) >= least);
    isFine &&= isEnough;
    console.log(
      `  ${isEnough ? "✓" : "✗"} ${row(page.name, scores)}   ${range.join(" ")} · machine ${Math.round(machine)}`,
    );
    for (const fault of isEnough ? [] : faults) console.log(`      ${fault}`);
  }
  console.log(`\n  The whole reports: ${folder}`);
  return isFine;
}

stopOnSignals();
let isFine = false;
try {
  isFine = await examineShop();
} catch (error) {
  if (!isStopping()) console.error(explain(error));
}
await stopAndExit(isFine ? 0 : 1);
