import { z } from "zod";
import type { GrantedToken, TokenCalls } from "../../wallet-tokens";
import type { CallJson } from "./observed-call";
import { callJson } from "./request";

export interface BkashCredentials {
  appKey: string;
  appSecret: string;
  username: string;
  password: string;
}

/** Both spellings of `expires_in` are in circulation; a Cognito token lives an hour. */
const tokenAnswer = z.object({
  id_token: z.string().min(1),
  refresh_token: z.string().optional(),
  expires_in: z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).default(3600),
});

/** Grant Token and Refresh Token. Both throw when bKash gives no token; how often they run is the token store's business. */
export function bkashTokenCalls(
  api: string,
  credentials: BkashCredentials,
  call: CallJson = callJson,
): TokenCalls {
  const ask = async (
    operation: "grant" | "refresh",
    extra: Record<string, string>,
  ): Promise<GrantedToken> => {
    const answer = await call({
      method: "POST",
      url: `${api}/token/${operation}`,
      headers: { username: credentials.username, password: credentials.password },
      body: { app_key: credentials.appKey, app_secret: credentials.appSecret, ...extra },
    });
    if (answer.kind === "none") throw new Error(`bKash gave no answer to ${operation}: ${answer.cause}`);
    const read = tokenAnswer.safeParse(answer.body);
    if (!read.success)
      throw new Error(`bKash refused ${operation}: HTTP ${answer.status} ${reason(answer.body)}`);
    const { id_token, refresh_token = "", expires_in } = read.data;
    return { token: id_token, refreshToken: refresh_token, lifetimeSeconds: expires_in };
  };
  return {
    grant: () => ask("grant", {}),
    refresh: (refreshToken) => ask("refresh", { refresh_token: refreshToken }),
  };
}

/** The words of a failure, never the whole body: it may hold a token. */
function reason(body: unknown): string {
  const words = z
    .object({ msg: z.string(), message: z.string(), errorMessage: z.string(), statusMessage: z.string() })
    .partial()
    .safeParse(body);
  const text = words.success && Object.values(words.data).find(Boolean);
  return text ? text.slice(0, 200) : "without a reason";
}
