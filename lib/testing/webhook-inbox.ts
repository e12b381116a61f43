import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { WebhookDelivery } from "@/lib/payments/wallet-webhooks";

/** An address on this machine that the simulator sends its webhooks to, where they are only kept. */
export interface WebhookInbox {
  readonly url: string;
  /** The n-th delivery, counted from one; waits for it. */
  nth(count: number): Promise<WebhookDelivery>;
  /** What came since the last `clear`. */
  received(): readonly WebhookDelivery[];
  clear(): void;
  /** Subscribes it and confirms, as SNS wants it. @returns the simulator's name for the subscription. */
  subscribe(signatureVersion: "1" | "2"): Promise<string>;
  control<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** The simulator sends about this payment by hand: `genuine`, or the name of a forgery. */
  send(trxID: string, variant: string, copies?: number): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 20_000;

export async function openWebhookInbox({ port }: { port: number }): Promise<WebhookInbox> {
  let kept: WebhookDelivery[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const headers = { ...request.headers };
      kept.push({
        body: Buffer.concat(parts).toString("utf8"),
        header: (name) => String(headers[name] ?? "") || null,
      });
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  const control = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`http://localhost:${port}/__simulator/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const nth = async (count: number): Promise<WebhookDelivery> => {
    for (let waited = 0; kept.length < count; waited += 10) {
      if (waited > PATIENCE_MS) throw new Error(`${kept.length} of ${count} webhooks came`);
      await new Promise((wake) => setTimeout(wake, 10));
    }
    return kept[count - 1]!;
  };
  return {
    url,
    nth,
    control,
    received: () => kept,
    clear: () => void (kept = []),
    subscribe: async (signatureVersion) => {
      const before = kept.length;
      const { id } = await control<{ id: string }>("POST", "webhooks/subscriptions", {
        url,
        signatureVersion,
      });
      const { body } = await nth(before + 1);
      const { Token, TopicArn } = JSON.parse(body) as { Token: string; TopicArn: string };
      const query = new URLSearchParams({ Action: "ConfirmSubscription", TopicArn, Token });
      await fetch(`http://localhost:${port}/?${query}`);
      return id;
    },
    send: async (trxID, variant, copies = 1) =>
      void (await control("POST", "webhooks/send", { trxID, variant, copies })),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
