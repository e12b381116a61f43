import { db } from "@/lib/platform/db";
import { failpoint } from "@/lib/platform/failpoint";
import { logger } from "@/lib/platform/logger";
import { seal, unseal } from "@/lib/platform/sealed-box";
import { PaymentsPaused, type TokenRenewal } from "../payment-provider";
import type { GrantedToken, HeldToken, TokenCalls, WalletTokens } from "../wallet-tokens";

/** bKash's rules (developer.bka.sh, Token Management): renew between minute 50 and 55, at most two token calls an hour. */
export const RENEW_AT_AGE_SECONDS = 50 * 60;
const CALLS_PER_WINDOW = 2;
/** A minute more than bKash's hour, for clocks that differ and calls that were slow to arrive. */
const WINDOW_MINUTES = 61;
/** Refresh tokens live 28 days from the grant; one day is kept as a margin. */
const REFRESH_TOKEN_DAYS = 27;
/** Longer than one call may take (30 s), so that a lease outlives its call and a crash costs less than a minute. */
const LEASE_SECONDS = 75;
/** A token this close to its end is not used for a new call. */
const EXPIRY_MARGIN_SECONDS = 30;
const CACHE_MS = 30_000;
const HERD_WAIT_MS = 5_000;
const HERD_POLL_MS = 150;

interface Row {
  version: number;
  idTokenSealed: Uint8Array | null;
  refreshTokenSealed: Uint8Array | null;
  ageSeconds: number | null;
  leftSeconds: number | null;
  refreshUsable: boolean;
}

/**
 * A wallet's token, kept sealed in the database and shared by every process, so that a restart costs no token call.
 * One lease decides who renews; every call is written down before it is made, and none is made beyond the hourly budget.
 */
export class TokenStore implements WalletTokens {
  private cached: (HeldToken & { until: number }) | undefined;

  /** `key` names wallet, mode and credentials: other credentials never meet this token. */
  constructor(
    private readonly key: string,
    private readonly calls: TokenCalls,
  ) {}

  /**
   * A usable token. While there is one nobody waits: a token past minute 50 is renewed in the background.
   * Throws PaymentsPaused when there is none and none can be had.
   */
  async current(): Promise<HeldToken> {
    if (this.cached && this.cached.until > Date.now()) return this.cached;
    const row = await this.read();
    const held = row && this.usable(row);
    if (!held) return this.obtain(row?.version ?? 0);
    if ((row.ageSeconds ?? 0) >= RENEW_AT_AGE_SECONDS)
      void this.renew().catch((error) => logger.error({ error }, "token renewal"));
    return this.remember(held);
  }

  /** After a 401: the token that another process got meanwhile, or a renewed one. Throws PaymentsPaused. */
  async replace(rejected: number): Promise<HeldToken> {
    this.cached = undefined;
    const row = await this.read();
    const held = row && row.version > rejected ? this.usable(row) : undefined;
    return held ? this.remember(held) : this.obtain(rejected);
  }

  /** Renews when it is time to; the system calls this every minute. Does nothing before minute 50. */
  async renew(): Promise<TokenRenewal> {
    const row = await this.read();
    if (row && this.usable(row) && (row.ageSeconds ?? 0) < RENEW_AT_AGE_SECONDS) return "fresh";
    return this.renewFrom(row?.version ?? 0);
  }

  private remember(held: HeldToken): HeldToken {
    this.cached = { ...held, until: Date.now() + CACHE_MS };
    return held;
  }

  private usable(row: Row): HeldToken | undefined {
    if (!row.idTokenSealed || (row.leftSeconds ?? 0) <= EXPIRY_MARGIN_SECONDS) return undefined;
    const token = unseal(row.idTokenSealed, `${this.key}:token`);
    return token ? { token, version: row.version } : undefined;
  }

  /** Gets a token newer than `version`, by renewing or by waiting for whoever is at it. */
  private async obtain(version: number): Promise<HeldToken> {
    const giveUpAt = Date.now() + HERD_WAIT_MS;
    for (;;) {
      const result = await this.renewFrom(version);
      const row = await this.read();
      const held = row && row.version > version ? this.usable(row) : undefined;
      if (held) return this.remember(held);
      if (result !== "busy" || Date.now() > giveUpAt)
        throw new PaymentsPaused(`No usable token for ${this.key}: ${result}`);
      await new Promise((wake) => setTimeout(wake, HERD_POLL_MS));
    }
  }

  private async renewFrom(version: number): Promise<TokenRenewal> {
    await db.$executeRaw`INSERT INTO "WalletToken" (key) VALUES (${this.key}) ON CONFLICT (key) DO NOTHING`;
    const row = await this.read();
    if (row && row.version > version) return "renewed";
    const refreshToken =
      row?.refreshTokenSealed && row.refreshUsable
        ? unseal(row.refreshTokenSealed, `${this.key}:refresh`)
        : null;
    const kind = refreshToken ? "refresh" : "grant";
    const lease = await this.takeLease(version, kind);
    if (lease.kind !== "leased") return lease.kind;
    failpoint("token:leased");
    try {
      if (
        refreshToken &&
        (await this.call(lease.callId, version, () => this.calls.refresh(refreshToken), false))
      )
        return "renewed";
      if (refreshToken) {
        // It may be dead: the next call that the budget allows is then a grant, and not the same refresh again.
        await this.forgetRefreshToken(version);
        failpoint("token:refresh-refused");
        const second = await this.countCall("grant");
        if (second === null) return "out of budget";
        failpoint("token:counted-again");
        return (await this.call(second, version, () => this.calls.grant(), true)) ? "renewed" : "failed";
      }
      return (await this.call(lease.callId, version, () => this.calls.grant(), true)) ? "renewed" : "failed";
    } finally {
      await db.$executeRaw`
        UPDATE "WalletToken" SET "leaseUntil" = NULL WHERE key = ${this.key} AND "leaseUntil" = ${lease.until}::timestamptz`;
    }
  }

