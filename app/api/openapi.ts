import "server-only";
import { z } from "zod";
import { API_ERRORS, type ApiErrorCode } from "./errors";
import * as shapes from "./schemas";

/** The JSON API in OpenAPI 3.1, made from the very schemas that validate its requests. */

type Direction = "input" | "output";

const json = (shape: z.ZodType, io: Direction) => ({
  "application/json": { schema: withoutDialect(z.toJSONSchema(shape, { io, unrepresentable: "any" })) },
});

function withoutDialect({ $schema: _dialect, ...schema }: Record<string, unknown>) {
  return schema;
}

const takes = (shape: z.ZodType) => ({ requestBody: { required: true, content: json(shape, "input") } });

const gives = (status: number, description: string, shape: z.ZodType) => ({
  [status]: { description, content: json(shape, "output") },
});

const refuses = (...codes: ApiErrorCode[]) => {
  const byStatus = Map.groupBy(codes, (code) => API_ERRORS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      status,
      {
        description: same.map((code) => `\`${code}\`: ${API_ERRORS[code].en}`).join("\n\n"),
        content: json(shapes.errorAnswer, "output"),
      },
    ]),
  );
};

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  description:
    "Names this request. The same key with the same body gives the same answer for 72 hours, with `Idempotent-Replayed: true`; execute and cancel tell where the payment stands by then. With another body: 422. Answers of 5xx and those with Retry-After are not kept: send the same again.",
  schema: withoutDialect(z.toJSONSchema(shapes.idempotencyKeyHeader, { io: "input" })),
};
const provider = {
  name: "provider",
  in: "path",
  required: true,
  schema: { type: "string", enum: ["bkash"] },
};
const orderNumber = { name: "orderNumber", in: "path", required: true, schema: { type: "string" } };

const BY_ORDER_TOKEN = [{ orderToken: [] }, { shopperCookie: [] }];
const BY_CRON_SECRET = [{ cronSecret: [] }];
const READ = ["INVALID_REQUEST", "UNEXPECTED", "TEMPORARILY_UNAVAILABLE"] as const;
const WRITE = [...READ, "NOT_JSON", "TOO_LARGE", "FOREIGN_ORIGIN", "IDEMPOTENCY_KEY_REUSED"] as const;

const cron = (summary: string) => ({
  post: {
    summary,
    security: BY_CRON_SECRET,
    responses: { 200: { description: "What was done." }, ...refuses("UNAUTHORISED", "UNEXPECTED") },
  },
});

