// The least that a Node server can do for a payment and still never lose or double one: no framework, no mapper, SQL by hand.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { createPayment, executePayment } from "./floor/payments.mjs";
import { grantToken } from "./floor/wallet.mjs";

const MAX_BODY_BYTES = 64 * 1024;

/** @param {import("node:http").IncomingMessage} request */
async function readBody(request) {
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) return undefined;
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return undefined;
  }
}

/** A body with exactly this one field, or undefined: an amount in it is refused, not ignored. */
const onlyField = (body, name, shape) =>
  body !== null && typeof body === "object" && Object.keys(body).join() === name && shape.test(body[name])
    ? body[name]
    : undefined;

/** Only the hash of an order's access token is stored. */
function accessHash(/** @type {import("node:http").IncomingMessage} */ request) {
  const token = /^Bearer ([\w-]{1,200})$/.exec(request.headers.authorization ?? "")?.[1];
  return token && createHash("sha256").update(token).digest();
}

const ORDER_NUMBER = /^S-\d{1,12}$/;
const PAYMENT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const routes = {
  "GET /api/health": async () => ({ status: 200, body: { status: "ok" } }),
  "POST /api/payments/bkash/create": async (request) => {
    const orderNumber = onlyField(await readBody(request), "orderNumber", ORDER_NUMBER);
    if (!orderNumber) return { status: 400, body: { error: "INVALID_REQUEST" } };
    const access = accessHash(request);
    return access ? createPayment(orderNumber, access) : { status: 404, body: { error: "ORDER_NOT_FOUND" } };
  },
  "POST /api/payments/bkash/execute": async (request) => {
    const paymentId = onlyField(await readBody(request), "paymentId", PAYMENT_ID);
    if (!paymentId) return { status: 400, body: { error: "INVALID_REQUEST" } };
    const access = accessHash(request);
    return access ? executePayment(paymentId, access) : { status: 404, body: { error: "PAYMENT_NOT_FOUND" } };
  },
};

async function answer(request) {
  const route = routes[`${request.method} ${request.url}`];
  if (!route) return { status: 404, body: { error: "NOT_FOUND" } };
  try {
    return await route(request);
  } catch (error) {
    console.error(error);
    return { status: 500, body: { error: "UNEXPECTED" } };
  }
}

await grantToken();
createServer(async (request, response) => {
  const { status, body } = await answer(request);
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "cache-control": "no-store",
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
}).listen(Number(process.env.PORT), "127.0.0.1");
