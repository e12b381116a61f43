import { verify, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import type { Bkash, Json } from "./open-bkash.ts";

/** One POST as it arrived. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Empty when the body is not JSON. */
  readonly envelope: Json;
}

/** A merchant's address for webhooks. `status` is what it answers with; 0 = it never answers. */
export async function openReceiver(t: TestContext) {
  const received: Received[] = [];
  const answer = { status: 200 };
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (part: Buffer) => (text += part.toString()));
    request.on("end", () => {
      received.push({ headers: request.headers, text, envelope: parsed(text) });
      if (answer.status !== 0) response.writeHead(answer.status).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
  /** The n-th POST, counted from one. */
  const nth = async (count: number): Promise<Received> => {
    for (let waited = 0; received.length < count; waited += 10) {
      if (waited > 5_000) throw new Error(`${received.length} of ${count} webhooks came`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return received[count - 1] as Received;
  };
  return { url, received, answer, nth };
}

/** A receiver that bKash knows and that has confirmed. The confirmation was its first POST. */
export async function subscribed(t: TestContext, bkash: Bkash, signatureVersion = "1") {
  const receiver = await openReceiver(t);
  const subscription = await bkash.control("POST", "webhooks/subscriptions", {
    url: receiver.url,
    signatureVersion,
  });
  const { envelope } = await receiver.nth(1);
  await fetch(String(envelope["SubscribeURL"]));
  return { ...receiver, id: String(subscription.body["id"]) };
}

export interface Expected {
  readonly topicArn: string;
  /** The certificate's address begins with it. */
  readonly certificateOrigin: string;
  /** In PEM. */
  readonly ca: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

const SIGNED = {
  Notification: ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
  SubscriptionConfirmation: [
    "Message",
    "MessageId",
    "SubscribeURL",
    "Timestamp",
    "Token",
    "TopicArn",
    "Type",
  ],
  UnsubscribeConfirmation: ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
};
const DIGESTS: Record<string, string> = { "1": "RSA-SHA1", "2": "RSA-SHA256" };
const LARGEST = 256 * 1024;

/** A careful receiver, written from what AWS documents and from nothing in the simulator. @returns why not, or "good". */
export async function judge({ headers, text, envelope }: Received, expected: Expected): Promise<string> {
  const field = (name: string): string => {
    const value = envelope[name];
    return typeof value === "string" ? value : JSON.stringify(value);
  };
  if (text.length > LARGEST) return "too large";
  const type = envelope["Type"];
  if (type !== "Notification" && type !== "SubscriptionConfirmation" && type !== "UnsubscribeConfirmation") {
    return "no envelope";
  }
  if (headers["x-amz-sns-message-type"] !== type) return "type header";
  if (envelope["TopicArn"] !== expected.topicArn) return "topic";
  const certificateUrl = new URL(field("SigningCertURL"));
  if (certificateUrl.origin !== expected.certificateOrigin) return "certificate host";
  if (!/^\/SimpleNotificationService-[0-9a-f]+\.pem$/.test(certificateUrl.pathname))
    return "certificate path";
  const digest = DIGESTS[field("SignatureVersion")];
  if (!digest) return "signature version";
  const certificate = new X509Certificate(await (await fetch(certificateUrl)).text());
  if (!certificate.verify(new X509Certificate(expected.ca).publicKey)) return "certificate";
  const toSign = SIGNED[type]
    .filter((name) => name in envelope)
    .map((name) => `${name}\n${field(name)}\n`)
    .join("");
  const signature = Buffer.from(field("Signature"), "base64");
  if (!verify(digest, Buffer.from(toSign), certificate.publicKey, signature)) return "signature";
  const age = expected.now - Date.parse(field("Timestamp"));
  if (age > 70 * 60_000) return "too old";
  if (age < -5 * 60_000) return "from the future";
  const link = "SubscribeURL" in envelope ? new URL(field("SubscribeURL")) : undefined;
  return link && link.origin !== expected.certificateOrigin ? "subscribe host" : "good";
}

/** What a receiver of this bKash has to know beforehand. */
export async function expectedOf(bkash: Bkash): Promise<Expected> {
  const { body } = await bkash.control("GET", "webhooks");
  const ca = await (await fetch(String(body["caUrl"]))).text();
  return { topicArn: String(body["topicArn"]), certificateOrigin: bkash.url, ca, now: Date.now() };
}

/** The log of deliveries, oldest first. */
export const deliveriesOf = async (bkash: Bkash): Promise<Json[]> =>
  (await bkash.control("GET", "webhooks")).body["deliveries"] as Json[];

/** bKash's message inside a notification. */
export function messageIn({ envelope }: Received): Json {
  const message = envelope["Message"];
  return (typeof message === "string" ? JSON.parse(message) : message) as Json;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return {};
  }
}
