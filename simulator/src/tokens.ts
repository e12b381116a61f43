import { createHmac, timingSafeEqual } from "node:crypto";
import type { Clock } from "./clock.ts";
import { randomText } from "./formats.ts";
import type { Settings } from "./settings.ts";

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly appKey: string;
  readonly appSecret: string;
}

/** What grant and refresh send back (§3.1). */
export interface TokenAnswer {
  readonly token_type: "Bearer";
  readonly id_token: string;
  readonly expires_in: number | string;
  readonly refresh_token: string;
}

/** Checkout (iFrame) and Checkout (URL): two hosts at bKash. */
export type Product = "iframe" | "url";

export type TokenVerdict = "good" | "expired" | "unknown";

interface Claims {
  readonly exp: number;
  readonly issuedAtMs: number;
}

const HOUR_MS = 3_600_000;
const VERIFIED_KEPT = 1_000;

/**
 * Tokens, their life and the cap on asking for them. A token proves itself by its signature, as bKash's do, so a
 * restarted simulator still knows the one that a shop has stored.
 */
export class Tokens {
  readonly #clock: Clock;
  readonly #settings: Settings;
  readonly #credentials: Credentials;
  readonly #verified = new Map<string, Claims>();
  // Counter → times of its calls within the hour, and until when it is blocked.
  readonly #asked = new Map<string, number[]>();
  readonly #blockedUntil = new Map<string, number>();
  #revokedBeforeMs = 0;
  #lastIssuedMs = 0;

  constructor(clock: Clock, settings: Settings, credentials: Credentials) {
    this.#clock = clock;
    this.#settings = settings;
    this.#credentials = credentials;
  }

  /** Forgets the cap. @param keepTokens when false, every token issued so far is refused from now on. */
  reset(keepTokens: boolean): void {
    this.#asked.clear();
    this.#blockedUntil.clear();
    if (!keepTokens) this.revokeAll();
  }

