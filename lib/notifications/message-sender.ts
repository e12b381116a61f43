import type { Locale } from "@/lib/kernel/money";
import { logger } from "@/lib/platform/logger";

/** One message as it leaves the shop. */
export interface OutgoingMessage {
  /** The same at every try, for the `Message-ID` of an e-mail or the key of an SMS gateway: so that a second one can be told. */
  messageId: string;
  topic: string;
  locale: Locale;
  /** `phone` in E.164. One of the two is there, and may be both. */
  to: { phone: string | null; email: string | null };
  subject: string;
  text: string;
}

/** Takes messages to people. A message may come a second time, with the same `messageId`: after a crash nobody knows better. */
export interface MessageSender {
  /** Throws when it was not taken; it will be tried again. */
  send(message: OutgoingMessage, signal: AbortSignal): Promise<void>;
}

/** Sends nothing anywhere: the message can be read in the back office, where every message is kept. */
export const localSender: MessageSender = {
  send: ({ messageId, topic }) => {
    logger.debug({ messageId, topic }, "a message stays in the outbox");
    return Promise.resolve();
  },
};
