import { appUrl, publicMode } from "@/lib/platform/env";
import { db } from "@/lib/platform/db";
import { logger, redact } from "@/lib/platform/logger";
import type { Locale } from "@/lib/kernel/money";
import { factsOf, type ToldOrder } from "./message-facts";
import {
  reaches,
  Undeliverable,
  type Channel,
  type MessageSender,
  type OutgoingMessage,
} from "./message-sender";
import { writeCodeMessage, writeMessage } from "./message-texts";
import { addresseeOf, type OrderTopic, type Topic } from "./message-topics";
import { MAX_TRIES, type NewMessage } from "./outbox";
import { writeRestockedMessage } from "./restocked-message";
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
  round: number;
  smsSentAt: Date | null;
  emailSentAt: Date | null;
}

interface AboutOrder extends Taken, ToldOrder {
  topic: OrderTopic;
  orderId: string;
  phone: string;
}

interface WithCode extends Taken {
  topic: "sign-in-code";
  signInCodeId: string;
  codeSealed: Uint8Array | null;
}

interface OfRestock extends Taken {
  topic: "back-in-stock";
}

type Due = AboutOrder | WithCode | OfRestock;

/**
 * Sends what is due in the outbox, one after the other, by every way that is set up and leads to its reader. Any number of
 * these may run at once; each message has one sender at a time. A way that took it is not asked again; after a crash between
 * sending and writing that down, a message is sent again under the same Message-ID.
 *
 * @param senders none: every message stays in the back office, where it can be read.
 * @param deadlineMs begins no new message after this.
 * @param linkTo what opens an order in any browser.
 */
export async function deliverMessages({
  senders,
  linkTo,
  limit,
  deadlineMs,
}: {
  senders: readonly MessageSender[];
  linkTo: (order: AddressedOrder) => string;
  limit: number;
  deadlineMs: number;
}): Promise<Delivered> {
  const stopAt = Date.now() + deadlineMs;
  const done: Delivered = { sent: 0, failed: 0 };
  while (done.sent + done.failed < limit && Date.now() < stopAt) {
    const message = await takeDueMessage();
    if (!message) break;
    if (await deliver(senders, message, linkTo)) done.sent++;
    else done.failed++;
  }
  return done;
}

/** Codes first: somebody waits for them on a page. */
async function takeDueMessage(): Promise<Due | null> {
  const [taken] = await db.$queryRaw<Due[]>`
    WITH taken AS (
      UPDATE "OutboxMessage" SET tries = tries + 1, "nextTryAt" = now() + ${LEASE_SECONDS} * interval '1 second'
      WHERE id = (SELECT id FROM "OutboxMessage" WHERE "nextTryAt" <= now() AND tries <= ${MAX_TRIES}
                  ORDER BY "signInCodeId" IS NULL, "nextTryAt", "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, topic, tries, body, "orderId", "signInCodeId", "restockRequestId", round, "smsSentAt", "emailSentAt"
    )
    SELECT t.id, t.topic, t.tries, t.body, t.round, t."smsSentAt", t."emailSentAt", o.id AS "orderId", o.number AS "orderNumber", o."totalInPoisha", o."payNowInPoisha", o."discountInPoisha", o."couponCode",
      o."paymentMethod" = 'CASH_ON_DELIVERY' AS "isPaidOnDelivery", COALESCE(o.locale, c.locale, r.locale) AS locale,
      COALESCE(o."contactPhone", c.phone, r.phone) AS phone, COALESCE(o."contactEmail", c.email, r.email) AS email,
      c.id AS "signInCodeId", c."codeSealed"
    FROM taken t LEFT JOIN "Order" o ON o.id = t."orderId" LEFT JOIN "SignInCode" c ON c.id = t."signInCodeId"
      LEFT JOIN "RestockRequest" r ON r.id = t."restockRequestId"
    WHERE o.id IS NOT NULL OR c.id IS NOT NULL OR r.id IS NOT NULL`;
  return taken ?? null;
}

