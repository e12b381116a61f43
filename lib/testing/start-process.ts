import { fork } from "node:child_process";

/** A child of the tests that does what it is told, any number of things at once, until it dies. */
export interface TestProcess<Work> {
  /** Does a thing `times` at once, and tells what came of each in one word. Never resolves when it dies of it. */
  ask(work: Work, times?: number): Promise<string[]>;
  /** Resolves with the signal or code when it has died, by its own hand or another's. */
  died: Promise<string>;
  kill(): Promise<void>;
}

/** What the parent sends. */
export interface Task<Work> {
  id: number;
  work: Work;
  times: number;
}

/**
 * Starts one on the same database and the same bKash.
 *
 * @param program its file; it ends in `obey`.
 * @param env what it is told besides this process's environment: FAILPOINT is where it dies, as in
 * lib/platform/failpoint.ts: `execute:claimed:kill`.
 */
export async function startProcess<Work>(
  program: string,
  env: Record<string, string | undefined> = {},
): Promise<TestProcess<Work>> {
  const child = fork(program, {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: { ...process.env, ...env },
  });
  let complaint = "";
  child.stderr?.on("data", (text: Buffer) => (complaint += text.toString()));
  const waiting = new Map<number, (said: string[]) => void>();
  const died = new Promise<string>((resolve) =>
    child.once("exit", (code, signal) => resolve(signal ?? `${code}`)),
  );
  child.on("message", ({ id, said }: { id: number; said: string[] }) => waiting.get(id)?.(said));
  let asked = 0;
  await new Promise<void>((resolve, reject) => {
    waiting.set(0, () => resolve());
    void died.then((how) => reject(new Error(`${program} ended with ${how}: ${complaint}`)));
  });
  return {
    died,
    ask: (work, times = 1) =>
      new Promise((resolve) => {
        const id = ++asked;
        waiting.set(id, resolve);
        child.send({ id, work, times } satisfies Task<Work>);
      }),
    kill: async () => {
      child.kill("SIGKILL");
      await died;
    },
  };
}

/** In the child: does what it is told as soon as `rooms` are loaded, until the parent has gone. */
export function obey<Work>(rooms: Promise<unknown>, once: (work: Work) => Promise<string>): void {
  const word = (error: unknown) => (error instanceof Error ? error.message : String(error));
  process.on("message", ({ id, work, times }: Task<Work>) => {
    const all = Array.from({ length: times }, () => once(work).catch(word));
    void Promise.all(all).then((said) => process.send?.({ id, said }));
  });
  process.on("disconnect", () => process.exit());
  void rooms.then(() => process.send?.({ id: 0, said: [] }));
}
