import { CHECKOUT_SCHEMAS } from "./checkout-schemas.ts";
import { gateway, paymentCall, SECURITY_SCHEMES, tokenCall, type PaymentCall } from "./merchant-calls.ts";
import type { Schema } from "./schema.ts";

/** A business error, or bKash itself in trouble (§2). */
const REFUSED = ["Refusal", "SystemError"];

const token = (summary: string, wish: string): Schema => ({ post: tokenCall(summary, wish, REFUSED) });
const get = (call: PaymentCall): Schema => ({ get: paymentCall(call, REFUSED) });
const post = (call: PaymentCall): Schema => ({ post: paymentCall(call, REFUSED) });

const QUERY = paymentCall({ summary: "Query Payment (§4.3)", result: "Queried", id: "paymentID" }, REFUSED);

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
    "/token/grant": token("Grant Token (§3.1)", "GrantWish"),
    "/token/refresh": token("Refresh Token (§3.2)", "RefreshWish"),
    "/payment/create": post({ summary: "Create Payment (§4.1)", result: "Created", wish: "CreateWish" }),
    "/payment/execute/{paymentID}": post({
      summary: "Execute Payment: money moves (§4.2)",
      result: "Executed",
      id: "paymentID",
    }),
    "/payment/query/{paymentID}": {
      get: {
        ...QUERY,
        responses: {
          ...(QUERY["responses"] as Schema),
          "400": gateway("Content-Type is missing, although this is a GET (§2)"),
        },
      },
    },
    "/payment/search/{trxID}": get({
      summary: "Search Transaction (§4.4)",
      result: "Transaction",
      id: "trxID",
    }),
    "/payment/capture/{paymentID}": post({
      summary: "Capture an authorisation (§4.5)",
      result: "Captured",
      id: "paymentID",
    }),
    "/payment/void/{paymentID}": post({
      summary: "Void an authorisation (§4.5)",
      result: "Captured",
      id: "paymentID",
    }),
    "/payment/refund": post({
      summary: "Refund, or its status (§4.6)",
      result: "Refunded",
      wish: "RefundWish",
    }),
    "/payment/organizationBalance": get({ summary: "The merchant's two accounts (§4.7)", result: "Balance" }),
    "/payment/intraAccountTransfer": post({
      summary: "Move money between them (§4.7)",
      result: "Transferred",
      wish: "TransferWish",
    }),
    "/payment/b2cPayment": post({ summary: "Pay a customer (§4.7)", result: "PaidOut", wish: "PayoutWish" }),
  },
  components: {
    schemas: CHECKOUT_SCHEMAS,
    securitySchemes: SECURITY_SCHEMES,
  },
};
