import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db";
import { letTokenTimePass } from "@/lib/testing/let-token-time-pass";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import type { TokenCalls } from "../wallet-tokens";
import { bkashEnvironment } from "./bkash/environment";
import { bkashTokenCalls } from "./bkash/token";
import { TokenStore } from "./token-store";

/**
 * Days in the life of eight processes whose deaths, bKash's refusals and lost answers are drawn by chance. Set TOKEN_DAYS
 * for more of them, and TOKEN_SEED to repeat a run: the title names it.
 */
const DAYS = Number(process.env.TOKEN_DAYS ?? 7);
const SEED = Number(process.env.TOKEN_SEED ?? Math.floor(Math.random() * 1e9));
const PROCESSES = 8;
const HOUR_MS = 3_600_000;
const DAY_SECONDS = 86_400;

/** mulberry32: the same seed draws the same days. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const chance = dice(SEED);
const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.stop());

/** Seconds that have passed in the simulated days. */
let passed = 0;
const key = `test:${randomUUID()}`;

/** One process. Its own count of time began elsewhere than the others', and a restart makes a new one. */
interface Process {
  store: TokenStore;
  died: Promise<"died">;
}

const deaths = { "before bKash heard": 0, "before it heard the answer": 0 };

function startProcess(): Process {
  let die = (_how: "died") => {};
  const died = new Promise<"died">((resolve) => (die = resolve));
  const dead = (how: keyof typeof deaths) => {
    deaths[how]++;
    die("died");
    return new Promise<never>(() => {}); // whatever it was about to do, nobody does
  };
  const calls = bkashTokenCalls(bkashEnvironment("simulator", simulator.port).api, {
    appKey: "simulator-app-key",
    appSecret: "simulator-app-secret",
    username: "sandboxTestUser",
    password: "simulator-password",
  });
  /** Before the call: counted and never sent. After it: bKash has answered, or refused, and nobody hears it. */
  const mortal = async <T>(call: () => Promise<T>): Promise<T> => {
    if (chance() < 0.08) return dead("before bKash heard");
    const isDying = chance() < 0.08;
    try {
      const answer = await call();
      return isDying ? await dead("before it heard the answer") : answer;
    } catch (error) {
      if (isDying) return dead("before it heard the answer");
      throw error;
    }
  };
  const mortals: TokenCalls = {
    grant: () => mortal(() => calls.grant()),
    refresh: (token) => mortal(() => calls.refresh(token)),
  };
  const beganAtMs = chance() * 1e6;
  let waitedMs = 0;
  const pace = {
    nowMs: () => beganAtMs + passed * 1000 + waitedMs,
    wait: (ms: number) => {
      waitedMs += ms;
      return new Promise<void>((wake) => setTimeout(wake, Math.min(ms, 10)));
    },
  };
  return { store: new TokenStore(key, mortals, pace), died };
}

const TROUBLES = [
  { fault: "status-500" },
  { fault: "status-403" },
  { fault: "error-2020" },
  { fault: "html" },
  { fault: "truncated" },
  { fault: "answer-lost", how: "reset" },
  { fault: "never-arrived", how: "reset" },
] as const;

/** What bKash does next: mostly nothing; now and then one call fails, and once a day or so all do, for up to two hours. */
async function drawTrouble(): Promise<void> {
  if (chance() < 0.06)
    await simulator.fault({ operation: pick(["refresh", "refresh", "grant"]), ...pick(TROUBLES) });
  if (chance() < 0.006)
    for (const operation of ["refresh", "grant"])
      await simulator.fault({ operation, ...pick(TROUBLES), times: "always", forSeconds: 7200 * chance() });
  if (chance() < 0.004) await simulator.revokeTokens();
}

test(
  `C22, C24: eight processes, ${DAYS} days, deaths and refusals (seed ${SEED}): never three token calls in an hour`,
  async () => {
    await simulator.reset({ tokenCallCap: 2 });
    const processes = Array.from({ length: PROCESSES }, startProcess);
    const served = { yes: 0, paused: 0, died: 0 };
    /** A process that dies is started again. */
    const act = async (index: number, work: (store: TokenStore) => Promise<unknown>) => {
      const { store, died } = processes[index] as Process;
      const end = await Promise.race([
        work(store).then(
          () => "yes" as const,
          () => "paused" as const,
        ),
        died,
      ]);
      served[end]++;
      if (end === "died" || chance() < 0.05) processes[index] = startProcess();
    };
    while (passed < DAYS * DAY_SECONDS) {
      const step = chance() < 0.2 ? 1 + 80 * chance() : 60 + 840 * chance();
      passed += step;
      await letTokenTimePass(simulator, step, key);
      await drawTrouble();
      const isHerd = chance() < 0.04;
      const acting = processes.map((_, index) => index).filter(() => isHerd || chance() < 0.25);
      await Promise.all(
        acting.map((index) => {
          const kind = chance();
          if (kind < 0.55) return act(index, (store) => store.renew());
          if (kind < 0.97) return act(index, (store) => store.current());
          // A 401 in the middle of a payment.
          return act(index, async (store) => store.replace((await store.current()).version));
        }),
      );
      await db.$executeRaw`DELETE FROM "WalletTokenCall" WHERE key = ${key} AND at < now() - interval '1 day'`;
    }

    // What counts is what bKash has heard, and when: its own log.
    const heard = [...(await simulator.timesOf("grant")), ...(await simulator.timesOf("refresh"))]
      .map((at) => at.getTime())
      .sort((a, b) => a - b);
    const tooSoon = heard.filter((at, index) => at - (heard[index - 2] ?? -Infinity) <= HOUR_MS);
    expect(tooSoon).toEqual([]);
    // And it was no standstill: tokens were renewed all the time, processes died at it, and shoppers were served.
    expect(heard.length).toBeGreaterThan(DAYS * 20);
    expect(Math.min(...Object.values(deaths))).toBeGreaterThan(DAYS);
    expect(served.yes / (served.yes + served.paused)).toBeGreaterThan(0.75);
  },
  DAYS * 30_000,
);
