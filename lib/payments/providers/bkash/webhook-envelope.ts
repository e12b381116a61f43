import { createVerify, type KeyObject } from "node:crypto";
import { z } from "zod";

/** Amazon SNS's envelope, in which bKash's messages come (developer.bka.sh, Webhook; AWS, "HTTP/HTTPS notification JSON format"). */

const text = (most: number) => z.string().min(1).max(most);

/** The message is a text with JSON in it; bKash's own pages print it as an object, too. */
const message = z
  .union([z.string(), z.looseObject({})])
  .transform((value) => (typeof value === "string" ? value : JSON.stringify(value)));

const envelope = z.object({
  Type: z.enum(["Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation"]),
  MessageId: z.string().regex(/^[\w-]{1,100}$/),
  TopicArn: text(300),
  Message: message,
  Timestamp: z.iso.datetime(),
  SignatureVersion: z.enum(["1", "2"]),
  Signature: z.string().regex(/^[A-Za-z0-9+/]{1,2000}={0,2}$/),
  SigningCertURL: text(500),
  Subject: z.string().max(500).nullish(),
  Token: z
    .string()
    .regex(/^[\w-]{1,1000}$/)
    .optional(),
  SubscribeURL: text(2000).optional(),
});
export type SnsEnvelope = z.infer<typeof envelope>;

/** Null when it is no such envelope. */
export function readEnvelope(body: string): SnsEnvelope | null {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return null;
  }
  return envelope.safeParse(json).data ?? null;
}

/** What the signature is about, in this order, where present (AWS, "Verifying the signatures of Amazon SNS messages"). */
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
} as const satisfies Record<SnsEnvelope["Type"], readonly (keyof SnsEnvelope)[]>;

const DIGEST = { "1": "RSA-SHA1", "2": "RSA-SHA256" } as const;

/** Does the signature fit what the envelope says? */
export function isSignedBy(signed: SnsEnvelope, key: KeyObject): boolean {
  const verify = createVerify(DIGEST[signed.SignatureVersion]);
  for (const name of SIGNED[signed.Type]) {
    const value = signed[name];
    if (typeof value === "string") verify.update(`${name}\n${value}\n`);
  }
  return verify.verify(key, signed.Signature, "base64");
}
