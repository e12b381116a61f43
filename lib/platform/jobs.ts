import { PgBoss } from "pg-boss";
import { env } from "./env";
import { logger } from "./logger";

/** Work that repeats by itself. Its name is its queue's. */
export interface RepeatedJob {
  name: string;
  /** Must bear being run twice at once, late, or again. */
  run: () => Promise<unknown>;
}

const EVERY_MINUTE = "* * * * *";

/**
 * Runs jobs every minute on pg-boss, in the shop's own PostgreSQL: of all processes together one runs each. Also once at
 * the start, so that what a crash left behind is taken up at once.
 *
 * @returns stops it, after the running jobs have ended.
 */
export async function startJobs(jobs: readonly RepeatedJob[]): Promise<() => Promise<void>> {
  const boss = new PgBoss({ connectionString: env().DATABASE_URL, max: 2, schema: "pgboss" });
  boss.on("error", (error) => logger.error({ error }, "pg-boss"));
  await boss.start();
  for (const { name, run } of jobs) {
    await boss.createQueue(name, { policy: "stately", retryLimit: 0, expireInSeconds: 120 });
    await boss.work(name, { pollingIntervalSeconds: 5 }, async () => {
      const result = await run();
      logger.debug({ job: name, result }, "job done");
    });
    await boss.schedule(name, EVERY_MINUTE);
    await boss.send(name);
  }
  return () => boss.stop({ graceful: true, timeout: 20_000 });
}
