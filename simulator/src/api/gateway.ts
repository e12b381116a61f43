import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { GATEWAY, refusal } from "../errors.ts";
import type { Fault, FaultTarget } from "../faults.ts";
import type { OperationName } from "../operations.ts";
import { originOf } from "../origin.ts";
import type { Simulator } from "../simulator.ts";
import { fieldsOf, textOf, type ApiAnswer, type ApiCall, type Operation } from "./api-call.ts";
import { isRefundStatus } from "./payment-operations.ts";
import { isSilence, json, sabotagedResponse } from "./sabotage.ts";

/** What Hono needs to know of Node. In-process callers have no socket. */
export type NodeEnv = { Bindings: Partial<HttpBindings> };

const NEVER = new Promise<never>(() => undefined);

/**
 * Takes one call of the merchant API from arrival to answer: note it, meet its saboteur, check what bKash's API
 * gateway checks, let the operation answer.
 */
export async function answerCall(
  simulator: Simulator,
  operation: Operation,
  publicUrl: string | undefined,
  c: Context<NodeEnv>,
): Promise<Response> {
  const startedAt = performance.now();
  const text = operation.method === "POST" ? await c.req.text() : "";
  const body = parse(text);
  const id = operation.idField ? textOf(fieldsOf(body)[operation.idField]) : c.req.param("id");
  const target = targetOf(simulator, operation, id, body);
  const noted = simulator.calls.arrive(simulator.clock.now(), target.operation, c.req.method, c.req.path);
  noted.paymentID = target.paymentID;
  noted.merchantInvoiceNumber = target.merchantInvoiceNumber;
  const fault = simulator.faults.take(target);
  noted.fault = fault?.fault;

  const call: ApiCall = {
    simulator,
    id: id ?? "",
    body: body === NOT_JSON ? undefined : body,
    header: (name) => c.req.header(name),
    origin: publicUrl ?? originOf(c.req.url),
    untilDue: () =>
      fault?.fault === "late-completion" ? simulator.clock.wait(fault.delayMs) : Promise.resolve(),
    seesExecute: fault?.fault !== "still-initiated",
  };
  const isWorkDone = !fault || fault.committed || fault.fault === "still-initiated";
  const real = isWorkDone ? await answerOf(call, operation, body === NOT_JSON) : undefined;
  noted.paymentID ??= paymentIdIn(real);
  if (fault && isSilence(fault)) return silence(fault, c);
  if (fault?.fault !== "late-completion" && fault?.delayMs) await simulator.clock.wait(fault.delayMs);
  if (simulator.settings.latencyMs > 0) await pause(simulator.settings.latencyMs);

  const response = fault ? sabotagedResponse(fault, real, operation.phrase) : json(real ?? GATEWAY.internal);
  const errorCode = fault ? forcedCode(fault) : errorCodeIn(real);
  simulator.calls.answered(noted, response.status, errorCode, performance.now() - startedAt);
  return response;
}

async function answerOf(call: ApiCall, operation: Operation, isNotJson: boolean): Promise<ApiAnswer> {
  const stopped = gatewayAnswer(call, operation);
  if (stopped) return phrased(stopped, operation);
  if (isNotJson) return phrased({ status: 200, body: refusal("2025") }, operation);
  // Execute waits between its two halves; everything else is simply late as a whole.
  if (operation.name !== "execute") await call.untilDue();
  return phrased(await operation.answer(call), operation);
}

const phrased = ({ status, body }: ApiAnswer, { phrase }: Operation): ApiAnswer => ({
  status,
  body: phrase ? phrase(body) : body,
});

/** The checks that AWS makes before bKash's own code runs (§2, §3.4). */
function gatewayAnswer(call: ApiCall, operation: Operation): ApiAnswer | undefined {
  const { tokens, settings } = call.simulator;
  if (operation.needsToken) {
    const verdict = tokens.judge(call.header("authorization"));
    if (verdict !== "good") return verdict === "expired" ? GATEWAY.tokenExpired : GATEWAY.unauthorized;
  }
  if (operation.needsContentType && !call.header("content-type")) return GATEWAY.contentTypeMissing;
  if (operation.needsToken && !tokens.isOwnAppKey(call.header("x-app-key"))) {
    return settings.wrongAppKey === "401" ? GATEWAY.unauthorized : { status: 200, body: refusal("2001") };
  }
  return undefined;
}

const NOT_JSON = Symbol("not JSON");

// No body, `{}` and the literal `null` are all one to bKash (§4.2).
function parse(text: string): unknown {
  if (text.trim() === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
}

function targetOf(
  simulator: Simulator,
  operation: Operation,
  id: string | undefined,
  body: unknown,
): FaultTarget {
  const fields = fieldsOf(body);
  const isRefund = operation.name === "refund" && !operation.idField;
  const name: OperationName = isRefund && isRefundStatus(body) ? "refundStatus" : operation.name;
  const paymentID = isRefund ? textOf(fields["paymentID"] ?? fields["paymentId"]) : id;
  if (operation.name === "create") {
    return {
      operation: name,
      paymentID: undefined,
      merchantInvoiceNumber: textOf(fields["merchantInvoiceNumber"]),
    };
  }
  if (paymentID === undefined || operation.name === "search") {
    return { operation: name, paymentID: undefined, merchantInvoiceNumber: undefined };
  }
  return { operation: name, paymentID, merchantInvoiceNumber: simulator.payments.find(paymentID)?.invoice };
}

/** The connection stays open without a byte until the client gives up, or is cut at once. */
function silence(fault: Fault, c: Context<NodeEnv>): Promise<never> {
  if (fault.how === "reset") c.env?.incoming?.socket.resetAndDestroy();
  return NEVER;
}

// Real milliseconds, unlike faults: latency is for benchmarks and must not shrink when the clock is moved.
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const forcedCode = (fault: Fault): string | undefined =>
  fault.fault.startsWith("error-") ? fault.fault.slice("error-".length) : undefined;

const errorCodeIn = (answer: ApiAnswer | undefined): string | undefined => {
  const { errorCode, statusCode } = (answer?.body ?? {}) as { errorCode?: unknown; statusCode?: unknown };
  const code = errorCode ?? statusCode;
  return typeof code === "string" && code !== "0000" ? code : undefined;
};

const paymentIdIn = (answer: ApiAnswer | undefined): string | undefined =>
  (answer?.body as { paymentID?: string } | undefined)?.paymentID;
