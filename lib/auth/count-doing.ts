import { env } from "@/lib/platform/env";
import { countTry, type RateLimitRule } from "@/lib/platform/rate-limit";
import { limitKey } from "./count-tries";
import { platformAddress } from "./platform-address";

/** What a script could do too much of: hold the stock of others, make bKash send its SMS, or guess a coupon's code. */
export type Limited = "order" | "payment" | "coupon";

/** Who does it: a session, which is a shopper or an order's access token, and where the request comes from. */
export interface Doer {
  session: string | undefined;
  headers: Headers;
}

const WINDOW_SECONDS = 60 * 60;

/**
 * Counts one try for its session and its address, for all processes together.
 *
 * @returns seconds to wait; 0 when it may go on.
 */
export async function countDoing(what: Limited, doer: Doer): Promise<number> {
  for (const rule of rules(what, doer)) {
    const { allowed, retryAfterSeconds } = await countTry(rule);
    if (!allowed) return retryAfterSeconds;
  }
  return 0;
}

/** The address first: one that is over its limit cannot fill the table with sessions. 0 is no limit. */
function* rules(what: Limited, { session, headers }: Doer): Generator<RateLimitRule> {
  const [perSession, perAddress] = limitsOf(what);
  // Who has neither a session nor an address that can be believed is one of many: together they are one.
  const address = platformAddress(Object.fromEntries(headers)) ?? (session ? null : "unknown");
  if (address && perAddress) yield rule(`${what} from`, address, perAddress);
  if (session && perSession) yield rule(`${what} by`, session, perSession);
}

/** How many within an hour, of one session and of one address. */
function limitsOf(what: Limited): readonly [number, number] {
  const settings = env();
  switch (what) {
    case "order":
      return [settings.ORDERS_PER_SESSION, settings.ORDERS_PER_ADDRESS];
    case "payment":
      return [settings.PAYMENTS_PER_SESSION, settings.PAYMENTS_PER_ADDRESS];
    case "coupon":
      return [20, 100];
  }
}

const rule = (kind: string, who: string, limit: number): RateLimitRule => ({
  key: limitKey(kind, who),
  limit,
  windowSeconds: WINDOW_SECONDS,
});
