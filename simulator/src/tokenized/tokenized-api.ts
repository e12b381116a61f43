import { Hono } from "hono";
import { answerCall, type NodeEnv } from "../api/gateway.ts";
import type { Simulator } from "../simulator.ts";
import { URL_OPERATIONS } from "./operations.ts";
import { REFUND_V2_OPERATIONS } from "./refund-operations.ts";

const BASES = [
  ["/v1.2.0-beta/tokenized/checkout", URL_OPERATIONS],
  ["/v2/tokenized-checkout/refund/payment", REFUND_V2_OPERATIONS],
] as const;

/** The merchant API of Checkout (URL), to be mounted at the root (§11). */
export function tokenizedApi(simulator: Simulator, publicUrl: string | undefined): Hono<NodeEnv> {
  const api = new Hono<NodeEnv>();
  for (const [base, operations] of BASES) {
    for (const operation of operations) {
      api.on(operation.method, `${base}${operation.path}`, (c) =>
        answerCall(simulator, operation, publicUrl, c),
      );
    }
  }
  return api;
}
