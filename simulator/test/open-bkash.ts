import type { TestContext } from "node:test";
import { createApp } from "../src/app.ts";
import { serve } from "../src/server.ts";
import { createSimulator } from "../src/simulator.ts";

export type Json = Record<string, unknown>;

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly body: Json;
}

export const CREDENTIALS = { username: "user", password: "word", appKey: "key", appSecret: "secret" };
export const GOOD = "01770618575";
export const POOR = "01823074817";
export const BLOCKED = "01823074818";

/** A fresh bKash on a free port, spoken to over real HTTP; it closes when the test ends. */
export async function openBkash(
  t: TestContext,
  settings: Json = {},
  startedWith: Parameters<typeof createSimulator>[1] = {},
) {
  const app = createApp(createSimulator(CREDENTIALS, startedWith));
  const server = await serve(app.fetch, "127.0.0.1", 0);
  t.after(() => server.close());
  const url = `http://127.0.0.1:${server.port}`;
  const bkash = new Bkash(url);
  await bkash.control("POST", "reset", settings);
  return bkash;
}

/** A merchant's client, as small as it can be, plus the levers behind the stage. */
export class Bkash {
  readonly url: string;
  #token: string | undefined;

  constructor(url: string) {
    this.url = url;
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    timeoutMs = 10_000,
  ) {
    const response = await fetch(this.url + path, {
      method,
      headers,
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return readAnswer(response);
  }

  control(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.send(method, `/__simulator/${path}`, body);
  }

  askToken(
    kind: "grant" | "refresh",
    body: Json = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.send(
      "POST",
      `/v1.2.0-beta/checkout/token/${kind}`,
      { app_key: CREDENTIALS.appKey, app_secret: CREDENTIALS.appSecret, ...body },
      {
        "content-type": "application/json",
        username: CREDENTIALS.username,
        password: CREDENTIALS.password,
        ...headers,
      },
    );
  }

  /** The id_token of the one grant that this client makes. */
  async token(): Promise<string> {
    this.#token ??= String((await this.askToken("grant")).body["id_token"]);
    return this.#token;
  }

  async call(
    method: "GET" | "POST",
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    timeoutMs?: number,
  ): Promise<Answer> {
    const own = {
      authorization: await this.token(),
      "x-app-key": CREDENTIALS.appKey,
      "content-type": "application/json",
    };
    return this.send(
      method,
      `/v1.2.0-beta/checkout/payment/${path}`,
      body,
      { ...own, ...headers },
      timeoutMs,
    );
  }

  create(changes: Json = {}): Promise<Answer> {
    return this.call("POST", "create", {
      amount: "100",
      currency: "BDT",
      intent: "sale",
      merchantInvoiceNumber: "INV-1",
      merchantAssociationInfo: "",
      ...changes,
    });
  }

  async createdId(changes: Json = {}): Promise<string> {
    return String((await this.create(changes)).body["paymentID"]);
  }

  /** A payment that the customer has confirmed in the window. */
  async authorisedId(changes: Json = {}, wallet = GOOD): Promise<string> {
    const paymentID = await this.createdId(changes);
    await this.control("POST", `payments/${paymentID}/authorise`, { wallet });
    return paymentID;
  }

  execute(paymentID: string, body?: unknown, timeoutMs?: number): Promise<Answer> {
    return this.call("POST", `execute/${paymentID}`, body, {}, timeoutMs);
  }

  query(paymentID: string): Promise<Answer> {
    return this.call("GET", `query/${paymentID}`);
  }

  async paid(changes: Json = {}, wallet = GOOD): Promise<{ paymentID: string; trxID: string }> {
    const paymentID = await this.authorisedId(changes, wallet);
    const { body } = await this.execute(paymentID);
    return { paymentID, trxID: String(body["trxID"]) };
  }

  /** One step in the customer's window. */
  async window(step: string, body: Json): Promise<Json> {
    const answer = await this.send("POST", `/checkout/2/api/${step}`, body, {
      "content-type": "application/json",
    });
    return answer.body;
  }

  async captures(): Promise<Json[]> {
    return (await this.control("GET", "ledger")).body["captures"] as Json[];
  }

  async status(paymentID: string): Promise<unknown> {
    return (await this.query(paymentID)).body["transactionStatus"];
  }
}

async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  let body: Json = {};
  try {
    body = JSON.parse(text) as Json;
  } catch {
    // Some answers are not JSON; `text` has them.
  }
  return { status: response.status, text, body };
}
