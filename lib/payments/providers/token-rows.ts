import { db, type Transaction } from "@/lib/platform/db";
import { failpoint } from "@/lib/platform/failpoint";

/**
 * What the token store keeps in the database, and the budget of token calls. All times are the database's: processes'
 * clocks differ. All counting happens behind the lock of the wallet's row, so that two processes never count apart.
 */

/** bKash: at most two token calls an hour, failed ones included (developer.bka.sh, Token Management). */
const CALLS_PER_WINDOW = 2;
/** A minute more than bKash's hour: a call is counted up to SEND_WITHIN_MS before bKash hears of it. */
const WINDOW_MINUTES = 61;
/** Longer than one call may take (30 s), so that a lease outlives its call and a crash costs little more than a minute. */
const LEASE_SECONDS = 75;
/** A leased call that was not sent by then is not sent at all: others may take over, and bKash's hour begins when it hears. */
export const SEND_WITHIN_MS = 40_000;
/**
 * After a failed call the last one of the hour is not spent at once: a bKash that is away for some minutes would then cost
 * a whole hour.
 */
const SECOND_TRY_MINUTES = 5;
/** Refresh tokens live 28 days from the grant (developer.bka.sh, Token Management); one day is kept as a margin. */
const REFRESH_TOKEN_DAYS = 27;

export interface TokenRow {
  version: number;
  idTokenSealed: Uint8Array | null;
  refreshTokenSealed: Uint8Array | null;
  ageSeconds: number | null;
  /** Until the token's end; negative after it. */
  leftSeconds: number | null;
  refreshUsable: boolean;
  /** Until then no token call is made. Null when one may be. */
  pausedUntil: Date | null;
  pausedForSeconds: number;
  pausedReason: string | null;
  /** When the token ended, or the first call when there never was one. */
  withoutSince: Date | null;
}

export async function readToken(key: string): Promise<TokenRow | undefined> {
  const [row] = await db.$queryRaw<TokenRow[]>`
    SELECT version, "idTokenSealed", "refreshTokenSealed",
      extract(epoch FROM now() - "issuedAt")::float8 AS "ageSeconds",
      extract(epoch FROM "expiresAt" - now())::float8 AS "leftSeconds",
      COALESCE("refreshExpiresAt" > now(), false) AS "refreshUsable",
      CASE WHEN "pausedUntil" > now() THEN "pausedUntil" END AS "pausedUntil",
      GREATEST(0, COALESCE(extract(epoch FROM "pausedUntil" - now()), 0))::float8 AS "pausedForSeconds",
      "pausedReason",
      COALESCE("expiresAt", (SELECT min(at) FROM "WalletTokenCall" c WHERE c.key = t.key)) AS "withoutSince"
    FROM "WalletToken" t WHERE key = ${key}`;
  return row;
}

/** The right to make one token call, which is counted already. */
export interface Lease {
  callId: bigint;
  /** As the database wrote it, to find the same lease again. */
  until: string;
}

export type LeaseAnswer = Lease | "busy" | "paused";

/** Takes the lease and counts the call that it is for, if `version` is still the newest and the hour's budget allows. */
export async function takeLease(key: string, version: number, kind: string): Promise<LeaseAnswer> {
  await db.$executeRaw`INSERT INTO "WalletToken" (key) VALUES (${key}) ON CONFLICT (key) DO NOTHING`;
  return db.$transaction(async (tx) => {
    const [leased] = await tx.$queryRaw<{ until: string }[]>`
      UPDATE "WalletToken" SET "leaseUntil" = now() + ${LEASE_SECONDS} * interval '1 second'
      WHERE key = ${key} AND version = ${version} AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
        AND ("pausedUntil" IS NULL OR "pausedUntil" <= now())
      RETURNING "leaseUntil"::text AS until`;
    if (!leased) return (await isPaused(tx, key)) ? "paused" : "busy";
    return countCall(tx, key, kind, leased.until);
  });
}

/** After a refresh that brought nothing: the grant in its place is counted. "busy" when the lease was lost meanwhile. */
export function takeSecondCall(key: string, version: number, lease: Lease): Promise<LeaseAnswer> {
  return db.$transaction(async (tx) => {
    const [leased] = await tx.$queryRaw<{ until: string }[]>`
      UPDATE "WalletToken" SET "leaseUntil" = now() + ${LEASE_SECONDS} * interval '1 second'
      WHERE key = ${key} AND version = ${version} AND "leaseUntil" = ${lease.until}::timestamptz
      RETURNING "leaseUntil"::text AS until`;
    return leased ? countCall(tx, key, "grant", leased.until) : "busy";
  });
}

