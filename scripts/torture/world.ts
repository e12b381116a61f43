import { createHash } from "node:crypto";
import type { Database } from "./database.ts";
import { StatementRoom } from "./statement-room.ts";
import { current, ProcessDied, type Life } from "./life.ts";
import { Random } from "./random.ts";
import { VirtualTime } from "./virtual-time.ts";
import type { Weather } from "./weather.ts";

/** How many server processes the shop has. */
export const PROCESSES = 3;

/** A command of a schedule, from its start to its end. */
export interface Task {
  readonly name: string;
  readonly life: Life;
  hasEnded: boolean;
}

/**
 * One schedule's world: the shop's processes, their time, and what waits in it. Only one thing happens at a time, in an
 * order that the seed decides, so that the same seed is the same story.
 */
export class World {
  readonly seed: number;
  readonly time: VirtualTime;
  readonly database: Database;
  weather: Weather;
  readonly statements: StatementRoom;
  /** What happened, for people; kept only when somebody wants to read it. */
  readonly story: string[] | undefined;
  /** Things that must not happen whatever the schedule: told with the violations. */
  readonly scandals: string[] = [];
  #lives: Life[] = [];
  #tasks = new Set<Task>();
  /** How many processes have died so far. */
  deaths = 0;
  #activity = 0;
  readonly #fingerprint = createHash("sha256");

  constructor(seed: number, database: Database, weather: Weather, startsAt: number, isTold: boolean) {
    this.seed = seed;
    this.time = new VirtualTime(startsAt);
    this.database = database;
    this.weather = weather;
    this.story = isTold ? [] : undefined;
    this.statements = new StatementRoom(this, database);
    for (let process = 0; process < PROCESSES; process++) this.#lives.push(this.#begin(process, 0));
  }

  /** One of the shop's processes as it lives now; another one while the first is down. */
  life(process: number): Life {
    for (let i = 0; i < PROCESSES; i++) {
      const life = this.#lives[(process + i) % PROCESSES];
      if (life && !life.isDead) return life;
    }
    return this.restart(process % PROCESSES);
  }

  restart(process: number): Life {
    const life = this.#begin(process, 1);
    this.#lives[process] = life;
    this.tell(`process ${process} starts`);
    return life;
  }

  #begin(process: number, generation: number): Life {
    const random = new Random(this.seed, `life ${process} ${generation} ${this.time.now}`);
    const skewMs = this.weather.skewMs[process] ?? 0;
    return {
      process,
      time: this.time,
      random,
      skewMs,
      isDead: false,
      waiting: new Set(),
      fuse: undefined,
      providers: undefined,
      webhooks: undefined,
    };
  }

  /** The end of a process, between two of its steps: nothing of it goes on. */
  async kill(life: Life): Promise<void> {
    if (life.isDead) return;
    life.isDead = true;
    this.deaths++;
    this.tell(`process ${life.process} dies`);
    const waiting = [...life.waiting];
    life.waiting.clear();
    for (const hear of waiting) hear(new ProcessDied("the process has died"));
    await this.statements.forget(life);
    if (this.weather.restartsAfterMs !== undefined)
      this.time.after(this.weather.restartsAfterMs, () => {
        if (this.#lives[life.process]?.isDead) this.restart(life.process);
      });
  }

  /** Notes that a process has come to a point where it may die. @returns whether, and when, it dies there. */
  reach(life: Life): "before" | "after" | undefined {
    this.#activity++;
    if (life.isDead) throw new ProcessDied("the process has died");
    if (!life.fuse || --life.fuse.left > 0) return undefined;
    const { when } = life.fuse;
    life.fuse = undefined;
    return when;
  }

  /** Runs the shop's code in a process. What it throws is for the shopper, or the log, not for us. */
  start(name: string, life: Life, work: () => Promise<unknown>): Task {
    const task: Task = { name, life, hasEnded: false };
    this.#tasks.add(task);
    this.#activity++;
    const end = (how: string) => {
      task.hasEnded = true;
      this.#tasks.delete(task);
      this.#activity++;
      if (!life.isDead) this.tell(`${name} @${life.process} → ${how}`);
    };
    this.tell(`${name} @${life.process}`);
    current
      .run(life, work)
      .then((result) => end(brief(result)))
      .catch((error: unknown) => end(`threw ${String(error).slice(0, 200)}`));
    return task;
  }

  /** Lets time go on until `isOver`, or until nothing more happens by itself. */
  async live(isOver: () => boolean): Promise<void> {
    for (;;) {
      await this.#untilIdle();
      if (isOver()) return;
      if (this.time.isEmpty) {
        if (this.statements.someWait) {
          await this.statements.breakDeadlock();
          continue;
        }
        if ([...this.#tasks].every(({ life }) => life.isDead)) return;
        throw new Error(
          `Nothing happens any more, but these wait: ${[...this.#tasks].map((t) => t.name).join(", ")}`,
        );
      }
      await this.time.next();
    }
  }

  /** Lets time go on for so long, and until what was begun has ended. */
  async letPass(ms: number): Promise<void> {
    let isOver = false;
    this.time.after(ms, () => void (isOver = true));
    await this.live(() => isOver);
  }

  async untilTasksEnd(): Promise<void> {
    await this.live(() => [...this.#tasks].every(({ life }) => life.isDead));
  }

  /** Goes into the fingerprint, and into the story when one is kept. */
  tell(what: string): void {
    this.#fingerprint.update(what);
    this.story?.push(`${this.clock()} ${what}`);
  }

  clock(): string {
    return new Date(this.time.now).toISOString().slice(5, 23);
  }

  fingerprint(): string {
    return this.#fingerprint.digest("hex").slice(0, 16);
  }

  /** Everything that JavaScript can do without an answer from outside, done. */
  async #untilIdle(): Promise<void> {
    let before: number;
    do {
      before = this.#activity;
      await realImmediate();
      await realImmediate();
    } while (this.#activity !== before);
  }
}

const realImmediate = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What a command came to, in a few words. Ids are made by chance, so they are left out. */
function brief(result: unknown): string {
  if (result === null || typeof result !== "object") return String(result);
  const { ok, code, payment, status } = result as Record<string, unknown>;
  if (ok === false) return String(code);
  const of = (payment ?? result) as Record<string, unknown>;
  return String(of.status ?? status ?? (ok === true ? "ok" : "done"));
}
