import { appUrl, publicMode } from "@/lib/platform/env";
import { db } from "@/lib/platform/db";
import { logger, redact } from "@/lib/platform/logger";
import { poisha, type Locale } from "@/lib/kernel/money";
import type { MessageSender, OutgoingMessage } from "./message-sender";
import { addresseeOf, writeCodeMessage, writeMessage, type OrderTopic, type Topic } from "./message-texts";
import { MAX_TRIES, type NewMessage } from "./outbox";
import { openCode } from "./sealed-code";

/** A sender has this long for one message. */
const SEND_SECONDS = 20;
/** While one process sends a message others leave it alone; after a crash it is free again. */
const LEASE_SECONDS = 60;
/** The wait after the first failure; it doubles up to an hour, so that ten tries take about three hours. */
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 3600;

export interface Delivered {
  sent: number;
  failed: number;
}

/** An order as a message needs it. */
export interface AddressedOrder {
  id: string;
  number: string;
  locale: Locale;
}

interface Taken {
  id: string;
  topic: Topic;
  tries: number;
  body: NewMessage["body"];
  locale: Locale;
  phone: string | null;
  email: string | null;
}

interface AboutOrder extends Taken {
  topic: OrderTopic;
  orderId: string;
  orderNumber: string;
  totalInPoisha: number;
  isPaidOnDelivery: boolean;
  phone: string;
}

interface WithCode extends Taken {
  topic: "sign-in-code";
  signInCodeId: string;
  codeSealed: Uint8Array | null;
}

/**
 * Sends what is due in the outbox, one after the other. Any number of these may run at once; each message has one sender
 * at a time. After a crash between sending and writing that down, a message is sent again under the same Message-ID.
 *
 * @param deadlineMs begins no new message after this.
 * @param linkTo what opens an order in any browser.
 */
export async function deliverMessages({
  sender,
  linkTo,
  limit,
  deadlineMs,
}: {
  sender: MessageSender;
  linkTo: (order: AddressedOrder) => string;
  limit: number;
  deadlineMs: number;
}): Promise<Delivered> {
  const stopAt = Date.now() + deadlineMs;
  const done: Delivered = { sent: 0, failed: 0 };
  while (done.sent + done.failed < limit && Date.now() < stopAt) {
    const message = await takeDueMessage();
    if (!message) break;
    if (await deliver(sender, message, linkTo)) done.sent++;
    else done.failed++;
  }
  return done;
}

/** Codes first: somebody waits for them on a page. */
async function takeDueMessage(): Promise<AboutOrder | WithCode | null> {
  const [taken] = await db.$queryRaw<(AboutOrder | WithCode)[]>`
    WITH taken AS (
      UPDATE "OutboxMessage" SET tries = tries + 1, "nextTryAt" = now() + ${LEASE_SECONDS} * interval '1 second'
      WHERE id = (SELECT id FROM "OutboxMessage" WHERE "nextTryAt" <= now() AND tries <= ${MAX_TRIES}
                  ORDER BY "signInCodeId" IS NULL, "nextTryAt", "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, topic, tries, body, "orderId", "signInCodeId"
    )
    SELECT t.id, t.topic, t.tries, t.body, o.id AS "orderId", o.number AS "orderNumber", o."totalInPoisha",
      o."paymentMethod" = 'CASH_ON_DELIVERY' AS "isPaidOnDelivery", COALESCE(o.locale, c.locale) AS locale,
      COALESCE(o."contactPhone", c.phone) AS phone, COALESCE(o."contactEmail", c.email) AS email,
      c.id AS "signInCodeId", c."codeSealed"
    FROM taken t LEFT JOIN "Order" o ON o.id = t."orderId" LEFT JOIN "SignInCode" c ON c.id = t."signInCodeId"
    WHERE o.id IS NOT NULL OR c.id IS NOT NULL`;
  return taken ?? null;
}

async function deliver(
  sender: MessageSender,
  taken: AboutOrder | WithCode,
  linkTo: (order: AddressedOrder) => string,
): Promise<boolean> {
  try {
    await sender.send(outgoing(taken, linkTo), AbortSignal.timeout(SEND_SECONDS * 1000));
  } catch (error) {
    await putBack(taken, error);
    return false;
  }
  // Where everybody plays it stays readable in the back office, which is where it was sent.
  if (taken.topic === "sign-in-code" && publicMode() !== "simulator")
    await db.signInCode.update({ where: { id: taken.signInCodeId }, data: { codeSealed: null } });
  await db.$executeRaw`
    UPDATE "OutboxMessage" SET "sentAt" = now(), "nextTryAt" = NULL, "lastError" = NULL WHERE id = ${taken.id}::uuid`;
  return true;
}

function outgoing(taken: AboutOrder | WithCode, linkTo: (order: AddressedOrder) => string): OutgoingMessage {
  const messageId = `<${taken.id}@${appUrl().hostname}>`;
  if (taken.topic === "sign-in-code") {
    const { topic, locale, phone, email } = taken;
    const code = openCode(taken.signInCodeId, taken.codeSealed);
    if (code === null) throw new Error("The code is used, or was sealed with another key");
    return { messageId, topic, locale, to: { phone, email }, ...writeCodeMessage(locale, code) };
  }
  const { locale, ...to } = addresseeOf(taken.topic, taken);
  return {
    messageId,
    topic: taken.topic,
    locale,
    to,
    ...writeMessage(taken.topic, {
      locale,
      orderNumber: taken.orderNumber,
      amount: poisha(taken.body.amountInPoisha ?? taken.totalInPoisha),
      isPaidOnDelivery: taken.isPaidOnDelivery,
      trxId: taken.body.trxId ?? null,
      link: linkTo({ id: taken.orderId, number: taken.orderNumber, locale: taken.locale }),
    }),
  };
}

async function putBack({ id, topic, tries }: Taken, error: unknown): Promise<void> {
  const isGivenUp = tries >= MAX_TRIES;
  logger[isGivenUp ? "error" : "warn"](
    { error, messageId: id, topic, tries, isGivenUp },
    "a message was not sent",
  );
  const wait = Math.min(FIRST_WAIT_SECONDS * 2 ** (tries - 1), LONGEST_WAIT_SECONDS);
  const cause = String(redact(error instanceof Error ? error.message : String(error))).slice(0, 300);
  await db.$executeRaw`
    UPDATE "OutboxMessage" SET "lastError" = ${cause},
      "nextTryAt" = CASE WHEN ${isGivenUp} THEN NULL ELSE now() + ${wait} * interval '1 second' END
    WHERE id = ${id}::uuid AND "sentAt" IS NULL`;
}