  /** Everything that a snapshot needs, as plain data. Tokens themselves are not in it: they prove themselves. */
  save() {
    return {
      asked: [...this.#asked],
      blockedUntil: [...this.#blockedUntil],
      revokedBeforeMs: this.#revokedBeforeMs,
    };
  }

  load({ asked, blockedUntil, revokedBeforeMs }: ReturnType<Tokens["save"]>): void {
    this.reset(true);
    for (const [counter, times] of asked) this.#asked.set(counter, [...times]);
    for (const [counter, until] of blockedUntil) this.#blockedUntil.set(counter, until);
    this.#revokedBeforeMs = revokedBeforeMs;
  }

  /** Every token issued so far is refused from now on. */
  revokeAll(): void {
    this.#verified.clear();
    this.#revokedBeforeMs = Math.max(Date.now(), this.#lastIssuedMs) + 1;
  }

  /**
   * Counts a token call. More than two in an hour is an error and blocks the merchant for an hour (§3.3).
   * @returns seconds until the block ends, or 0 when the call may go on.
   */
  countCall(kind: "grant" | "refresh", product: Product): number {
    const cap = this.#settings.tokenCallCap;
    if (cap === 0) return 0;
    const { tokenCallsCounted, tokenCapShared, tokenBlockSeconds } = this.#settings;
    const counter = `${tokenCapShared ? "any" : product} ${tokenCallsCounted === "together" ? "any" : kind}`;
    const now = this.#clock.now();
    const blockedUntil = this.#blockedUntil.get(counter) ?? 0;
    if (now < blockedUntil) return Math.ceil((blockedUntil - now) / 1000);
    const recent = (this.#asked.get(counter) ?? []).filter((at) => at > now - HOUR_MS);
    recent.push(now);
    this.#asked.set(counter, recent);
    if (recent.length <= cap) return 0;
    this.#blockedUntil.set(counter, now + tokenBlockSeconds * 1000);
    return tokenBlockSeconds;
  }

  areRight(username: string, password: string, appKey: unknown, appSecret: unknown): boolean {
    const own = this.#credentials;
    return (
      username === own.username &&
      password === own.password &&
      appKey === own.appKey &&
      appSecret === own.appSecret
    );
  }

  isOwnAppKey(appKey: string | undefined): boolean {
    return appKey === this.#credentials.appKey;
  }

  /** A new pair: id_token for an hour, refresh_token for 28 days (§3.3). */
  grant(): TokenAnswer {
    return this.#answer(this.#newRefreshToken(this.#clock.now()));
  }

  /**
   * A new id_token. The refresh_token stays the same unless the switch says otherwise; its 28 days count from the
   * first issue either way (§3.2).
   * @returns undefined when the refresh token is not ours or too old.
   */
  refresh(refreshToken: string): TokenAnswer | undefined {
    const [head, key, iv, payload, tag] = refreshToken.split(".");
    if (!head || !key || !iv || !payload || !tag) return undefined;
    if (!sameText(tag, this.#sign(`${key}.${iv}.${payload}`, 16))) return undefined;
    const claims = readClaims(payload);
    if (!claims || claims.issuedAtMs < this.#revokedBeforeMs) return undefined;
    if (this.#clock.now() >= claims.exp * 1000) return undefined;
    const firstIssue = claims.exp * 1000 - this.#settings.refreshTokenLifetimeSeconds * 1000;
    return this.#answer(
      this.#settings.refreshTokenRotates ? this.#newRefreshToken(firstIssue) : refreshToken,
    );
  }

  /** Judges the Authorization header of a payment call (§3.4). */
  judge(header: string | undefined): TokenVerdict {
    if (!header) return "unknown";
    const hasPrefix = header.startsWith("Bearer ");
    if (hasPrefix && this.#settings.tokenPrefix === "raw-only") return "unknown";
    const token = hasPrefix ? header.slice(7) : header;
    const claims = this.#verified.get(token) ?? this.#verify(token);
    if (!claims || claims.issuedAtMs < this.#revokedBeforeMs) return "unknown";
    return this.#clock.now() < claims.exp * 1000 ? "good" : "expired";
  }

  #answer(refreshToken: string): TokenAnswer {
    const life = this.#settings.tokenLifetimeSeconds;
    return {
      token_type: "Bearer",
      id_token: this.#newIdToken(life),
      expires_in: this.#settings.expiresInAs === "number" ? life : String(life),
      refresh_token: refreshToken,
    };
  }

  // Shaped and sized like the Cognito token that bKash hands out, about 1,000 characters: opaque to every client (§3.1).
  #newIdToken(lifeSeconds: number): string {
    const now = Math.floor(this.#clock.now() / 1000);
    const pool = "https://cognito-idp.ap-southeast-1.amazonaws.com/ap-southeast-1_simulator";
    const { username, appKey } = this.#credentials;
    const body = encode({
      sub: randomText(27),
      aud: appKey,
      event_id: randomText(27),
      token_use: "id",
      auth_time: now,
      iss: pool,
      "cognito:username": username,
      exp: now + lifeSeconds,
      iat: now,
      issuedAtMs: this.#stamp(),
    });
    const head = encode({ kid: "bkash-simulator-not-a-real-key", alg: "RS256" });
    return `${head}.${body}.${this.#sign(body, 256)}`;
  }

  #newRefreshToken(firstIssueMs: number): string {
    const exp = Math.floor(firstIssueMs / 1000) + this.#settings.refreshTokenLifetimeSeconds;
    const payload = encode({ exp, issuedAtMs: this.#stamp(), padding: randomText(420) });
    const sealed = `${randomText(256)}.${randomText(12)}.${payload}`;
    return `${encode({ cty: "JWT", enc: "A256GCM", alg: "RSA-OAEP" })}.${sealed}.${this.#sign(sealed, 16)}`;
  }

  // A token of the same millisecond as the last revocation is one issued after it.
  #stamp(): number {
    this.#lastIssuedMs = Math.max(Date.now(), this.#revokedBeforeMs);
    return this.#lastIssuedMs;
  }

  #verify(token: string): Claims | undefined {
    const [, body, signature] = token.split(".");
    if (!body || !signature || !sameText(signature, this.#sign(body, 256))) return undefined;
    const claims = readClaims(body);
    if (!claims) return undefined;
    if (this.#verified.size >= VERIFIED_KEPT) this.#verified.clear();
    this.#verified.set(token, claims);
    return claims;
  }

  // HMAC blocks in a row: it only has to be ours and as long as the real thing.
  #sign(text: string, bytes: number): string {
    const key = `bkash-simulator:${this.#credentials.appKey}:${this.#credentials.appSecret}`;
    const blocks: Buffer[] = [];
    for (let at = 0; at < bytes; at += 32)
      blocks.push(createHmac("sha256", key).update(`${at}:${text}`).digest());
    return Buffer.concat(blocks).subarray(0, bytes).toString("base64url");
  }
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

function readClaims(text: string): Claims | undefined {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString()) as Claims;
  } catch {
    return undefined;
  }
}

const sameText = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
