import type { Actors } from "./actors.ts";
import type { Article } from "./articles.ts";
import type { BkashLine } from "./bkash-line.ts";
import type { Core } from "./core.ts";
import type { Life } from "./life.ts";
import type { Random } from "./random.ts";
import type { Simulator } from "./simulator.ts";
import { PROCESSES, type World } from "./world.ts";

/** Everything and everybody in a schedule: all that a command can touch. */
export interface Scene {
  world: World;
  line: BkashLine;
  core: Core;
  simulator: Simulator;
  random: Random;
  actors: Actors;
  articles: readonly Article[];
}

/** The process that a request happens to reach. */
export const anyLife = ({ world, random }: Scene): Life => world.life(random.between(0, PROCESSES - 1));

/**
 * A command begins something and does not wait for its end. What it returns is how many milliseconds pass until the next
 * one, if it matters.
 */
export type Command = (scene: Scene) => Promise<number | void> | number | void;