/** The caller holds the row's lock. A statement of its own sees what whoever held it before has counted. */
async function countCall(tx: Transaction, key: string, kind: string, until: string): Promise<LeaseAnswer> {
  const [call] = await tx.$queryRaw<{ id: bigint }[]>`
    INSERT INTO "WalletTokenCall" (key, kind) SELECT ${key}, ${kind}
    WHERE (SELECT count(*) FROM "WalletTokenCall"
           WHERE key = ${key} AND at > now() - ${WINDOW_MINUTES} * interval '1 minute') < ${CALLS_PER_WINDOW}
    RETURNING id`;
  failpoint("token:counting");
  if (call) return { callId: call.id, until };
  await tx.$executeRaw`
    UPDATE "WalletToken" SET "leaseUntil" = NULL,
      "pausedUntil" = (SELECT at FROM "WalletTokenCall" WHERE key = ${key} ORDER BY at DESC OFFSET ${CALLS_PER_WINDOW - 1} LIMIT 1)
        + ${WINDOW_MINUTES} * interval '1 minute',
      "pausedReason" = COALESCE("pausedReason", ${BUDGET_SPENT})
    WHERE key = ${key}`;
  return "paused";
}

const BUDGET_SPENT = "both token calls of this hour are spent";

async function isPaused(tx: Transaction, key: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isPaused: boolean }[]>`
    SELECT COALESCE("pausedUntil" > now(), false) AS "isPaused" FROM "WalletToken" WHERE key = ${key}`;
  return row?.isPaused ?? false;
}

/** What a call brought, sealed, and the end of the lease and of any pause: one statement. */
export async function storeToken(
  key: string,
  version: number,
  lease: Lease,
  { token, refresh, lifetimeSeconds, isGrant }: SealedToken,
): Promise<void> {
  // A refresh may repeat the old refresh token, whose 28 days go on counting from the grant.
  await db.$executeRaw`
    WITH called AS (UPDATE "WalletTokenCall" SET ok = true WHERE id = ${lease.callId})
    UPDATE "WalletToken" SET
      "idTokenSealed" = ${token},
      "refreshTokenSealed" = COALESCE(${refresh}, "refreshTokenSealed"),
      "issuedAt" = now(),
      "expiresAt" = now() + ${lifetimeSeconds} * interval '1 second',
      "refreshExpiresAt" = CASE WHEN ${isGrant} THEN now() + ${REFRESH_TOKEN_DAYS} * interval '1 day' ELSE "refreshExpiresAt" END,
      version = version + 1, "leaseUntil" = NULL, "pausedUntil" = NULL, "pausedReason" = NULL
    WHERE key = ${key} AND version = ${version}`;
}

export interface SealedToken {
  token: Uint8Array<ArrayBuffer>;
  /** Null when the wallet sent none: the old one stays. */
  refresh: Uint8Array<ArrayBuffer> | null;
  lifetimeSeconds: number;
  isGrant: boolean;
}

/**
 * Writes down that a call brought nothing, and why. A refresh token that brought nothing is forgotten in the same statement,
 * for it may be dead: whoever comes next, also after a crash, spends no second call on it. The lease stays with the caller.
 */
export async function noteFailure(lease: Lease, key: string, version: number, reason: string): Promise<void> {
  await db.$executeRaw`
    WITH called AS (UPDATE "WalletTokenCall" SET ok = false WHERE id = ${lease.callId} RETURNING kind)
    UPDATE "WalletToken" SET "pausedReason" = ${reason},
      "refreshTokenSealed" = CASE WHEN called.kind = 'refresh' THEN NULL ELSE "refreshTokenSealed" END
    FROM called WHERE key = ${key} AND version = ${version}`;
}

/** Gives the lease back after the last call that was to be made. No process makes another before the pause is over. */
export async function pauseCalls(key: string, lease: Lease): Promise<void> {
  await db.$executeRaw`
    UPDATE "WalletToken" SET "leaseUntil" = NULL, "pausedUntil" = GREATEST(now() + ${SECOND_TRY_MINUTES} * interval '1 minute',
      (SELECT at FROM "WalletTokenCall" WHERE key = ${key} ORDER BY at DESC OFFSET ${CALLS_PER_WINDOW - 1} LIMIT 1)
        + ${WINDOW_MINUTES} * interval '1 minute')
    WHERE key = ${key} AND "leaseUntil" = ${lease.until}::timestamptz`;
}
