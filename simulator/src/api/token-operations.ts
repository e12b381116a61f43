import { fieldsOf, ok, textOf, type ApiAnswer, type ApiCall, type Operation } from "./api-call.ts";

// bKash does not publish these texts (§3.1): they are this simulator's own, in the published shape.
const WRONG_CREDENTIALS = "Invalid username and password combination, app key or app secret";
const WRONG_REFRESH_TOKEN = "Invalid or expired refresh token";

function fail(call: ApiCall, msg: string): ApiAnswer {
  return { status: call.simulator.settings.grantFailureStatus, body: { status: "fail", msg } };
}

function overTheCap(call: ApiCall, kind: "grant" | "refresh"): ApiAnswer | undefined {
  const seconds = call.simulator.tokens.countCall(kind);
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
  const blocked = overTheCap(call, "grant");
  if (blocked) return blocked;
  return credentialsAreRight(call) ? ok(call.simulator.tokens.grant()) : fail(call, WRONG_CREDENTIALS);
}

function refresh(call: ApiCall): ApiAnswer {
  const blocked = overTheCap(call, "refresh");
  if (blocked) return blocked;
  if (!credentialsAreRight(call)) return fail(call, WRONG_CREDENTIALS);
  const answer = call.simulator.tokens.refresh(textOf(fieldsOf(call.body)["refresh_token"]));
  return answer ? ok(answer) : fail(call, WRONG_REFRESH_TOKEN);
}

/** Grant and refresh (§3): the only calls without a token. */
export const TOKEN_OPERATIONS: readonly Operation[] = [
  {
    name: "grant",
    method: "POST",
    path: "/token/grant",
    needsToken: false,
    needsContentType: false,
    answer: grant,
  },
  {
    name: "refresh",
    method: "POST",
    path: "/token/refresh",
    needsToken: false,
    needsContentType: false,
    answer: refresh,
  },
];
