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
import { queryAnswer } from "./wire.ts";

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
  const target = targetOf(simulator, operation, c.req.param("id"), body);
  const noted = simulator.calls.arrive(simulator.clock.now(), target.operation, c.req.method, c.req.path);
  noted.paymentID = target.paymentID;
  noted.merchantInvoiceNumber = target.merchantInvoiceNumber;
  const fault = simulator.faults.take(target);
  noted.fault = fault?.fault;

  const call: ApiCall = {
    simulator,
    id: c.req.param("id") ?? "",
    body: body === NOT_JSON ? undefined : body,
    header: (name) => c.req.header(name),
    origin: publicUrl ?? originOf(c.req.url),
    untilDue: () =>
      fault?.fault === "late-completion" ? simulator.clock.wait(fault.delayMs) : Promise.resolve(),
  };
  const real = !fault || fault.committed ? await answerOf(call, operation, body === NOT_JSON) : undefined;
  noted.paymentID ??= paymentIdIn(real);
  if (fault && isSilence(fault)) return silence(fault, c);
  if (fault?.fault !== "late-completion" && fault?.delayMs) await simulator.clock.wait(fault.delayMs);
  if (simulator.settings.latencyMs > 0) await pause(simulator.settings.latencyMs);

  const response =
    fault?.fault === "still-initiated"
      ? json(await unexecutedAnswer(call, operation))
      : fault
        ? sabotagedResponse(fault, real)
        : json(real ?? GATEWAY.internal);
  const errorCode = fault ? forcedCode(fault) : errorCodeIn(real);
  simulator.calls.answered(noted, response.status, errorCode, performance.now() - startedAt);
  return response;
}

async function answerOf(call: ApiCall, operation: Operation, isNotJson: boolean): Promise<ApiAnswer> {
  const stopped = gatewayAnswer(call, operation);
  if (stopped) return stopped;
  if (isNotJson) return { status: 200, body: refusal("2025") };
  // Execute waits between its two halves; everything else is simply late as a whole.
  if (operation.name !== "execute") await call.untilDue();
  return operation.answer(call);
}

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
  const isRefund = operation.name === "refund";
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

async function unexecutedAnswer(call: ApiCall, operation: Operation): Promise<ApiAnswer> {
  const payment = call.simulator.payments.find(call.id);
  const stopped = gatewayAnswer(call, operation);
  if (stopped) return stopped;
  if (!payment || operation.name !== "query") return answerOf(call, operation, false);
  return { status: 200, body: queryAnswer(payment, call.simulator.settings, false, true) };
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
  const code = (answer?.body as { errorCode?: unknown } | undefined)?.errorCode;
  return typeof code === "string" ? code : undefined;
};

const paymentIdIn = (answer: ApiAnswer | undefined): string | undefined =>
  (answer?.body as { paymentID?: string } | undefined)?.paymentID;
