import { sign, type KeyObject } from "node:crypto";

export type EnvelopeType = "SubscriptionConfirmation" | "Notification" | "UnsubscribeConfirmation";
export type SignatureVersion = "1" | "2";

/** The fields of SNS's envelope in the order in which they are printed; `Message` may be an object (§10). */
export type Envelope = Record<string, string | object>;

/** What the string to sign is made of, in this order, where present (§10). */
const SIGNED: Record<EnvelopeType, readonly string[]> = {
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

const DIGEST: Record<SignatureVersion, string> = { "1": "sha1", "2": "sha256" };

/** Key, newline, value, newline for each signed field. A message that is an object counts as its JSON text. */
function stringToSign(type: EnvelopeType, envelope: Envelope): string {
  return SIGNED[type]
    .filter((name) => envelope[name] !== undefined)
    .map((name) => `${name}\n${textOf(envelope[name])}\n`)
    .join("");
}

/** The signature in base64: RSA with SHA-1 for version 1, with SHA-256 for version 2 (§10). */
export function signEnvelope(
  type: EnvelopeType,
  envelope: Envelope,
  version: SignatureVersion,
  key: KeyObject,
): string {
  return sign(DIGEST[version], Buffer.from(stringToSign(type, envelope)), key).toString("base64");
}

/** The body as SNS prints it: one field a line, a space on both sides of the colon. */
export function printEnvelope(envelope: Envelope): string {
  const lines = Object.entries(envelope).map(([name, value]) => `  "${name}" : ${JSON.stringify(value)}`);
  return `{\n${lines.join(",\n")}\n}`;
}

const textOf = (value: string | object | undefined): string =>
  typeof value === "string" ? value : JSON.stringify(value);
