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
  readonly #letters: Letter[] = [];
  #expecting: (() => void) | undefined;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<Inbox> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const { headers } = request;
        inbox.#letters.push({
          body: Buffer.concat(chunks).toString(),
          header: (name) => String(headers[name.toLowerCase()] ?? ""),
        });
        response.end();
        inbox.#expecting?.();
      });
    });
    const inbox = new Inbox(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return inbox;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** The next letter, which is on its way. */
  async next(): Promise<Letter> {
    for (;;) {
      const letter = this.#letters.shift();
      if (letter) return letter;
      await new Promise<void>((resolve) => (this.#expecting = resolve));
    }
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
