import { PgBoss } from "pg-boss";
import { env } from "./env";
import { logger } from "./logger";
import { withReference } from "./reference";
import { openQueue } from "./send-job";

/** Work that repeats by itself. Its name is its queue's. */
export interface RepeatedJob {
  name: string;
  /** Must bear being run twice at once, late, or again. */
  run: () => Promise<unknown>;
  /** Every minute unless said otherwise; five fields, UTC. */
  cron?: string;
}

/** Work that somebody asks for, for one thing and at one time. */
export interface SentJob {
  name: string;
  /** Must bear being run twice at once, late, or again. `key` is what `sendJob` (./send-job) was given. */
  run: (key: string) => Promise<unknown>;
}

const EVERY_MINUTE = "* * * * *";
/** Longer than a question to a wallet may take (30 s) and its settlement. */
const EXPIRE_SECONDS = 120;
/** A process that runs a job says so twice in this time; one that does not is known to be dead SUPERVISE_SECONDS later. */
const HEARTBEAT_SECONDS = 20;
const SUPERVISE_SECONDS = 15;
const QUEUE = { retryLimit: 0, expireInSeconds: EXPIRE_SECONDS, heartbeatSeconds: HEARTBEAT_SECONDS };

/**
 * Runs jobs on pg-boss, in the shop's own PostgreSQL: of all processes together one runs each. Repeated ones also once at
 * the start, so that what a crash left behind is taken up at once.
 *
 * @returns stops it, after the running jobs have ended.
 */
export async function startJobs(
  repeated: readonly RepeatedJob[],
  sent: readonly SentJob[] = [],
): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    max: 2,
    schema: "pgboss",
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  });
  boss.on("error", (error) => logger.error({ error }, "pg-boss"));
  await boss.start();
  // "short": of one key one job waits at most, so that a thing that is sent often is done once. One that is running keeps no
  // other back: a process that was killed in the middle would stop its queue until it is known to be dead.
  for (const { name, run } of sent) {
    await boss.createQueue(name, { policy: "short", ...QUEUE });
    await boss.updateQueue(name, QUEUE); // one that an earlier version has made
    await boss.work<{ key: string }>(name, { pollingIntervalSeconds: 1, batchSize: 10 }, async (jobs) => {
      await Promise.allSettled(jobs.map(({ data }) => runLogged(name, () => run(data.key))));
    });
  }
  for (const { name, run, cron = EVERY_MINUTE } of repeated) {
    await boss.createQueue(name, { policy: "short", ...QUEUE });
    await boss.updateQueue(name, QUEUE);
    await boss.work(name, { pollingIntervalSeconds: 5 }, () => runLogged(name, run));
    await boss.schedule(name, cron);
    await boss.send(name);
  }
  openQueue(boss);
  return async () => {
    openQueue(undefined);
    await boss.stop({ graceful: true, timeout: 20_000 });
  };
}

const runLogged = (job: string, run: () => Promise<unknown>): Promise<void> =>
  withReference({ job }, async () => {
    const startedAt = Date.now();
    try {
      logger.debug({ result: await run(), ms: Date.now() - startedAt }, "job done");
    } catch (error) {
      logger.error({ error, ms: Date.now() - startedAt }, "a job failed");
      throw error;
    }
  });
