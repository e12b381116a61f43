import type { Hono } from "hono";
import type { NodeEnv } from "../api/gateway.ts";
import { CHECKOUT_DOCUMENT } from "../openapi/checkout.ts";
import { CONTROL_DOCUMENT } from "../openapi/control.ts";
import type { Schema } from "../openapi/schema.ts";
import { TOKENIZED_DOCUMENT } from "../openapi/tokenized.ts";

const DOCUMENTS: Readonly<Record<string, Schema>> = {
  checkout: CHECKOUT_DOCUMENT,
  tokenized: TOKENIZED_DOCUMENT,
  control: CONTROL_DOCUMENT,
};

/** The documents of all APIs, for code generators and for people. */
export function addOpenApi(control: Hono<NodeEnv>): void {
  for (const [name, document] of Object.entries(DOCUMENTS)) {
    control.get(`/openapi/${name}.json`, (c) => c.json(document));
  }
}
