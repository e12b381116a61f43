import { db } from "@/lib/platform/db";
import { letTokenTimePass } from "@/lib/testing/let-token-time-pass";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { startTokenProcess, type TokenProcess } from "@/lib/testing/start-token-process";

// The shop's own processes, real ones, with clocks that are up to ten minutes wrong, against bKash's own rule.

const PROCESSES = 8;
const skewOf = (index: number) => Math.round(-10 + (20 * index) / (PROCESSES - 1));
const MINUTE = 60;

let simulator: RunningSimulator;
let herd: TokenProcess[];
beforeAll(async () => {
  simulator = await startSimulator();
  herd = await Promise.all(
    Array.from({ length: PROCESSES }, (_, index) => startTokenProcess({ skewMinutes: skewOf(index) })),
  );
}, 120_000);
beforeEach(async () => {
  await simulator.reset({ tokenCallCap: 2 });
  await db.$executeRaw`DELETE FROM "WalletTokenCall"`;
  await db.$executeRaw`DELETE FROM "WalletToken"`;
  await herdAsks("forget");
});
afterAll(async () => {
  await Promise.all(herd.map((process) => process.kill()));
  await simulator.stop();
}, 30_000);

const herdAsks = async (ask: "ready" | "renew" | "forget", times = 1) =>
  (await Promise.all(herd.map((process) => process.ask(ask, times)))).flat();
const one = (index: number): TokenProcess => {
  const process = herd[index];
  if (!process) throw new Error(`no process ${index}`);
  return process;
};
const tokenCalls = async () => (await simulator.count("grant")) + (await simulator.count("refresh"));

test("C23, C37: eight processes with wrong clocks and 64 requests meet an expired token: one call, five times of five", async () => {
  await one(0).ask("ready");
  for (let round = 1; round <= 5; round++) {
    await letTokenTimePass(simulator, 62 * MINUTE);
    await herdAsks("forget");
    const before = await tokenCalls();
    expect(new Set(await herdAsks("ready", 8))).toEqual(new Set(["ready"]));
    expect((await tokenCalls()) - before).toBe(1);
  }
}, 60_000);

test("C23: eight processes whose minute has come refresh once", async () => {
  await one(0).ask("ready");
  await letTokenTimePass(simulator, 50.5 * MINUTE);
  const said = await herdAsks("renew", 4);
  expect(said.filter((result) => result === "renewed").length).toBeGreaterThanOrEqual(1);
  expect(new Set(said)).not.toContain("failed");
  expect(await simulator.count("refresh")).toBe(1);
  expect(await simulator.count("grant")).toBe(1);
}, 30_000);

test("ten restarts cost no token call", async () => {
  await one(0).ask("ready");
  for (let restart = 0; restart < 10; restart += 5) {
    const started = await Promise.all(Array.from({ length: 5 }, () => startTokenProcess()));
    expect((await Promise.all(started.map((process) => process.ask("ready")))).flat()).toEqual(
      Array.from({ length: 5 }, () => "ready"),
    );
    await Promise.all(started.map((process) => process.kill()));
  }
  expect(await tokenCalls()).toBe(1);
}, 120_000);

/** Where a process can die between deciding to get a token and having it stored, and what bKash has counted by then. */
const DEATHS = [
  { place: "token:counting", heard: 0 },
  { place: "token:leased", heard: 0 },
  { place: "token:refresh-refused", heard: 1, isRefreshRefused: true },
  { place: "token:counted-again", heard: 1, isRefreshRefused: true },
  { place: "token:answered", heard: 1 },
  { place: "token:stored", heard: 1 },
];

test.each(DEATHS)(
  "C24, C37: a process killed at $place costs its call and nothing else, whatever the others' clocks say",
  async ({ place, heard, isRefreshRefused }) => {
    await one(0).ask("ready");
    await letTokenTimePass(simulator, 90 * MINUTE);
    await herdAsks("forget");
    if (isRefreshRefused) await simulator.fault({ operation: "refresh", fault: "error-2020" });
    const before = await tokenCalls();
    const victim = await startTokenProcess({ skewMinutes: -10, failpoint: `${place}:kill` });
    void victim.ask("ready");
    expect(await victim.died).toBe("SIGKILL");
    expect((await tokenCalls()) - before).toBe(heard);

    // Most of the dead one's lease later, a clock that is ten minutes fast does not make it end.
    const isHeld = place !== "token:counting" && place !== "token:stored";
    await letTokenTimePass(simulator, 60);
    expect(await one(7).ask("renew")).toEqual([
      isHeld ? "busy" : place === "token:stored" ? "fresh" : "renewed",
    ]);
    await letTokenTimePass(simulator, 20);
    const said = await herdAsks("ready");
    const isSpent = place === "token:counted-again";
    expect(new Set(said)).toEqual(new Set([isSpent ? "PaymentsPaused" : "ready"]));
    expect((await tokenCalls()) - before).toBeLessThanOrEqual(2);
    if (!isSpent) return;
    await letTokenTimePass(simulator, 61 * MINUTE);
    expect(new Set(await herdAsks("ready"))).toEqual(new Set(["ready"]));
  },
  60_000,
);
