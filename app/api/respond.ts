import "server-only";
import type { z } from "zod";
import { inChosenDigits, type Locale } from "@/lib/kernel/money";
import { PaymentsPaused } from "@/lib/payments/payment-provider";
import { isDatabaseAway } from "@/lib/platform/database-errors";
import { logger } from "@/lib/platform/logger";
import { currentReference, requestIdOf, withReference } from "@/lib/platform/reference";
import { API_ERRORS, type ApiErrorCode } from "./errors";

/** Answers of the JSON API never rest in a cache: they are about one shopper's money. */
const NO_STORE = { "cache-control": "no-store" };

const RETRY_AFTER_SECONDS: Partial<Record<ApiErrorCode, number>> = {
  PAYMENTS_PAUSED: 60,
  TEMPORARILY_UNAVAILABLE: 30,
  WALLET_UNAVAILABLE: 30,
  TOO_MANY_PAYMENTS: 600,
  PAYMENT_IN_PROGRESS: 5,
};

export const answer = (data: unknown, status = 200): Response =>
  Response.json(data, { status, headers: NO_STORE });

/** The reader's language, from Accept-Language: Bangla or English. */
export function languageOf(request: Request): Locale {
  const [first = ""] = (request.headers.get("accept-language") ?? "").split(",");
  return first.trim().toLowerCase().startsWith("bn") ? "bn" : "en";
}

export interface ErrorDetails {
  /** Instead of the code's own words. */
  message?: string;
  /** For the header, instead of the code's own. */
  retryAfterSeconds?: number;
  [detail: string]: unknown;
}

/** `{ error: { code, message, … } }` with the code's status; where something is wrong on our side, with a reference to quote. */
export function refuse(request: Request, code: ApiErrorCode, details: ErrorDetails = {}): Response {
  const { status, ...texts } = API_ERRORS[code];
  const { retryAfterSeconds, ...said } = details;
  const retryAfter = retryAfterSeconds || RETRY_AFTER_SECONDS[code];
  const reference = status >= 500 ? { reference: currentReference()?.requestId } : {};
  return Response.json(
    { error: { code, message: inChosenDigits(texts[languageOf(request)]), ...said, ...reference } },
    { status, headers: { ...NO_STORE, ...(retryAfter ? { "retry-after": String(retryAfter) } : {}) } },
  );
}

/** Thrown where a request is read, caught by `door`. */
export class RequestRefused extends Error {
  constructor(
    readonly code: ApiErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(code);
  }
}

type Handler<Context> = (request: Request, context: Context) => Promise<Response>;

/**
 * Wraps a route: whatever goes wrong behind it becomes an answer that says what to do, and nothing of the inside. All that
 * it logs, and its answer, carry the request's id.
 */
export function door<Context>(handler: Handler<Context>): Handler<Context> {
  const guarded = guard(handler);
  return (request, context) => {
    const requestId = requestIdOf((name) => request.headers.get(name));
    return withReference({ requestId }, async () => {
      const response = await guarded(request, context);
      response.headers.set("x-request-id", requestId);
      return response;
    });
  };
}

function guard<Context>(handler: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    try {
      return await handler(request, context);
    } catch (error) {
      if (error instanceof RequestRefused) return refuse(request, error.code, error.details);
      if (error instanceof PaymentsPaused) {
        logger.error({ error }, "payments are paused");
        return refuse(request, "PAYMENTS_PAUSED", { retryAfterSeconds: error.retryAfterSeconds });
      }
      logger.error({ error, path: new URL(request.url).pathname }, "a request failed");
      return refuse(request, isDatabaseAway(error) ? "TEMPORARILY_UNAVAILABLE" : "UNEXPECTED");
    }
  };
}

const MAX_BODY_BYTES = 64 * 1024;

/** Reads a JSON body of this shape. A field that the shape does not name is an error, not ignored: an `amount`, above all. */
export async function readBody<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
): Promise<z.infer<Shape>> {
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? ""))
    throw new RequestRefused("NOT_JSON");
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES)
    throw new RequestRefused("TOO_LARGE");
  const text = await readAtMost(request, MAX_BODY_BYTES);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new RequestRefused("INVALID_REQUEST", { fields: { "": "not JSON" } });
  }
  return parse(shape, json);
}

/** Stops reading at the limit: a body need not say how long it is, and may say it wrongly. */
export async function readAtMost(request: Request, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw new RequestRefused("TOO_LARGE");
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** Checks query parameters or a path in the same way. */
export function parse<Shape extends z.ZodType>(shape: Shape, value: unknown): z.infer<Shape> {
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  throw new RequestRefused("INVALID_REQUEST", {
    fields: Object.fromEntries(read.error.issues.flatMap(complaints)),
  });
}

/** Field by field; a field that should not be there is named itself. */
function complaints(issue: z.core.$ZodIssue): [field: string, message: string][] {
  const path = issue.path.join(".");
  if (issue.code !== "unrecognized_keys") return [[path, issue.message]];
  return issue.keys.map((key) => [path ? `${path}.${key}` : key, "is not accepted here"]);
}
