import { redactBody, redactHeaders } from "./redact.ts";

/** What went over the wire, without secrets. Bodies are cut at BODY_KEPT characters. */
export interface Exchange {
  /** Name and value in turn. */
  readonly requestHeaders: readonly string[];
  readonly requestBody: string;
  responseHeaders: readonly string[];
  responseBody: string;
  /** Characters of the whole body, cut or not. */
  responseSize: number;
}

/** One call to the merchant API or to the window. Times are epoch milliseconds on the simulator's clock. */
export interface Call {
  readonly number: number;
  readonly at: number;
  /** A name of OPERATION_NAMES or BROWSER_OPERATION_NAMES, or "unknown" for a path that bKash does not have. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  paymentID: string | undefined;
  merchantInvoiceNumber: string | undefined;
  /** HTTP status; null while under way, and for ever when the answer was lost. */
  status: number | null;
  errorCode: string | undefined;
  /** Real milliseconds from arrival to answer. */
  durationMs: number | null;
  fault: string | undefined;
  /** Forgotten before the line itself when memory runs short. */
  exchange: Exchange | undefined;
  /** Characters that `exchange` takes. */
  size: number;
}

/** What is known of a call on arrival. */
export interface Arrival {
  readonly paymentID?: string | undefined;
  readonly merchantInvoiceNumber?: string | undefined;
  readonly fault?: string | undefined;
  readonly headers?: readonly string[];
  readonly body?: string;
}

/** What was answered. */
export interface Answered {
  readonly status: number;
  readonly errorCode: string | undefined;
  readonly durationMs: number;
  readonly headers?: readonly string[];
  readonly body?: string;
}

/** Characters that are kept of one body. */
const BODY_KEPT = 16_384;
const NAME_KEPT = 512;

/** A call that has arrived and is not answered yet. */
export const newCall = (
  number: number,
  at: number,
  operation: string,
  method: string,
  path: string,
  arrival: Arrival,
): Call => ({
  number,
  at,
  operation,
  method,
  path: cut(path, NAME_KEPT),
  paymentID: cutName(arrival.paymentID),
  merchantInvoiceNumber: cutName(arrival.merchantInvoiceNumber),
  status: null,
  errorCode: undefined,
  durationMs: null,
  fault: arrival.fault,
  exchange: {
    requestHeaders: redactHeaders(arrival.headers ?? []),
    requestBody: redactBody(cut(arrival.body ?? "", BODY_KEPT)),
    responseHeaders: [],
    responseBody: "",
    responseSize: 0,
  },
  size: 0,
});

/** Adds the answer to a call's exchange. */
export function addAnswer(exchange: Exchange, { headers = [], body = "" }: Answered): void {
  exchange.responseHeaders = redactHeaders(headers);
  exchange.responseBody = redactBody(cut(body, BODY_KEPT));
  exchange.responseSize = body.length;
}

/** Characters of headers and bodies. */
export function sizeOf({ requestHeaders, requestBody, responseHeaders, responseBody }: Exchange): number {
  let size = requestBody.length + responseBody.length;
  for (const text of requestHeaders) size += text.length;
  for (const text of responseHeaders) size += text.length;
  return size;
}

// A copy, because a slice would keep the whole text alive.
const cut = (text: string, most: number): string =>
  text.length <= most ? text : Buffer.from(text.slice(0, most)).toString();

const cutName = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : cut(name, NAME_KEPT);
