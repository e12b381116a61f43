import type { Refusal } from "../errors.ts";
import type { OperationName } from "../operations.ts";
import type { Simulator } from "../simulator.ts";

/** What an operation is given: a merchant's call that has passed the gateway. */
export interface ApiCall {
  readonly simulator: Simulator;
  /** The last path segment of /execute/{paymentID} and its like; empty where the path has none. */
  readonly id: string;
  /** The parsed body, null when there was none. */
  readonly body: unknown;
  readonly header: (name: string) => string | undefined;
  /** Where this simulator is reached, e.g. http://localhost:4010. */
  readonly origin: string;
  /** Resolves when a late completion may go on; at once in peaceful times. */
  readonly untilDue: () => Promise<void>;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: object;
}

/** One URL of the merchant API. `path` is relative to /v1.2.0-beta/checkout; its `:id` is the only parameter. */
export interface Operation {
  readonly name: OperationName;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly needsToken: boolean;
  readonly needsContentType: boolean;
  readonly answer: (call: ApiCall) => ApiAnswer | Promise<ApiAnswer>;
}

export const ok = (body: object | Refusal): ApiAnswer => ({ status: 200, body });

/** The body's fields; a body that is not a JSON object has none. */
export function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === "object" && body !== null && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : {};
}

/** Reads a text field. bKash's clients send null for "not given" (§4.6), and numbers where text is declared (§4.1). */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : "";
}
