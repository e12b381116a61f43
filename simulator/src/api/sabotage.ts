import { GATEWAY, isErrorCode, refusal, type Refusal } from "../errors.ts";
import type { Fault } from "../faults.ts";
import type { ApiAnswer, Operation } from "./api-call.ts";

const THREE_MEGABYTES = 3 * 1024 * 1024;
const ERROR_PAGE =
  "<!DOCTYPE html><html><head><title>Request Rejected</title></head><body>" +
  "The requested URL was rejected. Please consult with your administrator.</body></html>";

/** @returns true when this call gets no answer at all. */
export const isSilence = (fault: Fault): boolean =>
  fault.fault === "answer-lost" || fault.fault === "never-arrived";

/** What goes over the wire instead of the real answer. `real` is undefined when bKash did not do the work. */
export function sabotagedResponse(
  fault: Fault,
  real: ApiAnswer | undefined,
  phrase: Operation["phrase"] = (body) => body,
): Response {
  const kind = fault.fault;
  if (kind.startsWith("status-")) return gatewayError(Number(kind.slice("status-".length)));
  if (kind.startsWith("error-"))
    return json({ status: 200, body: phrase(businessError(kind.slice("error-".length))) });
  const answer = real ?? GATEWAY.internal;
  const text = JSON.stringify(answer.body);
  const { status } = answer;
  switch (kind) {
    case "unauthorized":
      return json(GATEWAY.unauthorized);
    case "token-expired":
      return json(GATEWAY.tokenExpired);
    case "system-error-9999":
      return json(GATEWAY.systemError);
    case "html":
      return new Response(ERROR_PAGE, {
        status: 200,
        headers: { "content-type": "text/html; charset=utf-8" },
      });
    case "empty":
      return new Response("", { status: 200, headers: { "content-type": "application/json" } });
    case "truncated":
      return raw(text.slice(0, Math.floor(text.length / 2)), status);
    case "huge":
      return raw(`${text.slice(0, -1)},"padding":"${" ".repeat(THREE_MEGABYTES)}"}`, status);
    case "drip":
      return new Response(dripping(text), { status, headers: { "content-type": "application/json" } });
    case "wrong-amount":
      return json({ status, body: changed(answer.body, "amount", oneTakaMore) });
    case "wrong-currency":
      return json({ status, body: changed(answer.body, "currency", () => "USD") });
    case "wrong-invoice":
      return json({
        status,
        body: changed(answer.body, "merchantInvoiceNumber", (invoice) => `${invoice}-other`),
      });
    case "wrong-payment-id":
      return json({ status, body: changed(answer.body, "paymentID", (id) => `X${id.slice(1)}`) });
    default:
      return json(answer);
  }
}

export function json(answer: ApiAnswer): Response {
  return raw(JSON.stringify(answer.body), answer.status);
}

const raw = (text: string, status: number): Response =>
  new Response(text, { status, headers: { "content-type": "application/json" } });

function gatewayError(status: number): Response {
  const body =
    status === 504
      ? GATEWAY.timedOut.body
      : status < 500
        ? { message: "Bad Request" }
        : GATEWAY.internal.body;
  return json({ status, body });
}

const businessError = (code: string): Refusal =>
  isErrorCode(code) ? refusal(code) : { errorCode: code, errorMessage: "Unknown" };

const oneTakaMore = (amount: string): string => {
  const [taka = "0", ...rest] = amount.split(".");
  return [String(Number(taka) + 1), ...rest].join(".");
};

function changed(body: object, field: string, change: (text: string) => string): object {
  const value = (body as Record<string, unknown>)[field];
  return typeof value === "string" ? { ...body, [field]: change(value) } : body;
}

function dripping(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  let timer: NodeJS.Timeout | undefined;
  return new ReadableStream({
    start(controller) {
      timer = setInterval(() => {
        controller.enqueue(bytes.subarray(at, at + 1));
        at += 1;
        if (at < bytes.length) return;
        clearInterval(timer);
        controller.close();
      }, 1000);
    },
    cancel() {
      clearInterval(timer);
    },
  });
}
