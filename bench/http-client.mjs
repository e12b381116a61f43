import { Pool } from "undici";

/**
 * A client with kept-alive connections, one request at a time on each.
 *
 * @param {string} origin
 * @param {number} connections
 */
export function httpClient(origin, connections) {
  const pool = new Pool(origin, { connections, pipelining: 1, keepAliveTimeout: 60_000 });
  /**
   * @param {{ method?: string, path: string, headers?: Record<string, string>, body?: unknown }} call
   * @returns {Promise<{ status: number, headers: Record<string, unknown>, text: string }>}
   */
  return async function send({ method = "GET", path, headers = {}, body }) {
    const response = await pool.request({
      method,
      path,
      headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.statusCode, headers: response.headers, text: await response.body.text() };
  };
}

/** The JSON of an answer that must have this status: a bench that times refusals measures nothing. */
export function expectJson(
  /** @type {{ status: number, text: string }} */ answer,
  /** @type {number} */ status,
) {
  if (answer.status !== status)
    throw new Error(`Expected HTTP ${status}, got ${answer.status}: ${answer.text.slice(0, 300)}`);
  return JSON.parse(answer.text);
}

/**
 * Does `work` for every item, with so many in flight at once.
 *
 * @template Item, Result
 * @param {number} limit
 * @param {readonly Item[]} items
 * @param {(item: Item) => Promise<Result>} work
 * @returns {Promise<Result[]>} in the order of the items
 */
export async function inFlight(limit, items, work) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const at = next++;
      results[at] = await work(items[at]);
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}
