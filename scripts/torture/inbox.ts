import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A message as bKash's messenger delivered it. */
export interface Letter {
  body: string;
  header: (name: string) => string | null;
}

/** Where bKash's messages arrive; when the shop gets to see them, and how often, is the schedule's business. */
export class Inbox {
  readonly #server: Server;
  #letters: Letter[] = [];
  #expecting: (() => void) | undefined;
  /** A part of the address: what is still on its way to an earlier one is of another schedule. */
  #schedule = 0;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<Inbox> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const { headers } = request;
        response.end();
        if (request.url !== inbox.#path) return;
        inbox.#letters.push({
          body: Buffer.concat(chunks).toString(),
          header: (name) => String(headers[name.toLowerCase()] ?? ""),
        });
        inbox.#expecting?.();
      });
    });
    const inbox = new Inbox(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return inbox;
  }

  get #path(): string {
    return `/${this.#schedule}`;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${this.#path}`;
  }

  /** Another schedule, another address. */
  empty(): void {
    this.#schedule++;
    this.#letters = [];
  }

  /** The next letter that has `words` in it, which is on its way. The messenger writes some of them twice: the rest is passed over. */
  async next(words: string): Promise<Letter> {
    for (;;) {
      const letter = this.#letters.shift();
      if (letter?.body.includes(words)) return letter;
      if (letter) continue;
      await new Promise<void>((resolve) => (this.#expecting = resolve));
    }
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
