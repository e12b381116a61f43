import { CHECKOUT_SCHEMAS, orRefused } from "./checkout-schemas.ts";
import { answer, json, either, pathParameter, ref, type Schema } from "./schema.ts";

const header = (name: string, about: string): Schema => ({
  name,
  in: "header",
  required: true,
  description: about,
  schema: { type: "string" },
});

const gateway = (description: string): Schema => answer(description, ref("GatewayMessage"));
const FAULTY = gateway("Whatever else the gateway says when a fault is planted, with its HTTP status");

const body = (name: string): Schema => ({ required: true, content: json(ref(name)) });

function tokenCall(summary: string, wish: string): Schema {
  return {
    summary,
    parameters: [
      header("username", "the merchant's name at bKash"),
      header("password", "and its password (§3.1)"),
    ],
    requestBody: body(wish),
    responses: {
      "200": answer(
        "A token; or why not, where the switch grantFailureStatus is 200",
        either(ref("Token"), ref("TokenFailure"), ref("SystemError")),
      ),
      "401": answer(
        "Why not, where the switch grantFailureStatus is 401",
        either(ref("TokenFailure"), ref("GatewayMessage")),
      ),
      default: FAULTY,
    },
  };
}

interface PaymentCall {
  readonly summary: string;
  readonly result: string;
  readonly wish?: string;
  readonly id?: string;
}

function paymentCall({ summary, result, wish, id }: PaymentCall): Schema {
  return {
    summary,
    security: [{ token: [], appKey: [] }],
    ...(id && { parameters: [pathParameter(id, "from an earlier answer")] }),
    ...(wish && { requestBody: body(wish) }),
    responses: {
      "200": answer("Done, or refused with an errorCode (§2)", orRefused(result)),
      "401": gateway("The token is missing, unknown or expired (§2)"),
      default: FAULTY,
    },
  };
}

const QUERY = paymentCall({ summary: "Query Payment (§4.3)", result: "Queried", id: "paymentID" });

/** The merchant API of Checkout (iFrame) as it is simulated, in OpenAPI 3.1. */
export const CHECKOUT_DOCUMENT: Schema = {
  openapi: "3.1.0",
  info: {
    title: "bKash Checkout (iFrame), simulated",
    version: "1.2.0-beta",
    description: "Written from public descriptions for the bKash simulator. Not a document of bKash's.",
  },
  servers: [{ url: "/v1.2.0-beta/checkout" }],
  paths: {
    "/token/grant": { post: tokenCall("Grant Token (§3.1)", "GrantWish") },
    "/token/refresh": { post: tokenCall("Refresh Token (§3.2)", "RefreshWish") },
    "/payment/create": {
      post: paymentCall({ summary: "Create Payment (§4.1)", result: "Created", wish: "CreateWish" }),
    },
    "/payment/execute/{paymentID}": {
      post: paymentCall({
        summary: "Execute Payment: money moves (§4.2)",
        result: "Executed",
        id: "paymentID",
      }),
    },
    "/payment/query/{paymentID}": {
      get: {
        ...QUERY,
        responses: {
          ...(QUERY["responses"] as Schema),
          "400": gateway("Content-Type is missing, although this is a GET (§2)"),
        },
      },
    },
    "/payment/search/{trxID}": {
      get: paymentCall({ summary: "Search Transaction (§4.4)", result: "Transaction", id: "trxID" }),
    },
    "/payment/capture/{paymentID}": {
      post: paymentCall({
        summary: "Capture an authorisation (§4.5)",
        result: "Captured",
        id: "paymentID",
      }),
    },
    "/payment/void/{paymentID}": {
      post: paymentCall({ summary: "Void an authorisation (§4.5)", result: "Captured", id: "paymentID" }),
    },
    "/payment/refund": {
      post: paymentCall({ summary: "Refund, or its status (§4.6)", result: "Refunded", wish: "RefundWish" }),
    },
    "/payment/organizationBalance": {
      get: paymentCall({ summary: "The merchant's two accounts (§4.7)", result: "Balance" }),
    },
    "/payment/intraAccountTransfer": {
      post: paymentCall({
        summary: "Move money between them (§4.7)",
        result: "Transferred",
        wish: "TransferWish",
      }),
    },
    "/payment/b2cPayment": {
      post: paymentCall({ summary: "Pay a customer (§4.7)", result: "PaidOut", wish: "PayoutWish" }),
    },
  },
  components: {
    schemas: CHECKOUT_SCHEMAS,
    securitySchemes: {
      token: { type: "apiKey", in: "header", name: "Authorization", description: "the id_token, raw (§3.4)" },
      appKey: { type: "apiKey", in: "header", name: "X-APP-Key" },
    },
  },
};
