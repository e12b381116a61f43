import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Played } from "./schedule.ts";
import type { FromWorker, ToWorker } from "./worker.ts";

/** What a worker needs besides its database. */
export interface CrewSettings {
  /** Where the shop's code is. */
  core: string;
  jobs: number;
  /** Makes a database for one worker. */
  database: (name: string) => Promise<string>;
  env: NodeJS.ProcessEnv;
}

/** A schedule leaves much behind that is soon of no use: a larger nursery has it swept more rarely. */
const NODE_OPTIONS = ["--max-semi-space-size=64", "--import", "tsx"];

/** Workers that play schedules side by side, each one schedule at a time. */
export class Crew {
  readonly #workers: ChildProcess[];

  private constructor(workers: ChildProcess[]) {
    this.#workers = workers;
  }

  static async hire({ core, jobs, database, env }: CrewSettings, name: string): Promise<Crew> {
    const workers: ChildProcess[] = [];
    for (let job = 0; job < jobs; job++) {
      const child = spawn(process.execPath, [...NODE_OPTIONS, "scripts/torture/worker.ts"], {
        stdio: ["ignore", "inherit", "inherit", "ipc"],
        env: {
          ...env,
          TORTURE_CORE: core,
          TORTURE_DATABASE: await database(`${name}_${job}`),
          TSX_TSCONFIG_PATH: join(core, "tsconfig.json"),
        },
      });
      workers.push(child);
    }
    await Promise.all(workers.map((worker) => nextWord(worker)));
    return new Crew(workers);
  }

  /**
   * Plays seeds until there are no more of them, or `isEnough`.
   * @param each is told of every schedule that was played.
   * @throws when the torture itself breaks off.
   */
  async play(seeds: Iterator<number>, each: (played: Played) => void, isEnough = () => false): Promise<void> {
    await Promise.all(
      this.#workers.map(async (worker) => {
        while (!isEnough()) {
          const next = seeds.next();
          if (next.done) return;
          each(await playOn(worker, next.value, false));
        }
      }),
    );
  }

  /** Plays one seed and keeps its story. */
  async tell(seed: number): Promise<Played> {
    const [worker] = this.#workers;
    if (!worker) throw new Error("Nobody is hired");
    return playOn(worker, seed, true);
  }

  async dismiss(): Promise<void> {
    await Promise.all(
      this.#workers.map(async (worker) => {
        if (worker.exitCode !== null) return;
        const ended = once(worker, "exit");
        worker.send("stop" satisfies ToWorker);
        await ended;
      }),
    );
  }
}

/** What a worker says next. Rejects when it ends instead. */
function nextWord(worker: ChildProcess): Promise<FromWorker> {
  return new Promise((resolve, reject) => {
    const hear = (message: FromWorker): void => {
      worker.off("exit", despair);
      resolve(message);
    };
    const despair = (code: number | null): void => {
      worker.off("message", hear);
      reject(new Error(`A worker ended with ${code}`));
    };
    worker.once("message", hear);
    worker.once("exit", despair);
  });
}

async function playOn(worker: ChildProcess, seed: number, isTold: boolean): Promise<Played> {
  worker.send({ seed, isTold } satisfies ToWorker);
  const answer = await nextWord(worker);
  if (answer === "ready") throw new Error("A worker has begun anew");
  if ("broke" in answer) throw new Error(`The torture itself broke at seed ${answer.seed}:\n${answer.broke}`);
  return answer.played;
}
