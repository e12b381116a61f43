import type { Context } from "hono";
import type { NodeEnv } from "../api/gateway.ts";

/** An error that says what to do instead. */
export const complain = (c: Context<NodeEnv>, status: 400 | 403 | 404 | 409, error: string): Response =>
  c.json({ error }, status);

/** The JSON object of a request; `{}` when there is no body. @returns a sentence when it is something else. */
export async function readObject(c: Context<NodeEnv>): Promise<Record<string, unknown> | string> {
  const text = await c.req.text();
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Falls through to the sentence below.
  }
  return "Send a JSON object as the body.";
}
