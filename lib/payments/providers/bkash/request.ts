import { Agent, request } from "undici";
import { WALLET_DEADLINE_MS } from "../../payment-provider";

/** bKash's answers are below 4 KiB; whatever is larger is not one. */
const MAX_BODY_BYTES = 64 * 1024;

/**
 * Kept-alive connections, shared by every call of this process; as many as there are calls. A limit would let the calls of
 * some shoppers, which may hang for 30 s, keep those of others waiting, or from being sent at all.
 */
const agent = new Agent({
  keepAliveTimeout: 60_000,
  pipelining: 1,
  connect: { timeout: WALLET_DEADLINE_MS },
});

/** Either JSON came back, with whatever status, or nothing that can be read. */
export type HttpAnswer = { kind: "json"; status: number; body: unknown } | { kind: "none"; cause: string };

export interface HttpCall {
  method: "GET" | "POST";
  url: string;
  headers: Record<string, string>;
  body?: Record<string, unknown>;
  /** For connecting, headers and body together. */
  deadlineMs?: number;
}

/** One JSON call. Never throws, never repeats itself: what cannot be read comes back as `none` with the reason. */
export async function callJson({
  method,
  url,
  headers,
  body,
  deadlineMs = WALLET_DEADLINE_MS,
}: HttpCall): Promise<HttpAnswer> {
  try {
    const response = await request(url, {
      dispatcher: agent,
      method,
      signal: AbortSignal.timeout(deadlineMs),
      // bKash answers 400 to a GET without Content-Type.
      headers: { "content-type": "application/json", accept: "application/json", ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await readAtMost(response.body, MAX_BODY_BYTES);
    if (text === null)
      return { kind: "none", cause: `HTTP ${response.statusCode} with more than ${MAX_BODY_BYTES} bytes` };
    try {
      return { kind: "json", status: response.statusCode, body: JSON.parse(text) as unknown };
    } catch {
      return { kind: "none", cause: `HTTP ${response.statusCode} without JSON` };
    }
  } catch (error) {
    return {
      kind: "none",
      cause: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  }
}

/** Null when there is more of it. */
export async function readAtMost(
  body: AsyncIterable<Buffer> & { destroy(): unknown },
  limit: number,
): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) {
      body.destroy();
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
