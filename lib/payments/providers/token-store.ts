import { failpoint } from "@/lib/platform/failpoint";
import { logger } from "@/lib/platform/logger";
import { seal, unseal } from "@/lib/platform/sealed-box";
import { PaymentsPaused, type TokenRenewal } from "../payment-provider";
import type { GrantedToken, HeldToken, TokenCalls, TokenPause, WalletTokens } from "../wallet-tokens";
import {
  noteFailure,
  pauseCalls,
  readToken,
  SEND_WITHIN_MS,
  storeToken,
  takeLease,
  takeSecondCall,
  type Lease,
  type TokenRow,
} from "./token-rows";

/** bKash: renew between minute 50 and 55 (developer.bka.sh, Token Management). */
export const RENEW_AT_AGE_SECONDS = 50 * 60;
/** A token this close to its end is not used for a new call, which may take as long. */
const EXPIRY_MARGIN_SECONDS = 30;
const CACHE_MS = 30_000;
const HERD_WAIT_MS = 5_000;
const HERD_POLL_MS = 150;
/** What bKash gave must not be lost to a hiccup of the database: the next one may be an hour away. */
const STORE_RETRY_MS = [0, 500, 1500];

/** Time as a process counts it: for waiting and for its cache, never for what processes share. */
export interface Pace {
  /** Counts on evenly, whatever happens to the clock on the wall. */
  nowMs(): number;
  wait(ms: number): Promise<void>;
}

const realPace: Pace = {
  nowMs: () => performance.now(),
  wait: (ms) => new Promise((wake) => setTimeout(wake, ms)),
};

/**
 * A wallet's token, kept sealed in the database and shared by every process, so that a restart costs no token call.
 * One lease decides who renews; every call is counted before it is made, and none is made beyond the hourly budget.
 */
export class TokenStore implements WalletTokens {
  private cached: { held: HeldToken; untilMs: number } | undefined;
  private obtaining: { version: number; held: Promise<HeldToken> } | undefined;

  /** `key` names wallet, mode and credentials: other credentials never meet this token. */
  constructor(
    private readonly key: string,
    private readonly calls: TokenCalls,
    private readonly pace: Pace = realPace,
  ) {}

  /**
   * A usable token. While there is one nobody waits, and renewing it is the system's business, not a shopper's.
   * Throws PaymentsPaused when there is none and none can be had.
   */
  async current(): Promise<HeldToken> {
    if (this.cached && this.cached.untilMs > this.pace.nowMs()) return this.cached.held;
    const row = await readToken(this.key);
    return (row && this.take(row)) ?? this.obtain(row?.version ?? 0);
  }

  /** After a 401: the token that another process got meanwhile, or a renewed one. Throws PaymentsPaused. */
  async replace(rejected: number): Promise<HeldToken> {
    this.cached = undefined;
    const row = await readToken(this.key);
    return (row && row.version > rejected && this.take(row)) || this.obtain(rejected);
  }

  /** Renews when it is time to; the system calls this every minute. Does nothing before minute 50. */
  async renew(): Promise<TokenRenewal> {
    const row = await readToken(this.key);
    if (row && this.usable(row) && (row.ageSeconds ?? 0) < RENEW_AT_AGE_SECONDS) return "fresh";
    return this.renewFrom(row?.version ?? 0);
  }

  async pause(): Promise<TokenPause | null> {
    const row = await readToken(this.key);
    if (!row?.pausedUntil || this.usable(row)) return null;
    return {
      until: row.pausedUntil,
      since: row.withoutSince ?? row.pausedUntil,
      reason: row.pausedReason ?? "",
    };
  }

  /** The row's token if it is good, kept for a moment so that not every call reads it. */
  private take(row: TokenRow): HeldToken | undefined {
    const held = this.usable(row);
    if (!held) return undefined;
    const usableMs = ((row.leftSeconds ?? 0) - EXPIRY_MARGIN_SECONDS) * 1000;
    this.cached = { held, untilMs: this.pace.nowMs() + Math.min(CACHE_MS, usableMs) };
    return held;
  }

  private usable(row: TokenRow): HeldToken | undefined {
    if (!row.idTokenSealed || (row.leftSeconds ?? 0) <= EXPIRY_MARGIN_SECONDS) return undefined;
    const token = unseal(row.idTokenSealed, `${this.key}:token`);
    return token ? { token, version: row.version } : undefined;
  }

