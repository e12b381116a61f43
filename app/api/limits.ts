import "server-only";
import { countDoing, type Limited } from "@/lib/auth/count-doing";
import { platformAddress } from "@/lib/auth/platform-address";
import type { Viewer } from "@/lib/orders/order-access";
import { env } from "@/lib/platform/env";
import { SteadyRate } from "@/lib/platform/steady-rate";
import { RequestRefused } from "./respond";

/** A shopper, or the order whose access token was sent. */
const sessionOf = ({ accessToken, shopperId }: Viewer): string | undefined => accessToken ?? shopperId;

/** Counts an order or a payment that begins now. Throws the refusal when there were too many within an hour. */
export async function admit(what: Limited, request: Request, viewer: Viewer): Promise<void> {
  const retryAfterSeconds = await countDoing(what, {
    session: sessionOf(viewer),
    headers: request.headers,
  });
  if (retryAfterSeconds > 0) throw new RequestRefused("TOO_MANY_REQUESTS", { retryAfterSeconds });
}

/** A page that is opened in several tabs, and reloaded, is no attack. */
const QUESTIONS_AT_ONCE = 30;
let questions: SteadyRate | undefined;

/** Counts a question about an order, in memory: it costs the database nothing. Throws the refusal. */
export function admitQuestion(viewer: Viewer): void {
  questions ??= new SteadyRate(env().QUESTIONS_PER_SECOND, QUESTIONS_AT_ONCE);
  const session = sessionOf(viewer);
  const retryAfterSeconds = session ? questions.secondsToWait(session) : 0;
  if (retryAfterSeconds > 0) throw new RequestRefused("TOO_MANY_REQUESTS", { retryAfterSeconds });
}

/** Faster than anybody types, with a pause after each word. */
const searches = new SteadyRate(4, 30);
/** Where no address can be believed, all who search are one: more than a busy shop has, less than its database bears. */
const searchesOfUnknown = new SteadyRate(50, 200);

/** Counts a question of a search box, in memory. Throws the refusal. */
export function admitSearch(request: Request): void {
  const address = platformAddress(Object.fromEntries(request.headers));
  const retryAfterSeconds = address
    ? searches.secondsToWait(address)
    : searchesOfUnknown.secondsToWait("unknown");
  if (retryAfterSeconds > 0) throw new RequestRefused("TOO_MANY_REQUESTS", { retryAfterSeconds });
}
