import { OPERATION_NAMES, type OperationName } from "./operations.ts";

/** What a saboteur does to a call. `committed` says whether bKash has done the work behind the odd answer. */
const KINDS = {
  "answer-lost": { committed: true, about: "the work is done, then silence" },
  "never-arrived": { committed: false, about: "nothing is done, and the same silence" },
  slow: {
    committed: true,
    about: "the work is done at once, the answer comes after delayMs (default 5,000)",
  },
  "late-completion": {
    committed: true,
    about: "work and answer come after delayMs (default 31,000), even when the client has hung up",
  },
  unauthorized: { committed: false, about: '401 {"message":"Unauthorized"}' },
  "token-expired": { committed: false, about: '401 {"message":"The incoming token has expired"}' },
  "system-error-9999": {
    committed: false,
    about: 'HTTP 200 {"statusCode":"9999","statusMessage":"System Error."}',
  },
  html: { committed: false, about: "an HTML page with HTTP 200" },
  empty: { committed: false, about: "HTTP 200 and no body" },
  truncated: { committed: true, about: "the first half of the real answer" },
  huge: { committed: true, about: "the real answer followed by 3 MB of spaces and an unwanted field" },
  drip: { committed: true, about: "the real answer, one byte a second" },
  "wrong-amount": { committed: true, about: "the answer names one taka more than was paid" },
  "wrong-currency": { committed: true, about: "the answer names USD" },
  "wrong-invoice": { committed: true, about: "the answer names another merchantInvoiceNumber" },
  "wrong-payment-id": { committed: true, about: "the answer names another paymentID" },
  "still-initiated": { committed: false, about: "query answers as if execute had never happened" },
} as const;

export type NamedFault = keyof typeof KINDS;
/** A named fault, `status-502` for that HTTP status, or `error-2029` for that business error. */
export type FaultKind = NamedFault | `status-${number}` | `error-${string}`;

export interface Fault {
  readonly id: string;
  readonly operation: OperationName | "*";
  readonly fault: FaultKind;
  readonly paymentID: string | undefined;
  readonly merchantInvoiceNumber: string | undefined;
  readonly delayMs: number;
  readonly committed: boolean;
  readonly how: "hang" | "reset";
  /** Calls that are let through first: "the n-th call" is skip n-1. */
  skip: number;
  /** Calls it will still hit; Infinity for "always". */
  left: number;
  hits: number;
}

export interface FaultTarget {
  readonly operation: OperationName;
  readonly paymentID: string | undefined;
  readonly merchantInvoiceNumber: string | undefined;
}

const DEFAULT_DELAY_MS: Partial<Record<FaultKind, number>> = { slow: 5_000, "late-completion": 31_000 };
const FIELDS = [
  "operation",
  "fault",
  "times",
  "skip",
  "paymentID",
  "merchantInvoiceNumber",
  "delayMs",
  "committed",
  "how",
];

/** The saboteurs that wait for their call. Taking one is synchronous: concurrent calls never share a hit. */
export class Faults {
  #waiting: Fault[] = [];
  #next = 1;

  /** @returns the fault, or one sentence that says what is wrong with the request. */
  add(wish: Record<string, unknown>): Fault | string {
    const fault = readFault(wish, `fault-${this.#next}`);
    if (typeof fault === "string") return fault;
    this.#next += 1;
    this.#waiting.push(fault);
    return fault;
  }

  list(): readonly Fault[] {
    return this.#waiting;
  }

  /** @returns how many were removed. */
  remove(id?: string): number {
    const before = this.#waiting.length;
    this.#waiting = id === undefined ? [] : this.#waiting.filter((fault) => fault.id !== id);
    return before - this.#waiting.length;
  }

  /** The first fault, in order of arrival, that wants this call. Uses up one of its times. */
  take(target: FaultTarget): Fault | undefined {
    if (this.#waiting.length === 0) return undefined;
    const fault = this.#waiting.find((candidate) => wants(candidate, target));
    if (!fault) return undefined;
    fault.left -= 1;
    fault.hits += 1;
    if (fault.left <= 0) this.#waiting = this.#waiting.filter((other) => other !== fault);
    return fault;
  }
}

/** The kinds as data, for the control API. */
export const describeFaults = () => [
  ...Object.entries(KINDS).map(([fault, { committed, about }]) => ({ fault, committed, about })),
  { fault: "status-NNN", committed: false, about: "HTTP 400 to 599 with a gateway body" },
  { fault: "error-NNNN", committed: false, about: "HTTP 200 with this errorCode and its published text" },
];

function wants(fault: Fault, target: FaultTarget): boolean {
  if (fault.operation !== "*" && fault.operation !== target.operation) return false;
  if (fault.paymentID !== undefined && fault.paymentID !== target.paymentID) return false;
  const invoice = fault.merchantInvoiceNumber;
  if (invoice !== undefined && invoice !== target.merchantInvoiceNumber) return false;
  if (fault.skip === 0) return true;
  fault.skip -= 1;
  return false;
}

const isKind = (kind: unknown): kind is FaultKind =>
  typeof kind === "string" && (Object.hasOwn(KINDS, kind) || /^status-[45]\d\d$|^error-\d{3,4}$/.test(kind));

const isCount = (value: unknown, least: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= least;

function readFault(wish: Record<string, unknown>, id: string): Fault | string {
  const { operation, fault, times = 1, skip = 0, how = "hang", paymentID, merchantInvoiceNumber } = wish;
  const unknown = Object.keys(wish).find((name) => !FIELDS.includes(name));
  if (unknown) return `There is no field "${unknown}". The fields are: ${FIELDS.join(", ")}.`;
  const isOperation = operation === "*" || OPERATION_NAMES.includes(operation as OperationName);
  if (!isOperation) return `"operation" must be "*" or one of: ${OPERATION_NAMES.join(", ")}.`;
  if (!isKind(fault)) {
    return `"fault" must be "status-NNN" (400 to 599), "error-NNNN", or one of: ${Object.keys(KINDS).join(", ")}.`;
  }
  const delayMs = wish["delayMs"] ?? DEFAULT_DELAY_MS[fault] ?? 0;
  const committed =
    wish["committed"] ?? (Object.hasOwn(KINDS, fault) && KINDS[fault as NamedFault].committed);
  if (times !== "always" && !isCount(times, 1))
    return `"times" must be a whole number of at least 1, or "always".`;
  if (!isCount(skip, 0)) return `"skip" must be a whole number: how many calls to let through first.`;
  if (!isCount(delayMs, 0)) return `"delayMs" must be a whole number of milliseconds.`;
  if (typeof committed !== "boolean")
    return `"committed" must be true or false: is the work done behind the answer?`;
  if (how !== "hang" && how !== "reset") return `"how" must be "hang" or "reset".`;
  if (paymentID !== undefined && typeof paymentID !== "string") return `"paymentID" must be text.`;
  if (merchantInvoiceNumber !== undefined && typeof merchantInvoiceNumber !== "string") {
    return `"merchantInvoiceNumber" must be text.`;
  }
  return {
    id,
    operation: operation as Fault["operation"],
    fault,
    paymentID,
    merchantInvoiceNumber,
    delayMs,
    committed,
    how,
    skip,
    left: times === "always" ? Infinity : times,
    hits: 0,
  };
}