/** @returns whether it went every way that it can go. */
async function deliver(
  senders: readonly MessageSender[],
  taken: Due,
  linkTo: (order: AddressedOrder) => string,
): Promise<boolean> {
  const errors: unknown[] = [];
  try {
    const message = outgoing(taken, linkTo);
    for (const sender of senders)
      if (reaches(sender.channel, message.to) && !hasGone(taken, sender.channel))
        await sendOnce(sender, taken, message).catch((error: unknown) => errors.push(error));
  } catch (error) {
    errors.push(error);
  }
  if (errors.length > 0) {
    await putBack(taken, errors);
    return false;
  }
  // Where everybody plays it stays readable in the back office, which is where it was sent.
  if (taken.topic === "sign-in-code" && publicMode() !== "simulator")
    await db.signInCode.update({ where: { id: taken.signInCodeId }, data: { codeSealed: null } });
  await db.$executeRaw`
    UPDATE "OutboxMessage" SET "sentAt" = now(), "nextTryAt" = NULL, "lastError" = NULL WHERE id = ${taken.id}::uuid`;
  return true;
}

const hasGone = (taken: Taken, channel: Channel): boolean =>
  (channel === "sms" ? taken.smsSentAt : taken.emailSentAt) !== null;

async function sendOnce(sender: MessageSender, { id }: Taken, message: OutgoingMessage): Promise<void> {
  await sender.send(message, AbortSignal.timeout(SEND_SECONDS * 1000));
  // Each way for itself: when the other one fails, this one is not asked again.
  if (sender.channel === "sms")
    await db.$executeRaw`UPDATE "OutboxMessage" SET "smsSentAt" = now() WHERE id = ${id}::uuid`;
  else await db.$executeRaw`UPDATE "OutboxMessage" SET "emailSentAt" = now() WHERE id = ${id}::uuid`;
}

function outgoing(taken: Due, linkTo: (order: AddressedOrder) => string): OutgoingMessage {
  const messageId = `<${taken.id}${taken.round > 1 ? `.${taken.round}` : ""}@${appUrl().hostname}>`;
  if (taken.topic === "sign-in-code") {
    const { topic, locale, phone, email } = taken;
    const code = openCode(taken.signInCodeId, taken.codeSealed);
    if (code === null) throw new Error("The code is used, or was sealed with another key");
    return { messageId, topic, locale, to: { phone, email }, ...writeCodeMessage(locale, code) };
  }
  if (taken.topic === "back-in-stock") {
    const { topic, locale, phone, email, body } = taken;
    if (!body.restocked) throw new Error("The message names nothing that is in stock again");
    return {
      messageId,
      topic,
      locale,
      to: { phone, email },
      ...writeRestockedMessage(locale, body.restocked),
    };
  }
  const { locale, ...to } = addresseeOf(taken.topic, taken);
  const link = linkTo({ id: taken.orderId, number: taken.orderNumber, locale: taken.locale });
  const facts = factsOf(taken.body, { ...taken, locale }, link);
  return { messageId, topic: taken.topic, locale, to, ...writeMessage(taken.topic, facts) };
}

async function putBack({ id, topic, tries }: Taken, errors: readonly unknown[]): Promise<void> {
  const isGivenUp = tries >= MAX_TRIES || errors.every((error) => error instanceof Undeliverable);
  logger[isGivenUp ? "error" : "warn"](
    { errors, messageId: id, topic, tries, isGivenUp },
    "a message was not sent",
  );
  const wait = Math.min(FIRST_WAIT_SECONDS * 2 ** (tries - 1), LONGEST_WAIT_SECONDS);
  const said = errors.map((error) => (error instanceof Error ? error.message : String(error))).join("; ");
  const cause = String(redact(said)).slice(0, 300);
  await db.$executeRaw`
    UPDATE "OutboxMessage" SET "lastError" = ${cause},
      "nextTryAt" = CASE WHEN ${isGivenUp} THEN NULL ELSE now() + ${wait} * interval '1 second' END
    WHERE id = ${id}::uuid AND "sentAt" IS NULL`;
}
