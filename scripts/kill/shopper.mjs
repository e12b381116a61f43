// Somebody who buys through the shop's JSON API and knows what a page would know. A shop that dies answers nothing.
import { randomUUID } from "node:crypto";

/** No answer came: the shop has died, or the line. */
export class NoAnswer extends Error {}

const PATIENCE_MS = 90_000;

export class Shopper {
  /** @param {{ origin: () => string, authorise: (paymentID: string) => Promise<unknown> }} world @param {string} sku */
  constructor(world, sku) {
    this.world = world;
    this.sku = sku;
    this.orderKey = randomUUID();
    /** Payments that this shopper has asked to execute, by bKash's id. */
    this.executed = new Set();
  }

  #send = (method, path, { body, headers = {} } = {}) =>
    send(this.world.origin(), method, path, {
      body,
      headers: { ...(this.accessToken ? { authorization: `Bearer ${this.accessToken}` } : {}), ...headers },
    });

  /** Sent again after a lost answer, it finds the order that the first one placed. */
  place = async () => {
    const answer = await this.#send("POST", "/api/orders", {
      headers: { "idempotency-key": this.orderKey },
      body: {
        lines: [{ sku: this.sku, quantity: 1 }],
        contact: { name: "Rahima Khatun", phone: "01712345678" },
        delivery: { district: "dhaka", address: "House 12, Road 5, Dhanmondi" },
        locale: "en",
      },
    });
    if (answer.status === 201) {
      this.orderNumber = answer.data.orderNumber;
      this.accessToken = answer.data.accessToken;
    }
    return answer;
  };

  create = async () => {
    const answer = await this.#send("POST", "/api/payments/bkash/create", {
      body: { orderNumber: this.orderNumber },
    });
    if (answer.status === 201) {
      this.paymentId = answer.data.paymentId;
      this.paymentID = answer.data.window.paymentID;
    }
    return answer;
  };

  authorise = () => this.world.authorise(this.paymentID);

  execute = () => {
    this.executed.add(this.paymentID);
    return this.#send("POST", "/api/payments/bkash/execute", { body: { paymentId: this.paymentId } });
  };

  cancel = () => this.#send("POST", "/api/payments/bkash/cancel", { body: { paymentId: this.paymentId } });
  query = () => this.#send("GET", `/api/payments/bkash/query?paymentId=${this.paymentId}`);
  /** What the order's page asks while it is open. */
  follow = () => this.#send("GET", `/api/orders/${this.orderNumber}/payment`);
  order = () => this.#send("GET", `/api/orders/${this.orderNumber}`);

  /** The whole purchase. */
  async buy() {
    must(await this.place(), 201);
    await this.pay();
  }

  async pay() {
    must(await this.create(), 201);
    await this.authorise();
    return must(await this.execute(), 200, 202);
  }
}

/** What a scheduler calls every minute where no process stays up: all that the system does by itself. */
export const callAsScheduler = (origin, secret) =>
  send(origin, "POST", "/api/cron/jobs", { headers: { authorization: `Bearer ${secret}` } });

/** @returns {Promise<{ status: number, data: any }>} Throws NoAnswer. */
async function send(origin, method, path, { body, headers }) {
  try {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { ...(body ? { "content-type": "application/json" } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: response.status, data: await response.json() };
  } catch (error) {
    throw new NoAnswer(`${method} ${path}: ${error.cause?.message ?? error.message}`, { cause: error });
  }
}

/** The answer, which must have one of these statuses. */
export function must(answer, ...statuses) {
  if (statuses.includes(answer.status)) return answer;
  throw new Error(`Expected ${statuses.join(" or ")}, got ${answer.status}: ${JSON.stringify(answer.data)}`);
}
