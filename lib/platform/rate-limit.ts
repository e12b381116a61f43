import { db } from "./db";

export interface RateLimitRule {
  /** Names who or what is limited. Keep personal data out of it: hash it. */
  key: string;
  limit: number;
  windowSeconds: number;
}

export interface RateLimitAnswer {
  allowed: boolean;
  /** 0 when allowed. */
  retryAfterSeconds: number;
}

/** Rows whose window was over this long ago are swept out, now and then, by whoever opens a new one. */
const SWEEP_AFTER_DAYS = 2;
const SWEEP_ONE_IN = 100;

/**
 * Counts one try in a fixed window, for all processes together: the count and the verdict are one statement, so that any
 * number of tries at once lets exactly `limit` through. The clock is the database's.
 */
export async function countTry({ key, limit, windowSeconds }: RateLimitRule): Promise<RateLimitAnswer> {
  const [row] = await db.$queryRaw<{ count: number; secondsLeft: number }[]>`
    INSERT INTO "RateLimit" AS held (key, "windowStart", count) VALUES (${key}, now(), 1)
    ON CONFLICT (key) DO UPDATE SET
      "windowStart" = CASE WHEN held."windowStart" + ${windowSeconds} * interval '1 second' <= now() THEN now() ELSE held."windowStart" END,
      count = CASE WHEN held."windowStart" + ${windowSeconds} * interval '1 second' <= now() THEN 1
        ELSE LEAST(held.count, ${limit}) + 1 END
    RETURNING count, extract(epoch FROM "windowStart" + ${windowSeconds} * interval '1 second' - now())::float8 AS "secondsLeft"`;
  if (!row) throw new Error("INSERT returned no row");
  if (row.count === 1 && Math.random() < 1 / SWEEP_ONE_IN) await sweep();
  if (row.count <= limit) return { allowed: true, retryAfterSeconds: 0 };
  return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(row.secondsLeft)) };
}

/** Begins anew, after a success. */
export async function forgetTries(key: string): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key } });
}

async function sweep(): Promise<void> {
  await db.$executeRaw`
    DELETE FROM "RateLimit" WHERE "windowStart" < now() - ${SWEEP_AFTER_DAYS} * interval '1 day'`;
}
