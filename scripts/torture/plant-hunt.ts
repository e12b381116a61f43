import { resolve } from "node:path";
import { inData } from "../setup/project.mjs";
import { copyCore } from "./core-copy.ts";
import { Crew, type CrewSettings } from "./crew.ts";
import type { Plant } from "./plants.ts";
import type { Played } from "./schedule.ts";

/** payments.md, goal G2: each is to be found within so many seeds. */
const MOST_SEEDS = 20_000;
/** Where the recorded seed tells another story since the code has changed, so many others are tried before it counts as missed. */
const FURTHER_SEEDS = 400;

/**
 * Plants bugs, one at a time, and tells whether the torture notices.
 * @param isFresh looks for a catching seed from the beginning, instead of trying the recorded one first.
 */
export async function catchPlants(settings: CrewSettings, plants: readonly Plant[], isFresh: boolean) {
  const missed: string[] = [];
  const queue = [...plants];
  // A hunt is for all workers together; recorded seeds are tried side by side, a plant for each.
  const hunters = isFresh ? 1 : settings.jobs;
  const hunt = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { name } = next;
      const caught = await tryPlant({ ...settings, jobs: isFresh ? settings.jobs : 1 }, next, isFresh);
      if (!caught) missed.push(name);
      const by =
        caught && `seed ${caught.seed}: ${caught.violations[0]?.invariant}, ${caught.violations[0]?.text}`;
      console.log(`  ${caught ? "✓" : "✗"} ${name}: ${by || "not noticed"}`);
    }
  };
  await Promise.all(Array.from({ length: hunters }, hunt));
  const caught = plants.length - missed.length;
  return {
    passed: caught,
    failed: missed.length,
    note: `${caught} of ${plants.length} planted bugs caught`,
  };
}

async function tryPlant(settings: CrewSettings, plant: Plant, isFresh: boolean): Promise<Played | undefined> {
  const slug = plant.name.toLowerCase().replaceAll(/\W+/g, "_");
  const folder = inData("torture", slug);
  copyCore(folder, plant);
  const crew = await Crew.hire({ ...settings, core: resolve(folder) }, `plant_${slug}`);
  let caught: Played | undefined;
  const seeds = isFresh ? count(1, MOST_SEEDS) : recorded(plant.seed);
  await crew.play(
    seeds,
    (played) => {
      if (played.violations.length > 0) caught ??= played;
    },
    () => caught !== undefined,
  );
  await crew.dismiss();
  return caught;
}

function* recorded(seed: number): Generator<number> {
  yield seed;
  yield* count(1, FURTHER_SEEDS);
}

function* count(from: number, to: number): Generator<number> {
  for (let seed = from; seed <= to; seed++) yield seed;
}
