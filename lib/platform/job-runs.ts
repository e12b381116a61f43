import { db } from "./db";

/** When the jobs ran, for the alarm that one of them is silent. */
export interface JobRunTime {
  name: string;
  /** Null when it has never succeeded. */
  secondsSinceSuccess: number | null;
}

/**
 * Runs a job and writes down when it began, when it last succeeded, and with what. What the job throws is thrown on.
 *
 * @param run resolves to counts and words: no secret and no personal data, because it is stored.
 */
export async function recordRun<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
  await db.$executeRaw`
    INSERT INTO "JobRun" (name, "lastStartedAt") VALUES (${name}, now())
    ON CONFLICT (name) DO UPDATE SET "lastStartedAt" = now()`;
  const result = await run();
  await db.$executeRaw`
    UPDATE "JobRun" SET "lastSucceededAt" = now(), "lastResult" = ${JSON.stringify(result ?? null)}::jsonb
    WHERE name = ${name}`;
  return result;
}

/** Every job that has ever run here. */
export const readJobRuns = (): Promise<JobRunTime[]> =>
  db.$queryRaw<JobRunTime[]>`
    SELECT name, extract(epoch FROM now() - "lastSucceededAt")::float8 AS "secondsSinceSuccess"
    FROM "JobRun" ORDER BY name`;
