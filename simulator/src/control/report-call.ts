import type { Call } from "../call.ts";

/** A call in one line; `status: null` = not answered. */
export const reportCall = ({ exchange: _exchange, size: _size, ...call }: Call) => ({
  ...call,
  at: new Date(call.at).toISOString(),
});

/**
 * A call with headers and bodies. Both are null when memory ran short and they were forgotten; `response` is null
 * also while there is no answer.
 */
export const reportExchange = (call: Call) => {
  const { exchange, status } = call;
  return {
    ...reportCall(call),
    request: exchange ? { headers: asObject(exchange.requestHeaders), body: exchange.requestBody } : null,
    response:
      exchange && status !== null
        ? {
            headers: asObject(exchange.responseHeaders),
            body: exchange.responseBody,
            isCut: exchange.responseSize > exchange.responseBody.length,
          }
        : null,
  };
};

/** Pairs of a list in which name and value take turns. */
export function pairsOf(list: readonly string[]): { name: string; value: string }[] {
  const pairs = [];
  for (let at = 0; at + 1 < list.length; at += 2)
    pairs.push({ name: list[at] ?? "", value: list[at + 1] ?? "" });
  return pairs;
}

const asObject = (list: readonly string[]): Record<string, string> =>
  Object.fromEntries(pairsOf(list).map(({ name, value }) => [name.toLowerCase(), value]));
