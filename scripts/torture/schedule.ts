import { stockShelf } from "./articles.ts";
import { Actors } from "./actors.ts";
import { BkashLine } from "./bkash-line.ts";
import { doSomething } from "./commands/choose.ts";
import type { Scene } from "./scene.ts";
import { gatherEvidence } from "./evidence.ts";
import { judge } from "./invariants/judge.ts";
import type { Violation } from "./invariants/rule.ts";
import { calmDown } from "./calm-down.ts";
import { Random } from "./random.ts";
import type { Stage } from "./stage.ts";
import { chooseWeather } from "./weather.ts";
import { World } from "./world.ts";

export interface Played {
  seed: number;
  violations: Violation[];
  /** Of everything that happened: equal for equal seeds. */
  fingerprint: string;
  story: string[] | undefined;
}

/** When every schedule begins, give or take a day. Far from any hour that is special. */
const BEGINS_AT = Date.UTC(2027, 0, 15, 4, 30);
const DAY_MS = 86_400_000;

/** Plays the schedule of one seed from an empty shop to the last question, and judges what is left. */
export async function playSchedule(
  stage: Stage,
  seed: number,
  { isTold = false }: { isTold?: boolean } = {},
): Promise<Played> {
  const random = new Random(seed, "schedule");
  const weather = chooseWeather(new Random(seed, "weather"));
  const world = new World(seed, stage.database, weather, BEGINS_AT + random.between(0, DAY_MS), isTold);
  const line = new BkashLine(world, stage.simulator);
  const { core } = stage;
  core.settings.SETTLE_WINDOW_SECONDS = weather.settleWindowSeconds;
  core.settings.BKASH_REFUND_PROFILE = weather.refundProfile;
  core.settings.AUTO_REFUND_DUPLICATES = weather.refundsDuplicates ? "1" : "0";
  await stage.database.empty();
  await stage.simulator.reset(world.time.now, weather.switches);
  const stocks = Array.from({ length: random.between(1, 2) }, () => random.between(1, 3));
  const articles = await stockShelf(stage.database, stocks);
  stage.enter(world, line);

  if (weather.hasWebhooks) await stage.simulator.subscribe();
  const scene: Scene = {
    ...stage,
    world,
    line,
    random,
    actors: new Actors(),
    articles,
  };
  await begin(scene);
  for (let left = random.between(9, 20); left > 0; left--) await world.letPass(await doSomething(scene));
  const quiet = await calmDown(scene);
  const evidence = await gatherEvidence(scene);
  return {
    seed,
    violations: judge(scene, evidence, quiet),
    fingerprint: world.fingerprint(),
    story: world.story,
  };
}

/** Most days begin with a token that somebody got before, some time within its hour. */
async function begin({ world, line, core, random }: Scene): Promise<void> {
  if (random.chance(0.15)) return;
  line.isFair = true;
  world.start("renew tokens", world.life(0), core.renewTokens);
  await world.untilTasksEnd();
  line.isFair = false;
  await world.letPass(random.between(0, 58 * 60_000));
}
