import { BROWSER_OPERATION_NAMES, OPERATION_NAMES } from "../operations.ts";
import {
  count,
  either,
  isoTime,
  listOf,
  mapOf,
  object,
  oneWord,
  orNull,
  ref,
  text,
  truth,
  type Schema,
} from "./schema.ts";

const operation = oneWord("*", ...OPERATION_NAMES, ...BROWSER_OPERATION_NAMES);
const always: Schema = { const: "always" };
const atLeastOne: Schema = { type: "integer", minimum: 1 };
const chance: Schema = { type: "number", exclusiveMinimum: 0, maximum: 1 };
const silence = oneWord("hang", "reset");
const headers = mapOf(text());

/** What was asked, and what is to go wrong. */
export const TEST_SCHEMAS: Readonly<Record<string, Schema>> = {
  Call: object({
    number: atLeastOne,
    at: isoTime,
    operation: text(),
    method: text(),
    path: text(),
    "paymentID?": text(),
    "merchantInvoiceNumber?": text(),
    status: orNull("integer"),
    "errorCode?": text(),
    durationMs: { type: ["number", "null"] },
    "fault?": text(),
    "request?": either(object({ headers, body: text() }), { type: "null" }),
    "response?": either(object({ headers, body: text(), isCut: truth }), { type: "null" }),
  }),
  Calls: object({
    total: count,
    kept: count,
    operations: mapOf(object({ calls: count, answered: count, outcomes: mapOf(count) })),
    paymentsExecutedTwice: count,
    calls: listOf(ref("Call")),
  }),
  FaultWish: object({
    operation,
    fault: text(),
    "times?": either(atLeastOne, always),
    "skip?": count,
    "every?": atLeastOne,
    "probability?": chance,
    "seed?": count,
    "forSeconds?": { type: "number", exclusiveMinimum: 0 },
    "paymentID?": text(),
    "merchantInvoiceNumber?": text(),
    "delayMs?": count,
    "realTime?": truth,
    "committed?": truth,
    "how?": silence,
  }),
  Fault: object({
    id: text(),
    operation,
    fault: text(),
    "paymentID?": text(),
    "merchantInvoiceNumber?": text(),
    delayMs: count,
    realTime: truth,
    committed: truth,
    how: silence,
    every: atLeastOne,
    probability: chance,
    seed: count,
    "until?": { type: "number", description: "epoch milliseconds on the simulator's clock" },
    skip: count,
    left: either(count, always),
    seen: count,
    hits: count,
  }),
  Faults: object({
    faults: listOf(ref("Fault")),
    known: listOf(object({ fault: text(), committed: truth, about: text() })),
  }),
};
