import type { Refusal } from "../errors.ts";
import type { PaymentIdStyle } from "../formats.ts";
import type { OperationName } from "../operations.ts";
import type { Simulator } from "../simulator.ts";

/** What an operation is given: a merchant's call that has passed the gateway. */
export interface ApiCall {
  readonly simulator: Simulator;
  /** What the call is about: the {paymentID} or {trxID} of its path, or its body's `idField`; else empty. */
  readonly id: string;
  /** The parsed body, null when there was none. */
  readonly body: unknown;
  readonly header: (name: string) => string | undefined;
  /** Where this simulator is reached, e.g. http://localhost:4010. */
  readonly origin: string;
  /** False when query must answer as if nothing had been executed yet. */
  readonly seesExecute: boolean;
  /** The shape of a new paymentID, where it is not the one of the settings. */
  readonly idStyle: PaymentIdStyle | undefined;
  /** Resolves when a late completion may go on; at once in peaceful times. */
  readonly untilDue: () => Promise<void>;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: object;
}

/** One URL of a product's API. `path` is relative to the product's base; its `:id` is the only parameter. */
export interface Operation {
  readonly name: OperationName;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly needsToken: boolean;
  readonly needsContentType: boolean;
  /** The body's field that names the payment or transaction, where the path does not. */
  readonly idField?: string;
  /** Puts an answer of bKash's own code into the words of the product; the words of the gateway stay. */
  readonly phrase?: (body: object) => object;
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
