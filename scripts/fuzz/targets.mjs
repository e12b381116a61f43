// Everything that anybody can send a request to. Routes are read from the source, so that a new one is not forgotten.
import { globSync, readFileSync } from "node:fs";
import { inProject } from "../setup/project.mjs";

/**
 * @typedef {object} Target
 * @property {string} path with `{name}` where the address has a part of its own
 * @property {string[]} methods those that it answers to
 * @property {Record<string, string>} plain a good value for each such part
 * @property {(below: (limit: number) => number) => unknown} body a good body, or nearly one
 * @property {string} [token] an order's access token
 */

const DECLARED = /export (?:const|async function|function|\{[^}]*\bas) (GET|POST|PUT|PATCH|DELETE)\b/g;
const ID = "01890a5d-ac96-774b-bcce-b302099a8057";

/** Good bodies; what is not here takes that of a payment. */
const BODIES = {
  "/api/orders": () => ({
    lines: [{ sku: "HAAT-TEX-002", quantity: 1 }],
    contact: { name: "Rahima Khatun", phone: "01712345678", email: "rahima@example.com" },
    // No such district: a good order would take stock away from the other targets.
    delivery: { district: "atlantis", address: "House 12, Road 5", note: "" },
    locale: "bn",
  }),
  "/api/payments/{provider}/create": () => ({ orderNumber: "S-999999999999" }),
  "/api/payments/{provider}/webhook": (below) => ({
    Type: ["Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation"][below(3)],
    MessageId: ID,
    TopicArn: "arn:aws:sns:ap-southeast-1:000000000000:bpt_01929918000",
    Message: JSON.stringify({ trxID: "A", amount: "10.00", merchantInvoiceNumber: "S-1-1" }),
    Timestamp: new Date().toISOString(),
    SignatureVersion: "1",
    Signature: "eA==",
    SigningCertURL: "https://sns.ap-southeast-1.amazonaws.com/SimpleNotificationService-x.pem",
    SubscribeURL: "http://169.254.169.254/",
    Token: "x",
  }),
};

/** Pages, and the forms that are sent to them. */
const PAGES = [
  ...["/", "/{locale}", "/{locale}/products", "/{locale}/products/{slug}", "/{locale}/categories/{slug}"],
  ...["/{locale}/cart", "/{locale}/checkout", "/{locale}/orders/{orderNumber}", "/admin", "/admin/sign-in"],
  ...["/admin/orders/{orderNumber}", "/admin/outbox", "/{locale}/track", "/{locale}/account"],
];

const plain = { provider: "bkash", orderNumber: "S-999999999999", locale: "en", slug: "nakshi-kantha" };

/** @returns {Target[]} @param {{ orderNumber: string, accessToken: string }} [order] one that the API's targets are about */
export function findTargets(order) {
  const routes = globSync("app/api/**/route.ts", { cwd: inProject() }).toSorted();
  const api = routes.map((file) => {
    const path = `/${file.replace(/^app\//, "").replace(/\/route\.ts$/, "")}`
      .replaceAll(/\[\.\.\.(\w+)\]/g, "{$1}")
      .replaceAll(/\[(\w+)\]/g, "{$1}");
    const source = readFileSync(inProject(file), "utf8");
    const methods = [...source.matchAll(DECLARED)].map(([, method]) => method);
    return {
      path,
      methods,
      plain: { ...plain, nextauth: "session", ...(order ? { orderNumber: order.orderNumber } : {}) },
      body: BODIES[path] ?? (() => ({ paymentId: ID })),
      ...(order ? { token: order.accessToken } : {}),
    };
  });
  const pages = PAGES.map((path) => ({
    path,
    methods: ["GET", "GET", "POST"],
    plain,
    body: () => ({ "1_name": "x" }),
  }));
  return [...api, ...pages];
}
