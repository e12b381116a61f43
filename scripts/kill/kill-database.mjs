// PostgreSQL is stopped in immediate mode again and again while people buy: no goodbye, no last write.
import { setTimeout as pause } from "node:timers/promises";
import { startCluster } from "../database/cluster.mjs";
import { end } from "../processes/identity.mjs";
import { heal } from "./heal.mjs";
import { seeded } from "./seeded.mjs";
import { NoAnswer } from "./shopper.mjs";

const BUYERS = 6;
const HEALTHY_WITHIN_MS = 10_000;
/** What a shop without its database may answer: come again, in words of its own. */
const CLEAN = new Set(["TEMPORARILY_UNAVAILABLE", "PAYMENTS_PAUSED", "PAYMENT_IN_PROGRESS"]);

/** PostgreSQL's own word for: end at once. */
const immediately = { signals: ["SIGQUIT"], patienceMs: 20_000 };

/** Buys one thing after the other and takes every refusal for "later", until it is told to stop. */
async function keepBuying(world, state) {
  /** Sends something until it is answered with one of these statuses. */
  const insist = async (send, ...statuses) => {
    for (;;) {
      const answer = await send().catch((error) => {
        if (!(error instanceof NoAnswer)) throw error;
        return { status: 0, data: { error: { code: error.message } } };
      });
      if (statuses.includes(answer.status)) {
        state.answered++;
        return answer;
      }
      state.refused++;
      const { code } = answer.data.error ?? {};
      if (!CLEAN.has(code))
        state.unclean.set(
          `${answer.status} ${code}`,
          (state.unclean.get(`${answer.status} ${code}`) ?? 0) + 1,
        );
      if (state.isOver && answer.status === 409) return answer;
      await pause(100);
    }
  };
  while (!state.isOver) {
    const shopper = world.shopper();
    await insist(shopper.place, 201);
    const created = await insist(shopper.create, 201, 409);
    if (created.status === 409) continue; // its answer was lost with the database; it pays in the end
    await shopper.authorise();
    await insist(shopper.execute, 200, 202);
    state.bought++;
  }
}

/** @param {{ openWorld: (name: string) => Promise<import("./world.mjs").World>, cluster: object, crashes: number, seed: string }} wish */
export async function killTheDatabase(report, { openWorld, cluster, crashes, seed }) {
  const world = await openWorld("database");
  const random = seeded(`${seed} database`);
  await world.shop.start();
  const state = { isOver: false, bought: 0, answered: 0, refused: 0, unclean: new Map() };
  const buying = Promise.all(Array.from({ length: BUYERS }, () => keepBuying(world, state)));
  const healthyAfter = [];
  for (let crash = 0; crash < crashes; crash++) {
    await pause(500 + random() * 1_000);
    const before = state.bought;
    await end(cluster.connection, immediately);
    await pause(random() * 1_000);
    cluster.connection = (await startCluster(cluster.folder, { port: cluster.connection.port })).connection;
    const since = performance.now();
    // Healthy is who sells again, not who says so.
    while (
      !((await world.shop.isHealthy()) && state.bought > before + BUYERS) &&
      performance.now() - since < 60_000
    )
      await pause(25);
    healthyAfter.push(performance.now() - since);
  }
  state.isOver = true;
  await buying;
  await world.connect();
  const slowest = Math.max(...healthyAfter);
  report.measure("healthy after the database is back, slowest, ms", Math.round(slowest));
  report.measure("purchases while the database died", state.bought);
  report.tell(
    `C44: PostgreSQL was killed ${crashes} times under load, and the shop sold again within ${HEALTHY_WITHIN_MS / 1000} s`,
    slowest > HEALTHY_WITHIN_MS ? [`once it took ${(slowest / 1000).toFixed(1)} s`] : [],
    `${state.bought} bought, ${state.refused} answers put off, slowest ${(slowest / 1000).toFixed(1)} s`,
  );
  report.tell(
    "every answer without a database asked to come again",
    [...state.unclean].map(([answer, times]) => `${times} × ${answer}`),
  );
  report.tell("and nothing was lost or doubled", await heal(world, random));
  await world.close(report);
}
