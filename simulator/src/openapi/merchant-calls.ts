import { answer, either, json, pathParameter, ref, type Schema } from "./schema.ts";

const header = (name: string, about: string): Schema => ({
  name,
  in: "header",
  required: true,
  description: about,
  schema: { type: "string" },
});

/** An answer of the gateway in front of bKash (§2). */
export const gateway = (description: string): Schema => answer(description, ref("GatewayMessage"));

const FAULTY = gateway("Whatever else the gateway says when a fault is planted, with its HTTP status");
const body = (name: string): Schema => ({ required: true, content: json(ref(name)) });

/** How the two products name a call's failure with HTTP 200. */
export type Failures = readonly string[];

/** Grant or refresh (§3). */
export const tokenCall = (summary: string, wish: string, failures: Failures): Schema => ({
  summary,
  parameters: [
    header("username", "the merchant's name at bKash"),
    header("password", "and its password (§3.1)"),
  ],
  requestBody: body(wish),
  responses: {
    "200": answer(
      "A token; or why not, where the switch grantFailureStatus is 200",
      either(ref("Token"), ref("TokenFailure"), ...failures.map(ref)),
    ),
    "401": answer(
      "Why not, where the switch grantFailureStatus is 401",
      either(ref("TokenFailure"), ref("GatewayMessage")),
    ),
    default: FAULTY,
  },
});

export interface PaymentCall {
  readonly summary: string;
  readonly result: string;
  readonly wish?: string;
  /** The name of the parameter in the path. */
  readonly id?: string;
}

/** A call with a token. HTTP 200 is all that success and refusal have in common (§2). */
export const paymentCall = ({ summary, result, wish, id }: PaymentCall, failures: Failures): Schema => ({
  summary,
  security: [{ token: [], appKey: [] }],
  ...(id && { parameters: [pathParameter(id, "from an earlier answer")] }),
  ...(wish && { requestBody: body(wish) }),
  responses: {
    "200": answer("Done, or refused with a code", either(ref(result), ...failures.map(ref))),
    "401": gateway("The token is missing, unknown or expired (§2)"),
    default: FAULTY,
  },
});

/** How a merchant proves who it is (§3.4). */
export const SECURITY_SCHEMES: Schema = {
  token: { type: "apiKey", in: "header", name: "Authorization", description: "the id_token, raw (§3.4)" },
  appKey: { type: "apiKey", in: "header", name: "X-APP-Key" },
};
