import type { CallClass, WalletCallObserver } from "../../wallet-calls";
import { callJson, type HttpAnswer, type HttpCall } from "./request";

export type CallJson = (call: HttpCall) => Promise<HttpAnswer>;

/** Makes calls to bKash that somebody is told of: what was asked, how long it took, how it was answered. */
export const observedCalls =
  (observer: WalletCallObserver): CallJson =>
  async (call) => {
    const about = { wallet: "bkash", operation: operationOf(call) };
    return observer.around(about, async () => {
      const startedAt = performance.now();
      const answer = await callJson(call);
      observer.ended({ ...about, ms: Math.round(performance.now() - startedAt), ...classify(answer) });
      return answer;
    });
  };

const OPERATION = /\/(create|execute|query|capture|void|refund|search|grant|refresh)(\/|$)/;

/** Refund and its status share an address; only the body tells them apart. */
export function operationOf({ url, body }: HttpCall): string {
  const operation = OPERATION.exec(new URL(url).pathname)?.[1] ?? "other";
  return operation === "refund" && body && !("amount" in body) ? "refund-status" : operation;
}

export function classify(answer: HttpAnswer): { outcome: CallClass; code?: string | undefined } {
  if (answer.kind === "none")
    return { outcome: /Timeout/.test(answer.cause) ? "timeout" : httpClass(answer.cause) };
  const code = codeIn(answer.body);
  if (answer.status === 401) return { outcome: "unauthorised", code };
  if (answer.status >= 500) return { outcome: "http 5xx", code };
  if (answer.status >= 400) return { outcome: "http 4xx", code };
  if (answer.status >= 300) return { outcome: "no answer", code };
  return { outcome: code === undefined ? "answered" : "refused", code };
}

/** What could not be read still has a status, when there was an answer at all. */
function httpClass(cause: string): CallClass {
  const status = /^HTTP (\d)/.exec(cause)?.[1];
  return status === "5" ? "http 5xx" : status === "4" ? "http 4xx" : "no answer";
}

function codeIn(body: unknown): string | undefined {
  const { errorCode, statusCode } = (typeof body === "object" && body !== null ? body : {}) as {
    errorCode?: unknown;
    statusCode?: unknown;
  };
  const code = errorCode ?? statusCode;
  const text = typeof code === "string" || typeof code === "number" ? String(code) : "";
  return /^\d{1,10}$/.test(text) && text !== "0000" ? text : undefined;
}
