// `npm run fuzz`: malformed requests to everything that answers, on the shop as it is in production, and its secrets watched.
import { mkdirSync } from "node:fs";
import { stopAndExit, stopOnSignals, isStopping } from "./processes/shutdown.mjs";
import { begin } from "./setup/begin.mjs";
import { install } from "./setup/install.mjs";
import { writeJson } from "./setup/keep.mjs";
import { requireWritableProject } from "./setup/machine.mjs";
import { buildShop, generateClient } from "./setup/make.mjs";
import { step } from "./setup/progress.mjs";
import { inData } from "./setup/project.mjs";
import { explain } from "./setup/trouble.mjs";
import { readOptions } from "./fuzz/options.mjs";

async function fuzz() {
  const { requests, seed, only } = readOptions(process.argv.slice(2));
  requireWritableProject();
  await step("Packages", install);
  await step("Database client", generateClient);
  await step("Build", buildShop);
  // Not at the top: these need packages that may have been missing until now.
  const { startTestDatabase } = await import("./testing/database.mjs");
  const { startWorld } = await import("./testing/world.mjs");
  const { findTargets } = await import("./fuzz/targets.mjs");
  const { fuzzAll } = await import("./fuzz/fuzz.mjs");
  const { watchCanaries } = await import("./fuzz/canaries.mjs");
  const { placeOrder, rememberingClient } = await import("./fuzz/purchase.mjs");

  const { copy } = await step("Database", startTestDatabase);
  const talkative = await step("A shop that writes everything into its log", async () =>
    startWorld("fuzz-talkative", await copy("talkative"), { LOG_LEVEL: "debug" }),
  );
  const { complaints, looked } = await watchCanaries(talkative);
  for (const complaint of complaints) console.log(`  ✗ ${complaint}`);
  console.log(`  ${complaints.length ? "✗" : "✓"} secrets of a purchase looked for in ${looked} places`);

  const world = await step("A shop as in production", async () =>
    startWorld("fuzz-shop", await copy("production")),
  );
  const order = await placeOrder(rememberingClient(world.origin).send);
  const targets = findTargets(order).filter(({ path }) => path.includes(only));
  console.log(`\n  ${requests} requests to each of ${targets.length} addresses, seed ${seed}\n`);
  const { settings, origin, memory } = world;
  const secrets = [
    "NEXTAUTH_SECRET",
    "CRON_SECRET",
    "TOKEN_ENCRYPTION_KEY",
    "BKASH_APP_SECRET",
    "BKASH_PASSWORD",
  ].map((name) => settings[name]);
  const fuzzed = await fuzzAll({ origin, targets, requests, seed, secrets, memory }, console.log);
  const result = {
    passed: fuzzed.passed + (complaints.length ? 0 : 1),
    failed: fuzzed.failed + (complaints.length ? 1 : 0),
    failures: [...complaints, ...fuzzed.failures],
  };
  mkdirSync(inData("reports"), { recursive: true });
  writeJson(inData("reports/fuzz.json"), { ...result, seed, requests });
  console.log(`\n${result.passed} passed, ${result.failed} failed (seed ${seed})`);
  return result.failed === 0;
}

stopOnSignals({ announce: () => console.log("\n  Stopping …") });
await begin(async () => {
  let isFine = false;
  try {
    isFine = await fuzz();
  } catch (error) {
    if (!isStopping()) console.error(explain(error));
  }
  await stopAndExit(isFine ? 0 : 1);
});
