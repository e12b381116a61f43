// Requests that no client of ours would send.
import { hostileBody } from "./hostile-body.mjs";

const PATH_PARTS = [
  ...[
    "%00",
    "%2e%2e",
    "..%2f..%2f",
    "%FF",
    "%E0%A4%A",
    "%",
    "%u0041",
    "__proto__",
    "constructor",
    "S-10001",
    "s-1",
  ],
  ...[
    "S-999999999999",
    "S-1'--",
    "bkash",
    "nagad",
    "%F0%9F%99%82",
    "%0d%0ax-evil:1",
    ";",
    "a".repeat(3_000),
    "%20",
  ],
  ...["00000000-0000-0000-0000-000000000000", "[orderNumber]", "undefined", "null", "-1", "1e999"],
];
const QUERIES = [
  ...[
    "",
    "?",
    "?paymentId=",
    "?paymentId=%00",
    "?paymentId=00000000-0000-0000-0000-000000000000",
    "?a=1&a=2&a=3",
  ],
  ...[
    "?__proto__[x]=1",
    "?token=%FF%FE",
    "?paymentId[]=x",
    `?q=${"x".repeat(4_000)}`,
    "?%",
    "?=&=&=",
    "?locale=..%2f",
  ],
  ...[
    "?token=%E0%A4%A",
    "?page=1e9",
    "?page=-1&show=x",
    "?callbackUrl=javascript:alert(1)",
    "?csrf=true",
    "?q=%00&page=0",
  ],
];
const METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "PROPFIND"];

/** Header by header what it may hold that it should not. Plain for HTTP, or the parser would refuse it before the shop. */
const HEADERS = {
  authorization: [
    "Bearer",
    "Bearer ",
    "Bearer x",
    `Bearer ${"x".repeat(43)}`,
    "Bearer \u00ff\u00fe",
    "Basic eDp4",
  ],
  cookie: [
    "shopper=",
    `shopper=${"x".repeat(43)}`,
    "shopper=%00",
    "shopper=%E0%A4%A; ;;=",
    "next-auth.session-token=x.y.z",
  ],
  origin: ["null", "http://evil.example", "http://localhost:1", "::", "http://[::1", "https://a@b"],
  "sec-fetch-site": ["cross-site", "same-origin", "none", "\u00ff"],
  "idempotency-key": [
    "",
    "short",
    "x".repeat(101),
    "a b c d e f g h",
    "k3y_is-fine-0001",
    "\u00ff".repeat(20),
  ],
  "accept-language": ["bn", "*", ";;;", "x".repeat(2_000), "bn-BD;q=1e999", "\u00e4"],
  "x-request-id": ["", "x".repeat(500), "<b>", "a;b", "edge-0001-fuzz"],
  traceparent: ["00-0-0-00", `00-${"f".repeat(32)}-${"f".repeat(16)}-ff`, "x"],
  accept: ["text/x-component", "*/*", "application/xml", "\u00ff"],
  rsc: ["1", "x"],
  "next-router-state-tree": ["%5B%5D", "x", "%"],
  "next-action": ["x", "0".repeat(40), "__proto__"],
  "content-encoding": ["gzip", "br", "x"],
  "x-forwarded-host": ["evil.example", "a b", "[::1"],
  "x-forwarded-for": ["127.0.0.1", "x".repeat(500), "::ffff:1.2.3.4, , ,"],
  "x-forwarded-proto": ["https", "javascript", "http, https"],
  "x-amz-sns-message-type": ["Notification", "SubscriptionConfirmation", "\u00ff"],
  "if-none-match": ["*", '"x"', "W/"],
  range: ["bytes=0-0", "bytes=-1", "x"],
};

/**
 * One request to a target.
 *
 * @param {ReturnType<import("./random.mjs").randomFrom>} random
 * @param {import("./targets.mjs").Target} target
 */
export function hostileRequest(random, target) {
  const { pick, oneIn, below } = random;
  const method = oneIn(6) ? pick(METHODS) : pick(target.methods);
  const path = target.path.replace(/\{(\w+)\}/g, (_all, name) =>
    oneIn(2) ? encodeURI(target.plain[name] ?? "x") : pick(PATH_PARTS),
  );
  const headers = {};
  for (const name of Object.keys(HEADERS)) if (oneIn(12)) headers[name] = pick(HEADERS[name]);
  if (oneIn(3) && target.token) headers.authorization ??= `Bearer ${target.token}`;
  const hasBody = !["GET", "HEAD", "OPTIONS"].includes(method);
  const made = hasBody ? hostileBody(random, target.body(below)) : undefined;
  if (made?.contentType) headers["content-type"] = made.contentType;
  return {
    method,
    path: `${path}${oneIn(method === "GET" ? 2 : 10) ? pick(QUERIES) : ""}`,
    headers,
    ...(made ? { body: made.body } : {}),
  };
}
