// Brings a fresh clone to a running shop: one line per step, everything stopped at the end.
import { startCluster } from "../database/cluster.mjs";
import { createDatabase } from "../database/connection.mjs";
import { migrate, seed } from "../database/migrations.mjs";
import { requireAnswer, requirePostgresAddress } from "../database/given.mjs";
import { takeLock } from "../processes/lock.mjs";
import { onNode } from "../processes/run.mjs";
import { endLeftovers, startService, stopWhenEnded, waitUntilAnswers } from "../processes/services.mjs";
import { isStopping, stopAndExit, stopOnSignals, whenStopping } from "../processes/shutdown.mjs";
import { vendorJquery } from "../vendor-jquery.mjs";
import { install } from "./install.mjs";
import { asTrouble, requireWritableProject } from "./machine.mjs";
import { buildShop, generateClient } from "./make.mjs";
import { portFrom, requireFreePort } from "./ports.mjs";
import { step } from "./progress.mjs";
import { inData, inProject, tools } from "./project.mjs";
import { loadDotEnv, shopSettings, usesSimulator } from "./settings.mjs";
import { explain, Trouble } from "./trouble.mjs";
import { whatToTry } from "./welcome.mjs";

const isDev = process.argv.includes("--dev");
const command = isDev ? "npm run dev" : "npm run demo";

function requireOnlyOne(about) {
  const { holder } = takeLock("shop", about);
  if (holder)
    throw new Trouble(
      `The shop of this folder is running already: ${holder.origin} (process ${holder.pid}).`,
      {
        wayOut: `Stop it with Ctrl-C where it runs, or with: kill ${holder.pid}`,
      },
    );
}

async function prepareDatabase() {
  const given = process.env.DATABASE_URL;
  if (given) {
    await requireAnswer(given);
    return { databaseUrl: given, words: "yours, from DATABASE_URL" };
  }
  const { connection, wasRunning, stop } = await startCluster(inData("postgres"));
  whenStopping(stop);
  stopWhenEnded(connection, { label: "database", log: inData("postgres/server.log") });
  return { databaseUrl: await createDatabase(connection, "shop"), words: wasRunning ? "was running" : "" };
}

async function start() {
  loadDotEnv();
  const port = portFrom("PORT", 3000);
  const simulatorPort = portFrom("SIMULATOR_PORT", 4010);
  if (port === simulatorPort)
    throw new Trouble(`PORT and SIMULATOR_PORT are both ${port}.`, { wayOut: "Choose two different ports." });
  if (process.env.DATABASE_URL) requirePostgresAddress(process.env.DATABASE_URL);
  requireWritableProject();
  requireOnlyOne({ origin: `http://localhost:${port}`, isDev });
  const left = await endLeftovers();
  if (left.length > 0) console.log(`  ✓ Ended what an interrupted run had left running: ${left.join(", ")}`);
  await requireFreePort(port, { variable: "PORT", purpose: "shop", command });
  if (usesSimulator())
    await requireFreePort(simulatorPort, { variable: "SIMULATOR_PORT", purpose: "bKash simulator", command });

  await step("Packages", install);
  let database;
  await step("Database", async () => (database = await prepareDatabase()).words);
  const settings = shopSettings({ port, simulatorPort, databaseUrl: database.databaseUrl });
  await step("Database client", generateClient);
  await step("Tables", () => migrate(settings.DATABASE_URL));
  await step("Products and merchant", () => seed(settings));
  if (isDev) vendorJquery();
  else await step("Build", buildShop);

  if (usesSimulator()) {
    await step("bKash simulator", async () => {
      // Its memory outlives it, so that an order that was in the middle of paying finds its payment again.
      const kept = ["--state", inData("simulator.json")];
      const args = [inProject("simulator/src/main.ts"), "--port", String(simulatorPort), ...kept];
      startService({ name: "simulator", label: "bKash simulator", command: onNode(...args), env: settings });
      await waitUntilAnswers(`http://localhost:${simulatorPort}/__simulator/health`, {
        label: "bKash simulator",
      });
    });
  }
  await step("Shop", async () => {
    const serve = onNode(tools.next, isDev ? "dev" : "start", "-p", String(port));
    startService({ name: "shop", label: "shop", command: serve, env: settings, show: isDev });
    await waitUntilAnswers(`http://localhost:${port}/api/health`, { label: "shop" });
  });
  console.log(whatToTry({ settings, isDev, command, hasOwnDatabase: !process.env.DATABASE_URL }));
}

stopOnSignals({
  announce: () => {
    console.log("\n  Stopping …");
    process.once("exit", () => console.log("  Stopped. Nothing is left running.\n"));
  },
  codes: { SIGINT: 0, SIGTERM: 143, SIGHUP: 129 }, // Ctrl-C is how one stops it, and no mistake
});
console.log(`\n  ${isDev ? "The shop, with hot reload" : "The shop, with a bKash simulator"}\n`);
try {
  await start();
} catch (error) {
  if (!isStopping()) console.error(explain(asTrouble(error)));
  await stopAndExit(1);
}
