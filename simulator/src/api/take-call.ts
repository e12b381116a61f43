import type { Context } from "hono";
import type { Clock } from "../clock.ts";
import { GATEWAY } from "../errors.ts";
import type { Fault, FaultTarget } from "../faults.ts";
import { magicFault } from "../magic.ts";
import { isOfBrowser } from "../operations.ts";
import type { Simulator } from "../simulator.ts";
import type { Operation } from "./api-call.ts";
import { deliver, silence, type NodeEnv } from "./deliver.ts";
import { forcedCode, isSilence, sabotaged } from "./sabotage.ts";
import { asJson, headerList, type WireAnswer } from "./wire-answer.ts";

/** What a call came to before anybody spoilt the answer. */
export interface Outcome {
  readonly answer: WireAnswer;
  /** The payment, where only the answer names it. */
  readonly paymentID?: string | undefined;
  readonly errorCode?: string | undefined;
}

export interface CallRequest {
  readonly body: string;
  /** How this product words an answer; a fault's business error is worded alike. */
  readonly phrase?: Operation["phrase"];
}

/**
 * Takes one call from arrival to answer: note it, meet its saboteur, do the work, spoil or keep the answer, send it.
 * @param work is told of the fault; it does not run when the fault keeps the call from having been made.
 */
export async function takeCall(
  simulator: Simulator,
  c: Context<NodeEnv>,
  target: FaultTarget,
  request: CallRequest,
  work: (fault: Fault | undefined) => Promise<Outcome> | Outcome,
): Promise<Response> {
  const { calls, clock, faults, settings } = simulator;
  const startedAt = performance.now();
  const fault = faults.take(target) ?? magicFault(simulator, target);
  const noted = calls.arrive(clock.now(), target.operation, c.req.method, c.req.path, {
    paymentID: target.paymentID,
    merchantInvoiceNumber: target.merchantInvoiceNumber,
    fault: fault?.fault,
    headers: requestHeaders(c),
    body: request.body,
  });
  const working = !fault || fault.committed ? Promise.resolve(work(fault)) : undefined;
  const isOutlived = fault?.fault === "late-after-504";
  // The gateway answers for a backend that is still at work: nobody waits for that work.
  if (isOutlived) working?.catch(console.error);
  const outcome = isOutlived ? undefined : await working;
  noted.paymentID ??= outcome?.paymentID;
  if (fault && isSilence(fault)) return silence(fault.how, c);
  if (isOutlived) await waitFor(clock, { ...fault, delayMs: GATEWAY_PATIENCE_MS });
  else if (fault && fault.fault !== "late-completion") await waitFor(clock, fault);
  if (settings.latencyMs > 0 && !isOfBrowser(target.operation)) await pause(settings.latencyMs);

  const real = outcome?.answer ?? asJson(GATEWAY.internal);
  const answer = fault ? sabotaged(fault, real, request.phrase) : real;
  calls.answered(noted, {
    status: answer.status,
    errorCode: fault ? forcedCode(fault) : outcome?.errorCode,
    durationMs: performance.now() - startedAt,
    headers: headerList(answer),
    body: answer.text,
  });
  return deliver(answer, c);
}

/** The longest that bKash's gateway waits for what is behind it (§2). */
const GATEWAY_PATIENCE_MS = 29_000;

/** The delay of a fault: on the simulator's clock, unless it asks for real time. */
export async function waitFor(clock: Clock, { delayMs, realTime }: Fault): Promise<void> {
  if (delayMs > 0) await (realTime ? pause(delayMs) : clock.wait(delayMs));
}

/** Name and value in turn, as they came. */
export const requestHeaders = (c: Context<NodeEnv>): readonly string[] =>
  c.env?.incoming?.rawHeaders ?? [...c.req.raw.headers].flat();

// Real milliseconds, unlike faults: latency is for benchmarks and must not shrink when the clock is moved.
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
