import { Hono, type Context } from "hono";
import { GATEWAY } from "../errors.ts";
import type { Simulator } from "../simulator.ts";
import { ACCOUNT_OPERATIONS } from "./account-operations.ts";
import type { Operation } from "./api-call.ts";
import { deliver, type NodeEnv } from "./deliver.ts";
import { answerCall } from "./gateway.ts";
import { PAYMENT_OPERATIONS } from "./payment-operations.ts";
import { forProduct } from "./products.ts";
import { requestHeaders } from "./take-call.ts";
import { tokenOperations } from "./token-operations.ts";
import { asJson, headerList } from "./wire-answer.ts";

/** Everything below /v1.2.0-beta/checkout (§3, §4). */
export const IFRAME_OPERATIONS: readonly Operation[] = [
  ...tokenOperations("iframe"),
  ...PAYMENT_OPERATIONS,
  ...ACCOUNT_OPERATIONS,
].map((operation) => forProduct("iframe", operation));

/** The merchant API of Checkout (iFrame), to be mounted at /v1.2.0-beta (§1, §3, §4). */
export function merchantApi(simulator: Simulator, publicUrl: string | undefined): Hono<NodeEnv> {
  const api = new Hono<NodeEnv>();
  for (const operation of IFRAME_OPERATIONS) {
    api.on(operation.method, `/checkout${operation.path}`, (c) =>
      answerCall(simulator, operation, publicUrl, c),
    );
  }
  api.all("/*", (c) => noSuchPath(simulator, c));
  return api;
}

// AWS answers an unknown path by complaining about the Authorization header, if there is one (§2).
function noSuchPath(simulator: Simulator, c: Context<NodeEnv>): Response {
  const answer = asJson(c.req.header("authorization") ? GATEWAY.signatureExpected : GATEWAY.forbidden);
  const { status, text: body } = answer;
  const headers = headerList(answer);
  const noted = simulator.calls.arrive(simulator.clock.now(), "unknown", c.req.method, c.req.path, {
    headers: requestHeaders(c),
  });
  simulator.calls.answered(noted, { status, errorCode: undefined, durationMs: 0, headers, body });
  return deliver(answer, c);
}
