import type { Locale } from "@/lib/kernel/money";

/** The ways out of the shop. */
export const CHANNELS = ["sms", "email"] as const;
export type Channel = (typeof CHANNELS)[number];

/** One message as it leaves the shop. */
export interface OutgoingMessage {
  /** The same at every try, for the `Message-ID` of an e-mail or the key of an SMS gateway: so that a second one can be told. */
  messageId: string;
  topic: string;
  locale: Locale;
  /** `phone` in E.164. One of the two is there, and may be both. */
  to: { phone: string | null; email: string | null };
  subject: string;
  /** Plain, with the shop's name and the link: an SMS. */
  text: string;
  /** The same in pieces, for a letter: what is said, and the button below it. */
  says: string;
  action: { see: string; link: string } | null;
}

/**
 * Takes messages to people by one way. A message may come a second time, with the same `messageId`: after a crash nobody
 * knows better.
 */
export interface MessageSender {
  channel: Channel;
  /** Throws when it was not taken; it will be tried again, unless it throws `Undeliverable`. */
  send(message: OutgoingMessage, signal: AbortSignal): Promise<void>;
}

/** The address or the number takes nothing, and asking again will not help. */
export class Undeliverable extends Error {
  override name = "Undeliverable";
}

/** Whether this way leads to the one who is to be told. */
export const reaches = (channel: Channel, to: OutgoingMessage["to"]): boolean =>
  (channel === "sms" ? to.phone : to.email) !== null;