  /** Gets a token newer than `version`: once for all who want it in this process. */
  private obtain(version: number): Promise<HeldToken> {
    if (this.obtaining?.version === version) return this.obtaining.held;
    const held = this.obtainNewer(version).finally(() => {
      if (this.obtaining?.held === held) this.obtaining = undefined;
    });
    this.obtaining = { version, held };
    return held;
  }

  /** By renewing, or by waiting for whoever is at it. */
  private async obtainNewer(version: number): Promise<HeldToken> {
    const giveUpAtMs = this.pace.nowMs() + HERD_WAIT_MS;
    for (;;) {
      const result = await this.renewFrom(version);
      const row = await readToken(this.key);
      const held = row && row.version > version ? this.take(row) : undefined;
      if (held) return held;
      if (result !== "busy" || this.pace.nowMs() > giveUpAtMs)
        throw new PaymentsPaused(
          `No usable token for ${this.key}: ${result}`,
          Math.ceil(row?.pausedForSeconds ?? 0),
        );
      await this.pace.wait(HERD_POLL_MS);
    }
  }

  /** One refresh or grant, and one grant after a refresh that failed: as far as lease and budget allow. */
  private async renewFrom(version: number): Promise<TokenRenewal> {
    const row = await readToken(this.key);
    if (row && row.version > version) return "renewed";
    if (row?.pausedUntil) return "paused";
    const refreshToken =
      row?.refreshTokenSealed && row.refreshUsable
        ? unseal(row.refreshTokenSealed, `${this.key}:refresh`)
        : null;
    const leasedAtMs = this.pace.nowMs();
    const lease = await takeLease(this.key, version, refreshToken ? "refresh" : "grant");
    if (typeof lease === "string") return lease;
    failpoint("token:leased");
    if (!refreshToken)
      return this.call(lease, leasedAtMs, version, () => this.calls.grant(), true, pauseCalls);
    const first = await this.call(lease, leasedAtMs, version, () => this.calls.refresh(refreshToken), false);
    if (first !== "failed") return first;
    failpoint("token:refresh-refused");
    const againAtMs = this.pace.nowMs();
    const second = await takeSecondCall(this.key, version, lease);
    if (typeof second === "string") return second;
    failpoint("token:counted-again");
    return this.call(second, againAtMs, version, () => this.calls.grant(), true, pauseCalls);
  }

  /** Makes the call that the lease is for, and stores what it brought. */
  private async call(
    lease: Lease,
    leasedAtMs: number,
    version: number,
    ask: () => Promise<GrantedToken>,
    isGrant: boolean,
    giveUp?: typeof pauseCalls,
  ): Promise<"renewed" | "failed"> {
    let granted: GrantedToken;
    try {
      if (this.pace.nowMs() - leasedAtMs > SEND_WITHIN_MS)
        throw new Error("this process stood still for too long to make its token call");
      granted = await ask();
    } catch (error) {
      logger.warn({ error, key: this.key, isGrant }, "a token call brought no token");
      await noteFailure(lease, this.key, version, reasonOf(error));
      await giveUp?.(this.key, lease);
      return "failed";
    }
    failpoint("token:answered");
    await this.store(lease, version, granted, isGrant);
    failpoint("token:stored");
    return "renewed";
  }

  private async store(lease: Lease, version: number, granted: GrantedToken, isGrant: boolean): Promise<void> {
    const sealed = {
      token: seal(granted.token, `${this.key}:token`),
      refresh: granted.refreshToken ? seal(granted.refreshToken, `${this.key}:refresh`) : null,
      lifetimeSeconds: granted.lifetimeSeconds,
      isGrant,
    };
    for (const [tries, waitMs] of STORE_RETRY_MS.entries()) {
      await this.pace.wait(waitMs);
      try {
        return await storeToken(this.key, version, lease, sealed);
      } catch (error) {
        if (tries === STORE_RETRY_MS.length - 1) throw error;
        logger.error({ error, key: this.key, tries }, "a token could not be stored");
      }
    }
  }
}

const LONGEST_REASON = 200;

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_REASON);
