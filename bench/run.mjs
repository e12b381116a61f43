// `npm run bench`: the shop beside its own limits, measured in one run. How to read it: bench/README.md
import { takeLock } from "../scripts/processes/lock.mjs";
import { isStopping, stopAndExit, stopOnSignals } from "../scripts/processes/shutdown.mjs";
import { begin } from "../scripts/setup/begin.mjs";
import { install } from "../scripts/setup/install.mjs";
import { requireWritableProject } from "../scripts/setup/machine.mjs";
import { buildShop, generateClient } from "../scripts/setup/make.mjs";
import { step } from "../scripts/setup/progress.mjs";
import { explain, Trouble } from "../scripts/setup/trouble.mjs";
import { readOptions } from "./options.mjs";

async function bench() {
  const options = readOptions(process.argv.slice(2));
  requireWritableProject();
  const { holder } = takeLock("bench");
  if (holder) throw new Trouble(`Another bench runs in this folder already (process ${holder.pid}).`);
  await step("Packages", install);
  await step("Database client", generateClient);
  await step("Build", buildShop);
  // Not at the top: these need packages that may have been missing until now.
  const { setTheStage } = await import("./stage.mjs");
  const stage = await setTheStage(options);
  if (options.reports.includes("purchase"))
    await (await import("./purchase/report.mjs")).reportPurchases(stage, options);
  if (options.reports.includes("pages"))
    await (await import("./pages/report.mjs")).reportPages(stage, options);
}

stopOnSignals({ announce: () => console.log("\n  Stopping …") });
await begin(async () => {
  try {
    await bench();
    await stopAndExit(0);
  } catch (error) {
    if (!isStopping()) console.error(explain(error));
    await stopAndExit(1);
  }
});
