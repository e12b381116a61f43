import { PaymentsPaused, WALLET_DEADLINE_MS } from "../../payment-provider";
import type { WalletTokens } from "../../wallet-tokens";
import type { Breaker } from "./breaker";
import type { HttpAnswer, HttpCall } from "./request";

/** A claim is left alone for 75 s: the second try must begin early enough to end within that. */
const RESEND_WITHIN_MS = 40_000;

export interface SignedCall {
  method: "GET" | "POST";
  path: string;
  body?: Record<string, unknown>;
  /**
   * `execute` is sent to a bKash that seems dead, too: its shopper has authorised it. `question` tries whether bKash is
   * back, `new` does not begin while it is not.
   */
  kind: "execute" | "question" | "new";
  /** For everything together, the wait for a token included. Without it each call has bKash's own 30 s. */
  deadlineMs?: number;
}

/**
 * Makes calls in a merchant's name. After a 401, which says "not processed", a newer token is got and the call is sent once
 * more. The calls throw nothing but PaymentsPaused: no token could be had in time, or bKash is silent and was not called.
 */
export function signedCalls(parts: {
  api: string;
  appKey: string;
  tokens: WalletTokens;
  breaker: Breaker<HttpAnswer>;
  callJson: (call: HttpCall) => Promise<HttpAnswer>;
}): (call: SignedCall) => Promise<HttpAnswer> {
  const { api, appKey, tokens, breaker, callJson } = parts;
  return async ({ method, path, body, kind, deadlineMs }) => {
    const startedAtMs = performance.now();
    const leftMs = (ofMs: number) => ofMs - (performance.now() - startedAtMs);
    const send = (token: string) =>
      callJson({
        method,
        url: `${api}/payment/${path}`,
        headers: { authorization: token, "x-app-key": appKey },
        deadlineMs:
          deadlineMs === undefined ? WALLET_DEADLINE_MS : Math.max(1, Math.floor(leftMs(deadlineMs))),
        ...(body ? { body } : {}),
      });
    const held = await within(tokens.current(), deadlineMs ?? WALLET_DEADLINE_MS);
    const exchange = async (): Promise<HttpAnswer> => {
      const answer = await send(held.token);
      if (answer.kind === "none" || answer.status !== 401) return answer;
      // Late, others may have begun to ask about this payment, or to pay the order with another.
      const resendWithinMs = leftMs(Math.min(RESEND_WITHIN_MS, deadlineMs ?? RESEND_WITHIN_MS));
      const renewed = await within(tokens.replace(held.version), resendWithinMs).catch(() => undefined);
      return renewed ? send(renewed.token) : answer;
    };
    return kind === "execute" ? exchange() : breaker.run(kind, aboutOf(path, body), exchange);
  };
}

/** What a call is about: the same question asked again is the same. */
const aboutOf = (path: string, body: Record<string, unknown> = {}): string =>
  [path, body.merchantInvoiceNumber ?? body.paymentID].join(" ");

/** Stops waiting, not the work: a token that comes too late for this call is stored for the next one. */
async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PaymentsPaused("no token in time")), Math.max(0, ms));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
