import { isRefusal } from "../errors.ts";

// Seen on the wire of this product, where the published table says something else (§5).
const WIRE_TEXTS: Readonly<Record<string, string>> = {
  "2117": "Payment execution already been called before",
};

/**
 * Checkout (URL) answers everything with statusCode and statusMessage: "0000" when it went well (§2). What the gateway
 * says in front of it stays as it is.
 */
export function phraseWithStatusCode(body: object): object {
  if (isRefusal(body)) {
    return {
      statusCode: body.errorCode,
      statusMessage: WIRE_TEXTS[body.errorCode] ?? body.errorMessage,
    };
  }
  const isGateways = "message" in body || "msg" in body;
  return isGateways ? body : { statusCode: "0000", statusMessage: "Successful", ...body };
}
