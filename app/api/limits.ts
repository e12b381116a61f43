import "server-only";
import { countDoing, type Limited } from "@/lib/auth/count-doing";
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
