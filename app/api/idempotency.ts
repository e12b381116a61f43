import "server-only";
import { createHash } from "node:crypto";
import type { Viewer } from "@/lib/orders/order-access";
import {
  claimRequest,
  forgetRequest,
  keepAnswer,
  type RequestName,
} from "@/lib/platform/idempotent-requests";
import { answer, parse, refuse } from "./respond";
import { idempotencyKeyHeader } from "./schemas";

const sha256 = (text: string) => createHash("sha256").update(text).digest();

/** The client's name for this request, checked; undefined when it gave none. */
export const idempotencyKeyOf = (request: Request): string | undefined =>
  parse(idempotencyKeyHeader, request.headers.get("idempotency-key") ?? undefined);

export interface Repeatable {
  /** What is done, the wallet included: `create bkash`. */
  route: string;
  viewer: Viewer;
  /** The body as it was understood. */
  body: unknown;
}

/**
 * Does what a request asks once for its Idempotency-Key. The same key with the same body gets the same answer for 72 hours,
 * with `Idempotent-Replayed: true`; with another body it gets 422. Without a key the request is simply done.
 *
 * `run` must bear being run again, at once or later, and must then give its success again: a success is not stored here (an
 * order's holds a secret, a payment's may have changed), and nobody is kept out who would have to wait after a crash.
 * Refusals are stored, but for those that may end by themselves: 5xx, and whatever says Retry-After. `admit` throws when
 * something new may not begin now; what was asked before is not counted again.
 */
export async function oncePerKey(
  request: Request,
  { route, viewer, body }: Repeatable,
  run: () => Promise<Response>,
  admit: () => Promise<void> = () => Promise.resolve(),
): Promise<Response> {
  const key = idempotencyKeyOf(request);
  if (key === undefined) {
    await admit();
    return run();
  }
  const name: RequestName = { scope: `${route} ${nameOf(viewer)}`, key };
  const claim = await claimRequest(name, Uint8Array.from(sha256(JSON.stringify(body))));
  if (!claim.isSame) return refuse(request, "IDEMPOTENCY_KEY_REUSED");
  if (claim.answer) return replayed(answer(claim.answer.body, claim.answer.status));
  if (claim.isFirst)
    await admit().catch(async (error: unknown) => {
      await forgetRequest(name);
      throw error;
    });
  const response = await run();
  if (response.ok) return claim.isFirst ? response : replayed(response);
  // Nothing was found, so nothing was done: whoever tries names does not fill the table.
  if (response.status === 404) await forgetRequest(name);
  else if (response.status < 500 && !response.headers.has("retry-after"))
    await keepAnswer(name, { status: response.status, body: await response.clone().json() });
  return response;
}

/** Credentials never lie in a table as they are. */
const nameOf = ({ accessToken, shopperId }: Viewer): string =>
  accessToken ? `token ${sha256(accessToken).toString("base64url")}` : (shopperId ?? "anybody");

function replayed(response: Response): Response {
  response.headers.set("idempotent-replayed", "true");
  return response;
}