  private forgetRefreshToken(version: number): Promise<number> {
    return db.$executeRaw`
      UPDATE "WalletToken" SET "refreshTokenSealed" = NULL WHERE key = ${this.key} AND version = ${version}`;
  }

  /** The lease and the count of the call it is for, in one transaction behind the row's lock. */
  private takeLease(
    version: number,
    kind: string,
  ): Promise<{ kind: "leased"; callId: bigint; until: string } | { kind: "busy" | "out of budget" }> {
    return db.$transaction(async (tx) => {
      const [leased] = await tx.$queryRaw<{ until: string }[]>`
        UPDATE "WalletToken" SET "leaseUntil" = now() + ${LEASE_SECONDS} * interval '1 second'
        WHERE key = ${this.key} AND version = ${version} AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
        RETURNING "leaseUntil"::text AS until`;
      if (!leased) return { kind: "busy" };
      const [call] = await tx.$queryRaw<{ id: bigint }[]>`
        INSERT INTO "WalletTokenCall" (key, kind) SELECT ${this.key}, ${kind}
        WHERE (SELECT count(*) FROM "WalletTokenCall"
               WHERE key = ${this.key} AND at > now() - ${WINDOW_MINUTES} * interval '1 minute') < ${CALLS_PER_WINDOW}
        RETURNING id`;
      failpoint("token:counting");
      if (call) return { kind: "leased", callId: call.id, until: leased.until };
      await tx.$executeRaw`UPDATE "WalletToken" SET "leaseUntil" = NULL WHERE key = ${this.key}`;
      return { kind: "out of budget" };
    });
  }

  /** Counts one more call of the holder of the lease. Null when the budget is spent. */
  private async countCall(kind: string): Promise<bigint | null> {
    const [call] = await db.$queryRaw<{ id: bigint }[]>`
      INSERT INTO "WalletTokenCall" (key, kind) SELECT ${this.key}, ${kind}
      WHERE (SELECT count(*) FROM "WalletTokenCall"
             WHERE key = ${this.key} AND at > now() - ${WINDOW_MINUTES} * interval '1 minute') < ${CALLS_PER_WINDOW}
      RETURNING id`;
    return call?.id ?? null;
  }

  /** Makes one token call and stores what it brought. False when it brought nothing. */
  private async call(
    callId: bigint,
    version: number,
    ask: () => Promise<GrantedToken>,
    isGrant: boolean,
  ): Promise<boolean> {
    try {
      const granted = await ask();
      failpoint("token:answered");
      await this.store(granted, version, isGrant);
      failpoint("token:stored");
      await db.$executeRaw`UPDATE "WalletTokenCall" SET ok = true WHERE id = ${callId}`;
      return true;
    } catch (error) {
      logger.warn({ error, key: this.key, isGrant }, "a token call brought no token");
      await db.$executeRaw`UPDATE "WalletTokenCall" SET ok = false WHERE id = ${callId}`;
      return false;
    }
  }

  private async store(granted: GrantedToken, version: number, isGrant: boolean): Promise<void> {
    const token = seal(granted.token, `${this.key}:token`);
    const refresh = granted.refreshToken ? seal(granted.refreshToken, `${this.key}:refresh`) : null;
    // A refresh may repeat the old refresh token, whose 28 days go on counting from the grant.
    await db.$executeRaw`
      UPDATE "WalletToken" SET
        "idTokenSealed" = ${token},
        "refreshTokenSealed" = COALESCE(${refresh}, "refreshTokenSealed"),
        "issuedAt" = now(),
        "expiresAt" = now() + ${granted.lifetimeSeconds} * interval '1 second',
        "refreshExpiresAt" = CASE WHEN ${isGrant} THEN now() + ${REFRESH_TOKEN_DAYS} * interval '1 day' ELSE "refreshExpiresAt" END,
        version = ${version} + 1
      WHERE key = ${this.key} AND version = ${version}`;
  }

  private async read(): Promise<Row | undefined> {
    const [row] = await db.$queryRaw<Row[]>`
      SELECT version, "idTokenSealed", "refreshTokenSealed",
        extract(epoch FROM now() - "issuedAt")::float8 AS "ageSeconds",
        extract(epoch FROM "expiresAt" - now())::float8 AS "leftSeconds",
        COALESCE("refreshExpiresAt" > now(), false) AS "refreshUsable"
      FROM "WalletToken" WHERE key = ${this.key}`;
    return row;
  }
}
