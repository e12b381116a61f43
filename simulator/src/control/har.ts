import { STATUS_CODES } from "node:http";
import type { Call } from "../call.ts";
import { pairsOf } from "./report-call.ts";

/** HAR 1.2 wants -1 where a size is not known. */
const UNKNOWN_SIZE = -1;
const HTTP = "HTTP/1.1";

/** Calls as an HTTP Archive 1.2, which browsers' network panels and many other tools open. */
export const asHar = (calls: readonly Call[], origin: string) => ({
  log: {
    version: "1.2",
    creator: { name: "bkash-simulator", version: "1.2.0-beta" },
    entries: calls.map((call) => asEntry(call, origin)),
  },
});

function asEntry(call: Call, origin: string) {
  const time = call.durationMs ?? 0;
  return {
    startedDateTime: new Date(call.at).toISOString(),
    time,
    request: asRequest(call, origin),
    response: asResponse(call),
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    // Fields of our own begin with an underscore, as HAR asks.
    _operation: call.operation,
    ...(call.paymentID !== undefined && { _paymentID: call.paymentID }),
    ...(call.fault !== undefined && { _fault: call.fault }),
  };
}

function asRequest({ method, path, exchange }: Call, origin: string) {
  const headers = pairsOf(exchange?.requestHeaders ?? []);
  const text = exchange?.requestBody ?? "";
  return {
    method,
    url: `${origin}${path}`,
    httpVersion: HTTP,
    cookies: [],
    headers,
    queryString: [],
    ...(text !== "" && { postData: { mimeType: typeIn(headers), params: [], text } }),
    headersSize: UNKNOWN_SIZE,
    bodySize: exchange ? Buffer.byteLength(text) : UNKNOWN_SIZE,
  };
}

// No answer is status 0, as browsers write it.
function asResponse({ status, exchange }: Call) {
  const headers = pairsOf(exchange?.responseHeaders ?? []);
  const text = exchange?.responseBody ?? "";
  return {
    status: status ?? 0,
    statusText: STATUS_CODES[status ?? 0] ?? "",
    httpVersion: HTTP,
    cookies: [],
    headers,
    content: { size: exchange?.responseSize ?? 0, mimeType: typeIn(headers), text },
    redirectURL: "",
    headersSize: UNKNOWN_SIZE,
    bodySize: UNKNOWN_SIZE,
  };
}

const typeIn = (headers: readonly { name: string; value: string }[]): string =>
  headers.find(({ name }) => name.toLowerCase() === "content-type")?.value ?? "";
