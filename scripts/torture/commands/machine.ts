import type { Random } from "../random.ts";
import { anyLife, type Scene } from "../scene.ts";

/** What happens to the machines, by themselves or by bad luck. */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export function reconcile(scene: Scene): void {
  for (let job = scene.random.pick([1, 1, 2]); job > 0; job--)
    scene.world.start("reconcile", anyLife(scene), scene.core.reconcilePayments);
}

/**
 * The jobs of every minute that have to do with money, one after the other as in lib/background-work: what fails keeps no
 * other from running. Those that no payment knows of, and the trace of when each ran, are not on this stage.
 */
export function backgroundWork(scene: Scene): void {
  const { core } = scene;
  const jobs = [
    core.releaseExpiredOrders,
    core.issueDueInvoices,
    core.deliverDueMessages,
    core.renewTokens,
    core.reconcilePayments,
    core.reconcileRefunds,
  ];
  scene.world.start("background work", anyLife(scene), async () => {
    const errors: unknown[] = [];
    for (const job of jobs) await job().catch((error: unknown) => errors.push(error));
    if (errors.length > 0) throw new AggregateError(errors, `${errors.length} jobs failed`);
  });
}

/** Every token that bKash has handed out is refused from now on. */
export function revokeTokens({ simulator, line, world }: Scene): Promise<void> {
  line.tokensRevokedAt = world.time.now;
  return simulator.revokeTokens();
}

/** Somewhere in what it does next, or right now. */
export async function kill(scene: Scene): Promise<void> {
  const { world, random } = scene;
  const life = anyLife(scene);
  if (random.chance(0.2)) return world.kill(life);
  life.fuse = {
    left: random.between(1, 25),
    when: random.pick(["before", "after"]),
  };
}

export function databaseDown({ world, random }: Scene): void {
  world.statements.isDown = true;
  world.time.after(random.between(500, 60_000), () => void (world.statements.isDown = false));
}

export function letTimePass({ random, world, line }: Scene): number {
  // Before and after the 15 days in which bKash gives money back.
  if (world.weather.hasHolidays && line.captured.length > 0 && random.chance(0.6))
    return random.between(10 * DAY_MS, 20 * DAY_MS);
  switch (random.weighted({ minutes: 4, hold: 3, hours: 2, day: 1 })) {
    case "minutes":
      return random.between(60_000, 20 * 60_000);
    case "hold":
      return random.between(20 * 60_000, 70 * 60_000);
    case "hours":
      return random.between(HOUR_MS, 8 * HOUR_MS);
    case "day":
      return random.between(8 * HOUR_MS, 26 * HOUR_MS);
  }
}

/** Mostly too short for anything to end in between. */
export function pause(random: Random): number {
  switch (random.weighted({ none: 3, moment: 3, seconds: 3, minute: 1.5 })) {
    case "none":
      return random.between(0, 15);
    case "moment":
      return random.between(50, 2_000);
    case "seconds":
      return random.between(2_000, 40_000);
    case "minute":
      return random.between(40_000, 200_000);
  }
}
