import { createHmac } from "node:crypto";
import { env } from "@/lib/platform/env";
import { countTry, type RateLimitRule } from "@/lib/platform/rate-limit";
import { platformAddress } from "./platform-address";

/** How often something may be tried by, from, or about somebody. */
export interface Limit {
  /** By what they are told apart: `address`, `order`, `phone` … */
  of: string;
  who: string;
  limit: number;
  windowSeconds: number;
}

/** Without an address that can be believed all visitors are one: together they may try so many times more. */
const ALL_TOGETHER = 10;

/** The limit of one network address, when whoever stands before the shop vouches for it. */
export function perAddress(headers: Headers, limit: number, windowSeconds: number): Limit {
  const address = platformAddress(Object.fromEntries(headers));
  return address
    ? { of: "address", who: address, limit, windowSeconds }
    : { of: "address", who: "unknown", limit: limit * ALL_TOGETHER, windowSeconds };
}

/**
 * Counts one try against each of these limits, in their order, for all processes together. The address belongs first: one
 * that is over its limit cannot fill the table with others.
 *
 * @returns seconds to wait; 0 when it may go on.
 */
export async function countTries(what: string, limits: readonly Limit[]): Promise<number> {
  for (const { of, who, ...limit } of limits) {
    const { allowed, retryAfterSeconds } = await countTry({ ...limit, key: limitKey(`${what} ${of}`, who) });
    if (!allowed) return retryAfterSeconds;
  }
  return 0;
}

/** Neither an address nor a person lies in the table as it is; few addresses are enough to try them all, so a key is needed. */
export const limitKey = (kind: string, who: string): RateLimitRule["key"] =>
  `${kind}:${createHmac("sha256", env().NEXTAUTH_SECRET).update(`${kind}:${who}`).digest("base64url")}`;
