// The merchant at the back office, without a browser: signs in, and sends the forms of its pages as one would without script.
import { NoAnswer } from "./shopper.mjs";

/** What the shop calls the cookie of a signed-in merchant. */
const SESSION = "merchant";

export class Merchant {
  #cookies = new Map();

  /** @param {{ origin: () => string, email: string, password: string }} world */
  constructor({ origin, email, password }) {
    Object.assign(this, { origin, email, password });
  }

  async #send(path, options = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    try {
      const response = await fetch(`${this.origin()}${path}`, {
        redirect: "manual",
        ...options,
        headers: { cookie, origin: this.origin(), ...options.headers },
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        this.#cookies.set(name, value);
      }
      return { status: response.status, text: await response.text() };
    } catch (error) {
      throw new NoAnswer(`back office: ${path}: ${error.cause?.message ?? error.message}`, { cause: error });
    }
  }

  async #signIn() {
    if (this.#cookies.has(SESSION)) return;
    const { csrfToken } = JSON.parse((await this.#send("/api/auth/csrf")).text);
    await this.#send("/api/auth/callback/credentials", {
      method: "POST",
      body: new URLSearchParams({ csrfToken, email: this.email, password: this.password, json: "true" }),
    });
    if (!this.#cookies.has(SESSION)) throw new Error("The merchant could not sign in");
  }

  /** Gives back the whole of an order's payment. What became of it stands in the database. */
  refund = (orderNumber, amount) =>
    this.#submit(orderNumber, 'name="clickKey"', { amount, reason: "Returned", password: this.password });

  /** Takes the money that bKash has set aside for an order. */
  capture = (orderNumber) => this.#submit(orderNumber, "Capture the money");

  /** Gives the money that bKash has set aside for an order free again. */
  void = (orderNumber) => this.#submit(orderNumber, "Void: give it free");

  /** Fills in and sends the form of an order's page in which these words stand. */
  async #submit(orderNumber, words, fields = {}) {
    await this.#signIn();
    const path = `/admin/orders/${orderNumber}`;
    const page = await this.#send(path);
    const form = page.text.match(/<form[^>]*>.*?<\/form>/gs)?.find((html) => html.includes(words));
    if (!form) throw new Error(`No form of ${orderNumber}'s page says “${words}” (HTTP ${page.status})`);
    const body = new FormData();
    for (const [, name, value] of form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g))
      body.set(name, unescape(value ?? ""));
    // A form with two buttons: the one that is pressed says which.
    const buttons = form.match(/<button[^>]*>.*?<\/button>/gs) ?? [];
    const pressed = / name="([^"]*)"/.exec(buttons.find((html) => html.includes(words)) ?? "")?.[1];
    if (pressed) body.set(unescape(pressed), "");
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const { status } = await this.#send(path, { method: "POST", body });
    if (status !== 200) throw new Error(`“${words}” of ${orderNumber} was answered with HTTP ${status}`);
  }
}

const SIGNS = { "&quot;": '"', "&amp;": "&", "&#x27;": "'", "&lt;": "<", "&gt;": ">" };
const unescape = (html) => html.replace(/&(quot|amp|#x27|lt|gt);/g, (sign) => SIGNS[sign]);
