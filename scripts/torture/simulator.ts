import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { Pool } from "undici";
import { Inbox, type Letter } from "./inbox.ts";

export interface SimulatorAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Money that moved, as bKash's own books say. */
export interface BooksOfBkash {
  captures: {
    trxID: string;
    paymentID: string;
    merchantInvoiceNumber: string;
    amountInPoisha: number;
    at: string;
  }[];
  refunds: {
    trxID: string;
    originalTrxID: string;
    paymentID: string;
    amountInPoisha: number;
    at: string;
  }[];
}

/** A call as bKash saw it. `status` is null when it was never answered. */
export interface CallAtBkash {
  number: number;
  at: string;
  operation: string;
  paymentID?: string;
  status: number | null;
  errorCode?: string;
}

/** The simulator and the virtual clock may differ by this; nothing of bKash's is counted in less than a second. */
const CLOCK_TOLERANCE_MS = 500;

/** bKash on this machine as a process of its own, reached over HTTP alone, in virtual time. */
export class Simulator {
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #pool: Pool;
  readonly #inbox: Inbox;
  #shows = 0;

  private constructor(child: ChildProcess, port: number, inbox: Inbox) {
    this.port = port;
    this.#inbox = inbox;
    this.#child = child;
    this.#pool = new Pool(`http://127.0.0.1:${port}`, { connections: 4 });
  }

  static async start(): Promise<Simulator> {
    const child = spawn(process.execPath, ["simulator/src/main.ts", "--port", "0", "--quiet"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    // Nothing of a worker that breaks off may stay behind.
    process.once("exit", () => void child.kill());
    const port = await new Promise<number>((resolve, reject) => {
      child.once("exit", (code) => reject(new Error(`the simulator ended with ${code}`)));
      createInterface(child.stdout).on("line", (line) => {
        const ready = /ready on http:\/\/localhost:(\d+)/.exec(line);
        if (ready) resolve(Number(ready[1]));
      });
    });
    return new Simulator(child, port, await Inbox.open());
  }

  /** A call of the merchant API that arrives at this instant. */
  async call(
    now: number,
    request: {
      method: "GET" | "POST";
      path: string;
      headers: Record<string, string>;
      body?: string | undefined;
    },
  ): Promise<SimulatorAnswer> {
    const answer = await this.#pool.request({
      method: request.method,
      path: request.path,
      headers: { ...request.headers, ...this.#at(now) },
      body: request.body ?? null,
    });
    return {
      status: answer.statusCode,
      headers: { "content-type": String(answer.headers["content-type"] ?? "") },
      body: await answer.body.text(),
    };
  }

  /** Everything from the start, with these switches, at this instant. */
  async reset(now: number, switches: Record<string, unknown>): Promise<void> {
    await this.#control("POST", "reset", { ...switches, webhookCopies: 0 });
    await this.#control("POST", "clock", {
      rate: 0,
      setTo: new Date(now).toISOString(),
    });
    this.#shows = now;
    this.#inbox.empty();
  }

  /** The shopper goes through the window. @returns false when the window refused. */
  async authorise(now: number, paymentID: string, wallet: string): Promise<boolean> {
    const path = `payments/${paymentID}/authorise`;
    return (await this.#control("POST", path, { wallet }, { now, refusal: 409 })) !== undefined;
  }

  async closeWindow(now: number, paymentID: string): Promise<void> {
    await this.#control("POST", `payments/${paymentID}/cancel`, {}, { now });
  }

  async revokeTokens(): Promise<void> {
    await this.#control("POST", "tokens/revoke", {});
  }

  /** bKash's messenger writes to the shop from now on, when it is told to. */
  async subscribe(): Promise<void> {
    await this.#control("POST", "webhooks/subscriptions", {
      url: this.#inbox.address,
      signatureVersion: "2",
    });
    const { body } = await this.#inbox.next("SubscribeURL");
    const confirm = new URL((JSON.parse(body) as { SubscribeURL: string }).SubscribeURL);
    const answer = await this.#pool.request({
      method: "GET",
      path: `${confirm.pathname}${confirm.search}`,
    });
    await answer.body.dump();
  }

  /** What the messenger writes about a payment that went through. */
  async writeLetter(now: number, trxID: string): Promise<Letter> {
    await this.#control("POST", "webhooks/send", { trxID }, { now });
    return this.#inbox.next(trxID);
  }

  books(): Promise<BooksOfBkash> {
    return this.#control("GET", "ledger") as Promise<BooksOfBkash>;
  }

  async calls(): Promise<CallAtBkash[]> {
    return ((await this.#control("GET", "calls")) as { calls: CallAtBkash[] }).calls;
  }

  async stop(): Promise<void> {
    await this.#pool.destroy();
    this.#inbox.close();
    this.#child.removeAllListeners("exit");
    const ended = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.kill();
    await ended;
  }

  /** Sets bKash's clock with the request itself, where it has to be set. */
  #at(now: number): Record<string, string> {
    if (Math.abs(now - this.#shows) < CLOCK_TOLERANCE_MS) return {};
    this.#shows = now;
    return { "x-simulator-now": new Date(now).toISOString() };
  }

  /**
   * @param now when it arrives, where that matters.
   * @param refusal a status that is an answer too: undefined then.
   */
  async #control(
    method: "GET" | "POST",
    path: string,
    body?: Record<string, unknown>,
    { now, refusal }: { now?: number; refusal?: number } = {},
  ): Promise<unknown> {
    const answer = await this.#pool.request({
      method,
      path: `/__simulator/${path}`,
      headers: { "content-type": "application/json", ...(now !== undefined && this.#at(now)) },
      body: body ? JSON.stringify(body) : null,
    });
    const text = await answer.body.text();
    if (answer.statusCode === refusal) return undefined;
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${text}`);
    return JSON.parse(text);
  }
}
