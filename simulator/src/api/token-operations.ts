import type { Product } from "../tokens.ts";
import { fieldsOf, ok, textOf, type ApiAnswer, type ApiCall, type Operation } from "./api-call.ts";

// bKash does not publish these texts (§3.1): they are this simulator's own, in the published shape.
const WRONG_CREDENTIALS = "Invalid username and password combination, app key or app secret";
const WRONG_REFRESH_TOKEN = "Invalid or expired refresh token";

function fail(call: ApiCall, msg: string): ApiAnswer {
  return { status: call.simulator.settings.grantFailureStatus, body: { status: "fail", msg } };
}

function overTheCap(call: ApiCall, kind: "grant" | "refresh", product: Product): ApiAnswer | undefined {
  const seconds = call.simulator.tokens.countCall(kind, product);
  if (seconds === 0) return undefined;
  return fail(call, `Too many token requests. Token requests are blocked for another ${seconds} seconds`);
}

function credentialsAreRight(call: ApiCall): boolean {
  const { app_key: appKey, app_secret: appSecret } = fieldsOf(call.body);
  return call.simulator.tokens.areRight(
    call.header("username") ?? "",
    call.header("password") ?? "",
    appKey,
    appSecret,
  );
}

function grant(call: ApiCall): ApiAnswer {
  return credentialsAreRight(call) ? ok(call.simulator.tokens.grant()) : fail(call, WRONG_CREDENTIALS);
}

function refresh(call: ApiCall): ApiAnswer {
  if (!credentialsAreRight(call)) return fail(call, WRONG_CREDENTIALS);
  const answer = call.simulator.tokens.refresh(textOf(fieldsOf(call.body)["refresh_token"]));
  return answer ? ok(answer) : fail(call, WRONG_REFRESH_TOKEN);
}

/** Grant and refresh of a product (§3): the only calls without a token. */
export const tokenOperations = (product: Product): readonly Operation[] =>
  (["grant", "refresh"] as const).map((name) => ({
    name,
    method: "POST",
    path: `/token/${name}`,
    needsToken: false,
    needsContentType: false,
    answer: (call) => overTheCap(call, name, product) ?? (name === "grant" ? grant(call) : refresh(call)),
  }));