export function openApiDocument(): Record<string, unknown> {
  return {
    openapi: "3.1.0",
    info: {
      title: "Storefront API",
      version: "1",
      description:
        "Orders and payments for apps and machines. Amounts are whole poisha. Errors come as `{ error: { code, message } }`, the message in the language of Accept-Language (bn or en).",
    },
    paths: {
      "/api/search": {
        get: {
          summary: "What a search box offers while one types",
          parameters: ["q", "locale"].map((name) => ({
            name,
            in: "query",
            required: name === "q",
            schema: { type: "string", ...(name === "locale" ? { enum: ["bn", "en"] } : { maxLength: 200 }) },
          })),
          responses: {
            ...gives(200, "The best few products; none before there is a word.", shapes.searchAnswer),
            ...refuses(...READ, "TOO_MANY_REQUESTS"),
          },
        },
      },
      "/api/orders": {
        post: {
          summary: "Place an order",
          parameters: [idempotencyKey],
          ...takes(shapes.placeOrderRequest),
          responses: {
            ...gives(201, "Placed; its stock is kept for an hour.", shapes.placedOrder),
            ...refuses(
              ...WRITE,
              "EMPTY_ORDER",
              "UNKNOWN_SKU",
              "INVALID_QUANTITY",
              "UNKNOWN_DISTRICT",
              "NOT_DELIVERED",
              "NOTHING_IN_ADVANCE",
              "OUT_OF_STOCK",
              "COUPON_UNKNOWN",
              "COUPON_NOT_YET",
              "COUPON_OVER",
              "COUPON_USED_UP",
              "COUPON_USED_BY_PHONE",
              "COUPON_BELOW_MINIMUM",
              "TOO_MANY_REQUESTS",
            ),
          },
        },
      },
      "/api/orders/{orderNumber}": {
        get: {
          summary: "An order and its money",
          security: BY_ORDER_TOKEN,
          parameters: [orderNumber],
          responses: {
            ...gives(200, "The order.", shapes.orderAnswer),
            ...refuses("ORDER_NOT_FOUND", "TOO_MANY_REQUESTS", ...READ),
          },
        },
      },
      "/api/orders/{orderNumber}/payment": {
        get: {
          summary: "Where an order's money stands, asked again and again by a page that is open",
          security: BY_ORDER_TOKEN,
          parameters: [orderNumber],
          responses: {
            ...gives(200, "Where it stands, and when to look again.", shapes.followAnswer),
            ...refuses("ORDER_NOT_FOUND", "TOO_MANY_REQUESTS", ...READ),
          },
        },
      },
      "/api/orders/{orderNumber}/link": {
        get: {
          summary: "The order's link, for another device",
          security: BY_ORDER_TOKEN,
          parameters: [orderNumber],
          responses: {
            ...gives(200, "The link. Whoever has it sees the order.", shapes.linkAnswer),
            ...refuses("ORDER_NOT_FOUND", ...READ),
          },
        },
      },
      "/api/orders/{orderNumber}/invoice": {
        get: {
          summary: "The order's invoice as PDF",
          security: BY_ORDER_TOKEN,
          parameters: [orderNumber],
          responses: {
            200: {
              description: "The invoice, in Bangla or with `?locale=en` in English.",
              content: { "application/pdf": { schema: { type: "string", format: "binary" } } },
            },
            ...refuses("ORDER_NOT_FOUND", "NO_INVOICE_YET", ...READ),
          },
        },
      },
      "/api/payments/{provider}/create": {
        post: {
          summary: "Open a payment for an order",
          security: BY_ORDER_TOKEN,
          parameters: [provider, idempotencyKey],
          ...takes(shapes.createPaymentRequest),
          responses: {
            ...gives(201, "Opened: show the wallet's window with `window`.", shapes.openedPayment),
            ...refuses(
              ...WRITE,
              "UNKNOWN_WALLET",
              "ORDER_NOT_FOUND",
              "ALREADY_PAID",
              "ORDER_CLOSED",
              "PAID_AT_DOOR",
              "PAYMENT_IN_PROGRESS",
              "TOO_MANY_PAYMENTS",
              "TOO_MANY_REQUESTS",
              "REFUSED_BY_WALLET",
              "WALLET_UNAVAILABLE",
              "PAYMENTS_PAUSED",
            ),
          },
        },
      },
      "/api/payments/{provider}/continue": {
        post: {
          summary: "Show the wallet's window again for a payment that is open still",
          security: BY_ORDER_TOKEN,
          parameters: [provider],
          ...takes(shapes.paymentRequest),
          responses: {
            ...gives(200, "The same payment: show the wallet's window with `window`.", shapes.openedPayment),
            ...refuses(...WRITE, "UNKNOWN_WALLET", "PAYMENT_NOT_FOUND", "PAYMENT_NOT_OPEN"),
          },
        },
      },
      "/api/payments/{provider}/execute": {
        post: {
          summary: "Move the money of an authorised payment",
          security: BY_ORDER_TOKEN,
          parameters: [provider, idempotencyKey],
          ...takes(shapes.paymentRequest),
          responses: {
            ...gives(200, "The wallet has answered.", shapes.paymentAnswer),
            ...gives(202, "In doubt: query until it is not, and do not pay again.", shapes.paymentAnswer),
            ...refuses(...WRITE, "UNKNOWN_WALLET", "PAYMENT_NOT_FOUND", "PAYMENTS_PAUSED"),
          },
        },
      },
      "/api/payments/{provider}/query": {
        get: {
          summary: "Where a payment stands",
          security: BY_ORDER_TOKEN,
          parameters: [
            provider,
            { name: "paymentId", in: "query", required: true, schema: { type: "string", format: "uuid" } },
          ],
          responses: {
            ...gives(200, "Its status.", shapes.paymentAnswer),
            ...gives(202, "Still in doubt.", shapes.paymentAnswer),
            ...refuses(...READ, "UNKNOWN_WALLET", "PAYMENT_NOT_FOUND", "TOO_MANY_REQUESTS"),
          },
        },
      },
      "/api/payments/{provider}/cancel": {
        post: {
          summary: "The shopper closed the wallet's window",
          security: BY_ORDER_TOKEN,
          parameters: [provider, idempotencyKey],
          ...takes(shapes.paymentRequest),
          responses: {
            ...gives(200, "Its status now.", shapes.paymentAnswer),
            ...gives(202, "Too late to cancel: execute is on its way.", shapes.paymentAnswer),
            ...refuses(...WRITE, "UNKNOWN_WALLET", "PAYMENT_NOT_FOUND"),
          },
        },
      },
      "/api/payments/{provider}/webhook": {
        post: {
          summary: "A message of the wallet's server, signed",
          description:
            "For the wallet alone (Amazon SNS, `text/plain`, at most 256 KiB). It moves no money: at most the wallet is asked about a payment. A message that comes again is taken again and does nothing.",
          parameters: [provider],
          responses: {
            ...gives(200, "Taken.", shapes.webhookAnswer),
            ...refuses(
              "UNKNOWN_WALLET",
              "NO_WEBHOOKS",
              "WEBHOOK_REFUSED",
              "TOO_LARGE",
              "UNEXPECTED",
              "TEMPORARILY_UNAVAILABLE",
            ),
          },
        },
      },
      "/api/cron/token": cron("Renew the wallets' tokens when it is time to"),
      "/api/cron/jobs": cron("Do everything once that the system does by itself every minute"),
      "/api/cron/self-check": cron(
        "Hold the books against themselves, the clock and the wallets' statements",
      ),
      "/api/metrics": {
        get: {
          summary: "Measurements, as Prometheus reads them",
          security: [{ metricsToken: [] }],
          responses: {
            200: {
              description: "Prometheus text.",
              content: { "text/plain": { schema: { type: "string" } } },
            },
            404: { description: "This shop has no METRICS_TOKEN." },
            ...refuses("UNAUTHORISED", "UNEXPECTED", "TEMPORARILY_UNAVAILABLE"),
          },
        },
      },
      "/api/health": {
        get: {
          summary: "Is the shop up?",
          responses: {
            ...gives(200, "Up.", shapes.healthAnswer),
            ...gives(503, "Its database cannot be reached.", shapes.healthAnswer),
          },
        },
      },
    },
    components: {
      securitySchemes: {
        orderToken: { type: "http", scheme: "bearer", description: "The order's access token." },
        shopperCookie: {
          type: "apiKey",
          in: "cookie",
          name: "shopper",
          description: "The cookie of a browser.",
        },
        metricsToken: { type: "http", scheme: "bearer", description: "METRICS_TOKEN." },
        cronSecret: { type: "http", scheme: "bearer", description: "CRON_SECRET." },
      },
    },
  };
}
