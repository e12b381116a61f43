import { randomInt } from "node:crypto";
import { DEFAULT_DELAY_MS, FAULT_NAMES, isCommitted, isFaultKind } from "./fault-kinds.ts";
import type { Fault } from "./faults.ts";
import { BROWSER_OPERATION_NAMES, OPERATION_NAMES } from "./operations.ts";

const FIELDS = [
  "operation",
  "fault",
  "times",
  "skip",
  "every",
  "probability",
  "seed",
  "forSeconds",
  "paymentID",
  "merchantInvoiceNumber",
  "delayMs",
  "realTime",
  "committed",
  "how",
];
// Timers overflow above 2^31-1 ms.
const LONGEST_DELAY_MS = 2_000_000_000;
/** How many seeds there are. */
export const SEEDS = 2 ** 32;
const OPERATIONS: readonly string[] = ["*", ...OPERATION_NAMES, ...BROWSER_OPERATION_NAMES];

const isWhole = (value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): value is number =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;

const isText = (value: unknown): value is string | undefined =>
  value === undefined || typeof value === "string";

/**
 * Reads the description of a fault.
 * @param now epoch milliseconds on the simulator's clock: forSeconds counts from here.
 * @returns the fault, or one sentence that says what to send instead.
 */
export function readFault(wish: Record<string, unknown>, id: string, now: number): Fault | string {
  const { operation, fault, skip = 0, every = 1, probability = 1, how = "hang", realTime = false } = wish;
  const { seed = randomInt(SEEDS), forSeconds, paymentID, merchantInvoiceNumber } = wish;
  const stranger = Object.keys(wish).find((name) => !FIELDS.includes(name));
  if (stranger) return `There is no field "${stranger}". The fields are: ${FIELDS.join(", ")}.`;
  if (typeof operation !== "string" || !OPERATIONS.includes(operation)) {
    return `"operation" must be one of: ${OPERATIONS.join(", ")}.`;
  }
  if (!isFaultKind(fault)) {
    return `"fault" must be "status-NNN" (400 to 599), "error-NNNN", or one of: ${FAULT_NAMES.join(", ")}.`;
  }
  const delayMs = wish["delayMs"] ?? DEFAULT_DELAY_MS[fault] ?? 0;
  const committed = wish["committed"] ?? isCommitted(fault);
  // What lasts for a while, comes now and then or by chance is not used up by its first hit.
  const isLasting = forSeconds !== undefined || every !== 1 || probability !== 1;
  const times = wish["times"] ?? (isLasting ? "always" : 1);
  if (times !== "always" && !isWhole(times, 1))
    return `"times" must be a whole number of at least 1, or "always".`;
  if (!isWhole(skip, 0)) return `"skip" must be a whole number: how many calls to let through first.`;
  if (!isWhole(every, 1)) return `"every" must be a whole number of at least 1: 10 is each tenth call.`;
  if (typeof probability !== "number" || !(probability > 0 && probability <= 1))
    return `"probability" must be above 0 and at most 1.`;
  if (!isWhole(seed, 0, SEEDS - 1)) return `"seed" must be a whole number from 0 to ${SEEDS - 1}.`;
  if (forSeconds !== undefined && !(typeof forSeconds === "number" && forSeconds > 0))
    return `"forSeconds" must be a number above 0: how long the fault lasts on the clock.`;
  if (!isWhole(delayMs, 0, LONGEST_DELAY_MS))
    return `"delayMs" must be a whole number of milliseconds, at most ${LONGEST_DELAY_MS}.`;
  if (typeof realTime !== "boolean") return `"realTime" must be true or false: is the delay in real time?`;
  if (typeof committed !== "boolean")
    return `"committed" must be true or false: is the work done behind the answer?`;
  if (how !== "hang" && how !== "reset") return `"how" must be "hang" or "reset".`;
  if (!isText(paymentID)) return `"paymentID" must be text.`;
  if (!isText(merchantInvoiceNumber)) return `"merchantInvoiceNumber" must be text.`;
  return {
    id,
    operation: operation as Fault["operation"],
    fault,
    paymentID,
    merchantInvoiceNumber,
    delayMs,
    realTime,
    committed,
    how,
    every,
    probability,
    seed,
    until: forSeconds === undefined ? undefined : now + forSeconds * 1000,
    skip,
    left: times === "always" ? Infinity : times,
    seen: 0,
    hits: 0,
  };
}
