import { GATEWAY, isErrorCode, refusal, type Refusal } from "../errors.ts";
import type { Fault } from "../faults.ts";
import type { Operation } from "./api-call.ts";
import { spoilField } from "./spoil-fields.ts";
import { asJson, jsonText, type WireAnswer } from "./wire-answer.ts";

const THREE_MEGABYTES = 3 * 1024 * 1024;
const ERROR_PAGE =
  "<!DOCTYPE html><html><head><title>Request Rejected</title></head><body>" +
  "The requested URL was rejected. Please consult with your administrator.</body></html>";

/** @returns true when this call gets no answer at all. */
export const isSilence = ({ fault }: Fault): boolean =>
  fault === "answer-lost" || fault === "never-arrived" || fault === "lagging";

/** The business error that a fault puts in the place of the answer. */
export const forcedCode = ({ fault }: Fault): string | undefined =>
  fault.startsWith("error-") ? fault.slice("error-".length) : undefined;

/** What goes over the wire instead of the real answer. */
export function sabotaged(
  { fault: kind }: Fault,
  real: WireAnswer,
  phrase: Operation["phrase"] = (body) => body,
): WireAnswer {
  if (kind.startsWith("status-")) return gatewayError(Number(kind.slice("status-".length)));
  if (kind.startsWith("error-"))
    return asJson({ status: 200, body: phrase(businessError(kind.slice("error-".length))) });
  const { text } = real;
  switch (kind) {
    case "unauthorized":
      return asJson(GATEWAY.unauthorized);
    case "token-expired":
      return asJson(GATEWAY.tokenExpired);
    case "gateway-timeout":
    case "late-after-504":
      return asJson(GATEWAY.timedOut);
    case "system-error-9999":
      return asJson(GATEWAY.systemError);
    case "html":
      return { ...jsonText(200, ERROR_PAGE), headers: { "content-type": "text/html; charset=utf-8" } };
    case "empty":
      return { ...real, status: 200, text: "" };
    case "truncated":
      return { ...real, text: text.slice(0, Math.floor(text.length / 2)) };
    case "huge":
      return { ...real, text: `${text.slice(0, -1)},"padding":"${" ".repeat(THREE_MEGABYTES)}"}` };
    case "drip":
      return { ...real, delivery: "drip" };
    case "reset-mid-body":
      return { ...real, delivery: "cut" };
    default:
      return { ...real, text: spoilField(kind, text) };
  }
}

function gatewayError(status: number): WireAnswer {
  const body =
    status === 504
      ? GATEWAY.timedOut.body
      : status < 500
        ? { message: "Bad Request" }
        : GATEWAY.internal.body;
  return asJson({ status, body });
}

const businessError = (code: string): Refusal =>
  isErrorCode(code) ? refusal(code) : { errorCode: code, errorMessage: "Unknown" };
