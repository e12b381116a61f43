import type { Context } from "hono";
import { GATEWAY, refusal } from "../errors.ts";
import type { Fault, FaultTarget } from "../faults.ts";
import type { PaymentIdStyle } from "../formats.ts";
import type { OperationName } from "../operations.ts";
import { originOf } from "../origin.ts";
import type { Simulator } from "../simulator.ts";
import { fieldsOf, textOf, type ApiAnswer, type ApiCall, type Operation } from "./api-call.ts";
import type { NodeEnv } from "./deliver.ts";
import { isRefundStatus } from "./payment-operations.ts";
import { takeCall, waitFor, type Outcome } from "./take-call.ts";
import { asJson } from "./wire-answer.ts";

export type { NodeEnv };

/**
 * Takes one call of the merchant API: check what bKash's API gateway checks, then let the operation answer, unless a
 * saboteur is in the way.
 */
export async function answerCall(
  simulator: Simulator,
  operation: Operation,
  publicUrl: string | undefined,
  c: Context<NodeEnv>,
): Promise<Response> {
  const text = operation.method === "POST" ? await c.req.text() : "";
  const body = parse(text);
  const id = operation.idField ? textOf(fieldsOf(body)[operation.idField]) : c.req.param("id");
  const target = targetOf(simulator, operation, id, body);
  const work = async (fault: Fault | undefined): Promise<Outcome> => {
    const isLate = fault?.fault === "late-completion" || fault?.fault === "late-after-504";
    const call: ApiCall = {
      simulator,
      id: id ?? "",
      body: body === NOT_JSON ? undefined : body,
      header: (name) => c.req.header(name),
      origin: publicUrl ?? originOf(c.req.url),
      seesExecute: fault?.fault !== "still-initiated",
      idStyle: fault?.fault === "other-id-style" ? otherStyle(simulator.settings.paymentIdStyle) : undefined,
      untilDue: () => (isLate ? waitFor(simulator.clock, fault) : Promise.resolve()),
    };
    const answer = await answerOf(call, operation, body === NOT_JSON);
    if (fault?.fault === "lagging") denyFor(simulator, target.paymentID, fault.delayMs);
    return { answer: asJson(answer), paymentID: paymentIdIn(answer), errorCode: errorCodeIn(answer) };
  };
  return takeCall(simulator, c, target, { body: text, phrase: operation.phrase }, work);
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

/** Lets query deny for a while that the payment has been executed. */
function denyFor({ faults }: Simulator, paymentID: string | undefined, ms: number): void {
  if (paymentID !== undefined && ms > 0)
    faults.add({ operation: "query", fault: "still-initiated", paymentID, forSeconds: ms / 1000 });
}

const otherStyle = (style: PaymentIdStyle): PaymentIdStyle => (style === "2022" ? "2024" : "2022");

const errorCodeIn = (answer: ApiAnswer | undefined): string | undefined => {
  const { errorCode, statusCode } = (answer?.body ?? {}) as { errorCode?: unknown; statusCode?: unknown };
  const code = errorCode ?? statusCode;
  return typeof code === "string" && code !== "0000" ? code : undefined;
};

const paymentIdIn = (answer: ApiAnswer | undefined): string | undefined =>
  (answer?.body as { paymentID?: string } | undefined)?.paymentID;
