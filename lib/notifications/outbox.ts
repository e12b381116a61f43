import { db, type Transaction } from "@/lib/platform/db";
import type { Topic } from "./message-topics";
import type { RestockedArticle } from "./restocked-message";

/** What is to be told, written in the transaction that makes it true: neither is there without the other. */
export interface NewMessage {
  topic: Topic;
  /** The same thing is told once: `paid:S-10042`. */
  dedupeKey: string;
  /** What it is about: an order, a code to sign in, or goods that are in stock again. */
  orderId?: string;
  signInCodeId?: string;
  restockRequestId?: string;
  /** What the text needs besides the order. No personal data: that is the order's, or the code's. */
  body: {
    trxId?: string;
    amountInPoisha?: number;
    courier?: string;
    trackingNumber?: string;
    /** To be paid at the door. */
    dueInPoisha?: number;
    /** What is in stock again. */
    restocked?: RestockedArticle;
  };
}

/** Puts a message into the outbox. One that has been there before, sent or not, changes nothing. */
export async function enqueueMessage(
  tx: Transaction,
  { topic, dedupeKey, orderId, signInCodeId, restockRequestId, body }: NewMessage,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "OutboxMessage" (id, topic, "dedupeKey", "orderId", "signInCodeId", "restockRequestId", body)
    VALUES (gen_random_uuid(), ${topic}, ${dedupeKey}, ${orderId ?? null}::uuid, ${signInCodeId ?? null}::uuid,
      ${restockRequestId ?? null}::uuid,
      ${JSON.stringify(body)}::jsonb)
    ON CONFLICT ("dedupeKey") DO NOTHING`;
}

/** The queue of messages that somebody waits for on a page: sent at once, and not when the job comes by. */
export const DELIVER_SOON = "deliver-soon";

/** After so many tries a message is given up, and stays where it can be seen. */
export const MAX_TRIES = 10;

export interface OutboxState {
  /** Not sent yet, and not given up. */
  waiting: number;
  givenUp: number;
  /** How long the message that waits longest has been there. 0 when none waits. */
  oldestWaitingSeconds: number;
}

export async function readOutboxState(): Promise<OutboxState> {
  const [state] = await db.$queryRaw<OutboxState[]>`
    SELECT count(*) FILTER (WHERE "nextTryAt" IS NOT NULL AND tries <= ${MAX_TRIES})::int AS waiting,
      count(*) FILTER (WHERE "nextTryAt" IS NULL OR tries > ${MAX_TRIES})::int AS "givenUp",
      COALESCE(extract(epoch FROM now() - min("createdAt")
        FILTER (WHERE "nextTryAt" IS NOT NULL AND tries <= ${MAX_TRIES})), 0)::float8 AS "oldestWaitingSeconds"
    FROM "OutboxMessage" WHERE "sentAt" IS NULL`;
  if (!state) throw new Error("count returned no row");
  return state;
}
