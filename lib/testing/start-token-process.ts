import { fork } from "node:child_process";
import type { Task } from "./token-process";

/** A process of the shop that does nothing but hold its wallet's token. */
export interface TokenProcess {
  /** Makes the wallet ready `times` at once, or renews its token, and tells what came of each. */
  ask(ask: Task["ask"], times?: number): Promise<string[]>;
  /** Resolves when it has died, by its own hand or another's. */
  died: Promise<string>;
  kill(): Promise<void>;
}

/** `skewMinutes` sets its clock wrong; `failpoint` is where it dies, as in lib/platform/failpoint.ts. */
export async function startTokenProcess({
  skewMinutes = 0,
  failpoint,
}: { skewMinutes?: number; failpoint?: string } = {}): Promise<TokenProcess> {
  const child = fork("lib/testing/token-process.ts", {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: {
      ...process.env,
      SKEW_MINUTES: String(skewMinutes),
      ...(failpoint ? { FAILPOINT: failpoint } : {}),
    },
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
    void died.then((how) => reject(new Error(`a token process ended with ${how}: ${complaint}`)));
  });
  return {
    died,
    ask: (ask, times = 1) =>
      new Promise((resolve) => {
        const id = ++asked;
        waiting.set(id, resolve);
        child.send({ id, ask, times } satisfies Task);
      }),
    kill: async () => {
      child.kill("SIGKILL");
      await died;
    },
  };
}
