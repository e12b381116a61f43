// kill -9 at every place where the shop can die, again while it recovers, and a look at what is left in the end.
import { settingsOf, tourOf } from "./flows.mjs";
import { heal } from "./heal.mjs";
import { failpoints } from "./points.mjs";
import { seeded } from "./seeded.mjs";
import { NoAnswer } from "./shopper.mjs";

/** Its own flows pass a point this often before the others are tried: it may be meant at its third pass. */
const MAX_NTH = 3;
const DEATHS_IN_A_ROW = 2;

const soon = () => new Promise((wake) => setTimeout(wake, 2_000));

/** Does something with a shop that may die of it, and tells whether it did. Whatever else goes wrong is thrown. */
async function survives(world, work) {
  try {
    await work();
  } catch (error) {
    // An answer breaks off a moment before its process counts as gone.
    if (error instanceof NoAnswer) await Promise.race([world.shop.gone, soon()]);
    if (world.shop.isAlive) throw error;
  }
  return world.shop.isAlive;
}

/** Lets people shop until it dies. False when it outlived everything. */
async function walkUntilDead(world, room) {
  const tour = tourOf(room);
  const own = tour.filter((flow) => flow.rooms.includes(room));
  for (const flow of [...Array.from({ length: MAX_NTH }, () => own).flat(), ...tour])
    try {
      if (!(await survives(world, () => flow.run(world)))) return true;
    } catch (error) {
      throw new Error(`“${flow.name}”: ${error.message}`, { cause: error });
    }
  return false;
}

/**
 * One round: the shop dies at the point, dies there again while it recovers or later, and then heals.
 *
 * @param {import("./world.mjs").World} world
 * @returns {Promise<{ name: string, seconds: number, found: string[] }>} `found` is all that went wrong.
 */
export async function killAt(world, { name, room }, seed) {
  const since = performance.now();
  const random = seeded(`${seed} ${name}`);
  const found = [];
  try {
    for (let death = 0; death < DEATHS_IN_A_ROW; death++) {
      const nth = death === 0 ? 1 + Math.floor(random() * MAX_NTH) : 1;
      await world.shop.start(`${name}:kill:${nth}`, settingsOf(room));
      const lives =
        world.shop.isAlive &&
        (death === 0 || (await survives(world, async () => void (await heal(world, random)))));
      if (lives) await walkUntilDead(world, room);
      if (world.shop.reached !== name) throw new Error("nothing that people do reaches it");
    }
    await world.shop.start(undefined, settingsOf(room));
    found.push(...(await heal(world, random)));
  } catch (error) {
    found.push(error.message);
  }
  await world.shop.kill();
  await world.endRound();
  return { name, seconds: (performance.now() - since) / 1000, found };
}

/** The rounds of a whole run, so that each point kills at least so many times. */
export const rounds = ({ times, only }) =>
  Array.from({ length: Math.ceil(times / DEATHS_IN_A_ROW) }, (_, at) =>
    failpoints()
      .filter(({ name }) => !only || name.includes(only))
      .map((point) => ({ point, at })),
  ).flat();

/**
 * All rounds, in several worlds at once.
 *
 * @param {{ worlds: () => Promise<import("./world.mjs").World>[], times: number, only?: string, seed: string }} wish
 */
export async function killAtEveryPoint(report, { openWorld, lanes, times, only, seed }) {
  const todo = rounds({ times, only });
  if (todo.length === 0) throw new Error(`No place to die at is called ${only}`);
  const lane = async (number) => {
    const world = await openWorld(`points_${number}`);
    for (let round; (round = todo.shift());) {
      const { name, seconds, found } = await killAt(world, round.point, `${seed} ${round.at}`);
      report.tell(`killed twice at ${name}`, found, `${seconds.toFixed(1)} s`);
    }
    await world.close(report);
  };
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
}
