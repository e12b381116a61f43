// `npm run kill`: kills the real server wherever it can die, and its database; docs/testing.md.
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { isStopping, stopAndExit, stopOnSignals } from "../processes/shutdown.mjs";
import { begin } from "../setup/begin.mjs";
import { install } from "../setup/install.mjs";
import { asTrouble, requireWritableProject } from "../setup/machine.mjs";
import { generateClient } from "../setup/make.mjs";
import { step } from "../setup/progress.mjs";
import { inData } from "../setup/project.mjs";
import { explain } from "../setup/trouble.mjs";

/** What can be proved, in this order; those of one line mostly wait, and wait together. */
const GROUPS = [["points"], ["database"], ["hang", "stop", "freeze", "orphan", "healing"]];
const PROOFS = GROUPS.flat();

/** What the command line wants: named proofs, or all of them. */
function readWish(args) {
  const chooses = Object.fromEntries(PROOFS.map((name) => [name, { type: "boolean" }]));
  const { values } = parseArgs({
    args,
    options: {
      ...chooses,
      crashes: { type: "string", default: "10" },
      times: { type: "string", default: "2" },
      only: { type: "string" },
      lanes: { type: "string", default: String(availableParallelism()) },
      seed: { type: "string", default: String(Date.now()) },
    },
  });
  const named = PROOFS.filter((name) => values[name]);
  const proofs = named.length > 0 ? named : values.only ? ["points"] : PROOFS;
  return {
    ...values,
    proofs,
    times: Number(values.times),
    crashes: Number(values.crashes),
    lanes: Number(values.lanes),
  };
}

async function kill(wish) {
  requireWritableProject();
  await step("Packages", install);
  await step("Database client", generateClient);
  // Not at the top: these need packages that may have been missing until now.
  const { buildKillableShop } = await import("./build.mjs");
  const { startOwnCluster } = await import("./cluster.mjs");
  const { Report } = await import("./report.mjs");
  const { World } = await import("./world.mjs");
  await step("Killable shop", buildKillableShop);
  const cluster = await step("Database", startOwnCluster);
  const report = new Report();
  const openWorld = (name) => World.open(cluster, name);
  const order = { ...wish, cluster, openWorld };
  const proofs = {
    points: async () => (await import("./kill-points.mjs")).killAtEveryPoint(report, order),
    database: async () => (await import("./kill-database.mjs")).killTheDatabase(report, order),
    hang: async () => (await import("./hang.mjs")).letBkashHang(report, order),
    stop: async () => (await import("./stop-gently.mjs")).stopGently(report, order),
    freeze: async () => (await import("./freeze.mjs")).freeze(report, order),
    orphan: async () => (await import("./orphaned-job.mjs")).orphanAJob(report, order),
    healing: async () => (await import("./healing.mjs")).measureHealing(report, order),
  };
  for (const group of GROUPS)
    await Promise.all(
      group
        .filter((name) => wish.proofs.includes(name))
        .map(async (name) => {
          const since = performance.now();
          await proofs[name]();
          report.measure(`${name} took, s`, Math.round((performance.now() - since) / 1000));
        }),
    );
  report.write(inData("reports/kill.json"));
  console.log(`\n  ${report.passed} kept, ${report.failed} broken; seed ${wish.seed}`);
  for (const [name, value] of Object.entries(report.figures)) console.log(`  ${name}: ${value}`);
  return report.failed > 0 ? 1 : 0;
}

stopOnSignals({ announce: () => console.log("\n  Stopping …") });
await begin(async () => {
  try {
    await stopAndExit(await kill(readWish(process.argv.slice(2))));
  } catch (error) {
    if (!isStopping()) console.error(explain(asTrouble(error)));
    await stopAndExit(1);
  }
});
