import { paymentCall, SECURITY_SCHEMES, tokenCall } from "./merchant-calls.ts";
import type { Schema } from "./schema.ts";
import { TOKENIZED_SCHEMAS } from "./tokenized-schemas.ts";

const CHECKOUT = "/v1.2.0-beta/tokenized/checkout";
const REFUND_V2 = "/v2/tokenized-checkout/refund/payment";
const REFUSED = ["Refusal"];

const token = (summary: string, wish: string): Schema => ({ post: tokenCall(summary, wish, REFUSED) });
const call = (summary: string, wish: string, result: string): Schema => ({
  post: paymentCall({ summary, wish, result }, REFUSED),
});

// There are no agreements here, so that every answer is a refusal.
const agreement = (summary: string): Schema => ({
  post: paymentCall({ summary, wish: "AgreementWish", result: "Refusal" }, []),
});

/** The merchant API of Checkout (URL) as it is simulated, in OpenAPI 3.1 (§11). */
export const TOKENIZED_DOCUMENT: Schema = {
  openapi: "3.1.0",
  info: {
    title: "bKash Checkout (URL), simulated",
    version: "1.2.0-beta",
    description: "Written from public descriptions for the bKash simulator. Not a document of bKash's.",
  },
  servers: [{ url: "/" }],
  paths: {
    [`${CHECKOUT}/token/grant`]: token("Grant Token", "GrantWish"),
    [`${CHECKOUT}/token/refresh`]: token("Refresh Token", "RefreshWish"),
    [`${CHECKOUT}/create`]: call("Create Payment", "CreateWish", "Created"),
    [`${CHECKOUT}/execute`]: call("Execute Payment: money moves", "PaymentWish", "Executed"),
    [`${CHECKOUT}/payment/status`]: call("Query Payment", "PaymentWish", "Status"),
    [`${CHECKOUT}/payment/confirm/capture`]: call("Capture an authorisation", "PaymentWish", "Captured"),
    [`${CHECKOUT}/payment/confirm/void`]: call("Void an authorisation", "PaymentWish", "Captured"),
    [`${CHECKOUT}/payment/refund`]: call("Refund v1, or its status (§4.6)", "RefundWish", "Refunded"),
    [`${CHECKOUT}/general/searchTransaction`]: call("Search Transaction", "TransactionWish", "Transaction"),
    [`${CHECKOUT}/general/searchTran`]: call("The same by its older name", "TransactionWish", "Transaction"),
    [`${CHECKOUT}/agreement/status`]: agreement("No agreement is ever found"),
    [`${CHECKOUT}/agreement/cancel`]: agreement("No agreement is ever found"),
    [`${REFUND_V2}/transaction`]: call("Refund v2, up to ten times", "RefundV2Wish", "RefundedV2"),
    [`${REFUND_V2}/status`]: call("All refunds of a payment", "RefundStatusWish", "RefundStatus"),
  },
  components: { schemas: TOKENIZED_SCHEMAS, securitySchemes: SECURITY_SCHEMES },
};
