import { CONTROL_SCHEMAS } from "./control-schemas.ts";
import { lever } from "./lever.ts";
import { answer, mapOf, object, pathParameter, queryParameter, type Schema } from "./schema.ts";
import { STATE_SCHEMAS } from "./state-schemas.ts";
import { TEST_SCHEMAS } from "./test-schemas.ts";
import { WEBHOOK_LEVERS } from "./webhook-levers.ts";
import { WEBHOOK_SCHEMAS } from "./webhook-schemas.ts";

const paymentID = pathParameter("paymentID", "from create");
const ofPayment = queryParameter("paymentID", "of this payment only");
const ofOperation = queryParameter("operation", "of this operation only");
const document = (summary: string): Schema => ({
  get: {
    summary,
    responses: { "200": answer("OpenAPI 3.1", mapOf({})) },
  },
});

/** Path → method → what it does. */
const LEVERS: Readonly<Record<string, Schema>> = {
  "/health": { get: lever({ summary: "Alive? Time, counts, memory", result: "Health" }) },
  "/credentials": { get: lever({ summary: "What to configure", result: "Credentials" }) },
  "/payments": { get: lever({ summary: "The latest 100", result: "Payments" }) },
  "/payments/{paymentID}": {
    get: lever({ summary: "One payment", result: "Payment", errors: [404], parameters: [paymentID] }),
  },
  "/payments/{paymentID}/outlook": {
    get: lever({
      summary: "What bKash would answer now, and what happened in the window",
      result: "Outlook",
      errors: [404],
      parameters: [paymentID],
    }),
  },
  "/payments/{paymentID}/authorise": {
    post: lever({
      summary: "Confirm without a browser",
      takes: "AuthoriseWish",
      result: "Payment",
      errors: [400, 404, 409],
      parameters: [paymentID],
    }),
  },
  "/payments/{paymentID}/cancel": {
    post: lever({
      summary: "The customer closes the window",
      result: "Payment",
      errors: [404],
      parameters: [paymentID],
    }),
  },
  "/ledger": {
    get: lever({ summary: "The money that moved", result: "Ledger", parameters: [ofPayment] }),
  },
  "/calls": {
    get: lever({
      summary: "The last 10,000 calls, and counts of all",
      result: "Calls",
      parameters: [
        ofPayment,
        ofOperation,
        queryParameter("whole", "true: with headers and bodies, which a payment's calls always have"),
      ],
    }),
  },
  "/calls/{number}": {
    get: lever({
      summary: "One call with headers and bodies",
      result: "Call",
      errors: [404],
      parameters: [pathParameter("number", "of a call")],
    }),
  },
  "/calls/stream": {
    get: {
      summary: "Calls as they happen",
      parameters: [ofPayment, ofOperation, queryParameter("after", "the number of the last call known")],
      responses: {
        "200": {
          description: "Server-sent events",
          content: { "text/event-stream": { schema: { type: "string" } } },
        },
      },
    },
  },
  "/calls.har": {
    get: {
      summary: "Calls as an HTTP Archive 1.2",
      parameters: [ofPayment, ofOperation],
      responses: { "200": answer("HAR", object({ log: mapOf({}) })) },
    },
  },
  "/wallets": { get: lever({ summary: "All wallets", result: "Wallets" }) },
  "/wallets/{msisdn}": {
    put: lever({
      summary: "Change a wallet, or open one",
      takes: "WalletWish",
      result: "Wallet",
      errors: [400],
      parameters: [pathParameter("msisdn", "like 01770618575")],
    }),
  },
  "/faults": {
    get: lever({ summary: "Faults that wait, and all kinds", result: "Faults" }),
    post: lever({
      summary: "Plant a fault",
      takes: "FaultWish",
      result: "Fault",
      status: 201,
      errors: [400],
    }),
    delete: lever({ summary: "Remove all", result: "Removed" }),
  },
  "/faults/{id}": {
    delete: lever({
      summary: "Remove one",
      result: "Removed",
      errors: [404],
      parameters: [pathParameter("id", "from planting")],
    }),
  },
  "/settings": {
    get: lever({ summary: "Values of all switches", result: "Settings" }),
    patch: lever({
      summary: "Change some",
      takes: "SettingsWish",
      result: "Settings",
      errors: [400],
    }),
  },
  "/switches": { get: lever({ summary: "What each switch means and takes", result: "Switches" }) },
  "/magic": { get: lever({ summary: "Wallets and amounts that choose an outcome", result: "Magic" }) },
  "/clock": {
    get: lever({ summary: "This bKash's time", result: "Clock" }),
    post: lever({
      summary: "Move it, set it, speed it up",
      takes: "ClockWish",
      result: "Clock",
      errors: [400],
    }),
  },
  "/tokens/revoke": { post: lever({ summary: "Every token so far is refused", result: "Revoked" }) },
  "/reset": {
    post: lever({ summary: "Back to the start", takes: "ResetWish", result: "Reset", errors: [400] }),
  },
  "/snapshot": {
    get: lever({ summary: "The whole state", result: "Snapshot" }),
    post: lever({ summary: "Bring it back", takes: "Snapshot", result: "Health", errors: [400] }),
  },
  "/scenarios": { get: lever({ summary: "Named situations", result: "Scenarios" }) },
  "/scenarios/{name}": {
    post: lever({
      summary: "Play one, and take the one before back",
      takes: "ScenarioWish",
      result: "ScenarioPlayed",
      errors: [400],
      parameters: [pathParameter("name", "of a scenario")],
    }),
  },
  ...WEBHOOK_LEVERS,
  "/openapi/checkout.json": document("The merchant API's of Checkout (iFrame)"),
  "/openapi/tokenized.json": document("The merchant API's of Checkout (URL)"),
  "/openapi/control.json": document("This document"),
};

/** The levers behind the stage, in OpenAPI 3.1. */
export const CONTROL_DOCUMENT: Schema = {
  openapi: "3.1.0",
  info: {
    title: "bKash simulator, control API",
    version: "1",
    description: "Web pages of other origins are refused with 403, unknown paths with 404.",
  },
  servers: [{ url: "/__simulator" }],
  paths: LEVERS,
  components: { schemas: { ...CONTROL_SCHEMAS, ...TEST_SCHEMAS, ...STATE_SCHEMAS, ...WEBHOOK_SCHEMAS } },
};

/** Each as one would write it down: "POST payments/{paymentID}/authorise". */
export const documentedLevers = (): string[] =>
  Object.entries(LEVERS).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.slice(1)}`),
  );
