import { fork } from "node:child_process";
import type { ShopWork, Task } from "./shop-process";

/** A process of the shop beside this one, on the same database and the same bKash. */
export interface ShopProcess {
  /** Does a thing `times` at once, and tells what came of each in one word. Never resolves when it dies of it. */
  ask(work: ShopWork, times?: number): Promise<string[]>;
  /** Resolves with the signal or code when it has died, by its own hand or another's. */
  died: Promise<string>;
  kill(): Promise<void>;
}

/** `failpoint` is where it dies, as in lib/platform/failpoint.ts: `execute:claimed:kill`. */
export async function startShopProcess({ failpoint }: { failpoint?: string } = {}): Promise<ShopProcess> {
  const child = fork("lib/testing/shop-process.ts", {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: { ...process.env, ...(failpoint ? { FAILPOINT: failpoint } : {}) },
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
    void died.then((how) => reject(new Error(`a process of the shop ended with ${how}: ${complaint}`)));
  });
  return {
    died,
    ask: (work, times = 1) =>
      new Promise((resolve) => {
        const id = ++asked;
        waiting.set(id, resolve);
        child.send({ id, work, times } satisfies Task);
      }),
    kill: async () => {
      child.kill("SIGKILL");
      await died;
    },
  };
}
