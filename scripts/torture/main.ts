// `npm run torture -- --seeds N [--seed S] [--plant NAME|all [--fresh]] [--jobs J]`: randomised fault schedules of the
// payment core on a real PostgreSQL, with the simulator as bKash, in virtual time. docs/testing.md tells the rest.
import { randomInt } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { createDatabase } from "../database/connection.mjs";
import { stopAndExit, stopOnSignals } from "../processes/shutdown.mjs";
import { inData } from "../setup/project.mjs";
import { testSettings } from "../setup/settings.mjs";
import { startTestDatabase } from "../testing/database.mjs";
import { Crew, type CrewSettings } from "./crew.ts";
import { catchPlants } from "./plant-hunt.ts";
import { PLANTS } from "./plants.ts";
import type { Played } from "./schedule.ts";
import { describe, gitHash, Progress } from "./report.ts";

/** Seeds that are the same every time begin here; the others are drawn. */
const FIXED_FROM = 1;
const FRESH_FROM = 1_000_000;
/** So many of the first seeds are played a second time at the end. */
const PLAYED_TWICE = 20;

const { values: given } = parseArgs({
  options: {
    seeds: { type: "string", default: "1000" },
    seed: { type: "string" },
    plant: { type: "string" },
    fresh: { type: "boolean", default: false },
    jobs: { type: "string", default: String(availableParallelism()) },
    /** Begins no schedule after so many seconds; how many were played is in the summary. */
    within: { type: "string" },
    /** Writes { passed, failed, note } there, for `npm test`. */
    report: { type: "string" },
    /** With --seeds: the recorded seeds of all planted bugs are tried, too. */
    plants: { type: "boolean", default: false },
  },
});

stopOnSignals();
await stopAndExit(await torture().catch(complain));

async function torture(): Promise<number> {
  const settings = await prepare(Number(given.jobs));
  console.log(`Torture of ${gitHash()}`);
  const result = await run(settings);
  if (given.report) {
    mkdirSync(inData("reports"), { recursive: true });
    writeFileSync(given.report, JSON.stringify(result));
  }
  console.log(`${result.failed === 0 ? "✓" : "✗"} ${result.note}`);
  return result.failed === 0 ? 0 : 1;
}

/** The torture itself broke: that proves nothing, and is no success. */
function complain(error: unknown): number {
  console.error(error);
  return 1;
}

async function run(crew: CrewSettings): Promise<{ passed: number; failed: number; note: string }> {
  if (given.plant) {
    const wanted = PLANTS.filter(({ name }) => given.plant === "all" || given.plant === name);
    if (wanted.length === 0)
      throw new Error(`No such plant. There are: ${PLANTS.map(({ name }) => name).join(", ")}`);
    return catchPlants(crew, wanted, given.fresh);
  }
  const played = await playSeeds(crew);
  if (!given.plants) return played;
  const plants = await catchPlants(crew, PLANTS, false);
  return {
    passed: played.passed + plants.passed,
    failed: played.failed + plants.failed,
    note: `${played.note}; ${plants.note}`,
  };
}

async function playSeeds(settings: CrewSettings) {
  const count = given.seed === undefined ? Number(given.seeds) : 1;
  const crew = await Crew.hire({ ...settings, jobs: Math.min(settings.jobs, count) }, "torture");
  const progress = new Progress(count);
  let failed = 0;
  const isLate = () => progress.seconds > Number(given.within ?? Infinity);
  const first = new Map<number, string>();
  const each = (played: Played): void => {
    progress.note(played);
    if (first.size < PLAYED_TWICE) first.set(played.seed, played.fingerprint);
    if (played.violations.length === 0) return;
    failed++;
    console.log(describe(played));
  };
  await crew.play(given.seed === undefined ? seeds(count) : [Number(given.seed)].values(), each, isLate);
  // The seed is asked for by itself: then somebody wants to read what happens in it.
  if (given.seed !== undefined) console.log(describe(await crew.tell(Number(given.seed))));
  const other = await differAgain(crew, first);
  await crew.dismiss();
  if (other.length === 0) return { passed: progress.done - failed, failed, note: String(progress) };
  const note = `${String(progress)}; another story the second time: seeds ${other.join(", ")}`;
  return { passed: progress.done - failed, failed: failed + 1, note };
}

/** A seed is of use only if it tells the same story again. @returns those of `first` that did not. */
async function differAgain(crew: Crew, first: Map<number, string>): Promise<number[]> {
  const other: number[] = [];
  await crew.play(first.keys(), ({ seed, fingerprint }) => {
    if (fingerprint !== first.get(seed)) other.push(seed);
  });
  return other;
}

/** Half of them the same every time, half of them new. */
function* seeds(count: number): Generator<number> {
  const fresh = randomInt(FRESH_FROM, 2 ** 47);
  console.log(`  Seeds: ${FIXED_FROM} to ${Math.ceil(count / 2)}, and ${fresh} and the following`);
  for (let i = 0; i < count; i++) yield i % 2 === 0 ? FIXED_FROM + i / 2 : fresh + (i - 1) / 2;
}

/** A PostgreSQL for this run alone, or the one that `npm test` has started already. */
async function prepare(jobs: number): Promise<CrewSettings> {
  const template = process.env.TEST_TEMPLATE_URL;
  const started = template ? undefined : await startTestDatabase();
  const address = new URL(template ?? started?.templateAddress ?? "");
  const connection = { port: Number(address.port), password: address.password };
  return {
    core: resolve("."),
    jobs,
    database: (name) => createDatabase(connection, name, { template: address.pathname.slice(1) }),
    env: {
      ...process.env,
      ...testSettings({
        port: 3000,
        simulatorPort: 4010,
        databaseUrl: address.href,
      }),
      NODE_ENV: "test",
      LOG_LEVEL: "silent",
    },
  };
}
