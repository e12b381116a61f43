import { expectJson, httpClient } from "../http-client.mjs";

/** As many readers at once. */
export const READERS = 16;

/** As a browser asks: compressing is part of what a page costs. */
const AS_A_BROWSER = { accept: "text/html", "accept-encoding": "gzip, br", "accept-language": "bn" };

/**
 * @typedef {object} Page
 * @property {string} name
 * @property {number} pid of the process that answers
 * @property {() => Promise<void>} load
 */

/** @returns {Page} */
export function pageAt(name, { origin, pid }, path, headers = {}) {
  const send = httpClient(origin, READERS);
  return {
    name,
    pid,
    load: async () => {
      const { status } = await send({ path, headers: { ...AS_A_BROWSER, ...headers } });
      if (status !== 200) throw new Error(`${name}: ${path} answered HTTP ${status}`);
    },
  };
}

/** An order and the cookie of the browser that may see it, made as a shopper makes them. */
export async function openAnOrder({ origin }, /** @type {string} */ sku) {
  const send = httpClient(origin, 1);
  const placed = await send({
    method: "POST",
    path: "/api/orders",
    body: {
      lines: [{ sku, quantity: 1 }],
      contact: { name: "Bench", phone: "01712345678" },
      delivery: { district: "dhaka", address: "Road 1" },
    },
  });
  const { orderNumber, accessToken } = expectJson(placed, 201);
  const opened = await send({ path: `/api/orders/${orderNumber}/open?token=${accessToken}&locale=bn` });
  const cookie = [opened.headers["set-cookie"]].flat().map((each) => String(each).split(";")[0]);
  return { path: `/bn/orders/${orderNumber}`, headers: { cookie: cookie.join("; ") } };
}
