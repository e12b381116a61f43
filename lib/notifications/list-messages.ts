import type { OutboxMessageGetPayload, OutboxMessageInclude } from "@/generated/prisma/models";
import type { Merchant } from "@/lib/auth/merchant";
import type { Locale } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { appUrl, publicMode } from "@/lib/platform/env";
import { factsOf } from "./message-facts";
import { writeCodeMessage, writeMessage } from "./message-texts";
import { addresseeOf, type OrderTopic, type Topic } from "./message-topics";
import { MAX_TRIES, type NewMessage } from "./outbox";
import { writeRestockedMessage } from "./restocked-message";
import { openCode } from "./sealed-code";
import { smsParts } from "./sms-length";

const MESSAGES_PER_PAGE = 25;
/** The token in a link opens the order for whoever has it: it counts for the length, and is not shown. */
const HIDDEN = "x".repeat(43);

export interface ListedMessage {
  id: string;
  topic: Topic;
  locale: Locale;
  /** Null for a message that is about no order. */
  orderNumber: string | null;
  phone: string | null;
  email: string | null;
  subject: string;
  text: string;
  smsParts: number;
  state: "waiting" | "sent" | "given up";
  tries: number;
  createdAt: Date;
  sentAt: Date | null;
  /** When each way took it; null for one that it has not gone. */
  smsSentAt: Date | null;
  emailSentAt: Date | null;
  nextTryAt: Date | null;
  lastError: string | null;
}

const withSubject = {
  order: {
    select: {
      number: true,
      locale: true,
      totalInPoisha: true,
      payNowInPoisha: true,
      discountInPoisha: true,
      couponCode: true,
      paymentMethod: true,
      contactPhone: true,
      contactEmail: true,
    },
  },
  restockRequest: { select: { locale: true, phone: true, email: true } },
  signInCode: { select: { id: true, locale: true, phone: true, email: true, codeSealed: true } },
} as const satisfies OutboxMessageInclude;

type Row = OutboxMessageGetPayload<{ include: typeof withSubject }>;

/** One page of the outbox as it was, or would be, sent; newest first, pages count from 1. */
export async function listMessages(
  _reader: Merchant,
  page: number,
): Promise<{ messages: ListedMessage[]; hasMore: boolean }> {
  const rows = await db.outboxMessage.findMany({
    where: {
      OR: [{ order: { isNot: null } }, { signInCode: { isNot: null } }, { restockRequest: { isNot: null } }],
    },
    include: withSubject,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * MESSAGES_PER_PAGE,
    take: MESSAGES_PER_PAGE + 1,
  });
  const messages = rows.slice(0, MESSAGES_PER_PAGE).flatMap((row): ListedMessage[] => {
    const written = row.signInCode
      ? writtenCode(row.signInCode)
      : row.restockRequest
        ? writtenOfRestock(row.restockRequest, row.body as NewMessage["body"])
        : writtenAboutOrder(row);
    if (!written) return [];
    const { id, tries, createdAt, sentAt, smsSentAt, emailSentAt, nextTryAt, lastError } = row;
    const times = { createdAt, sentAt, smsSentAt, emailSentAt, nextTryAt };
    return [{ id, tries, lastError, ...times, state: stateOf(row), ...written }];
  });
  return { messages, hasMore: rows.length > MESSAGES_PER_PAGE };
}

type Written = Pick<
  ListedMessage,
  "topic" | "locale" | "orderNumber" | "phone" | "email" | "subject" | "text" | "smsParts"
>;

function writtenAboutOrder({ order, topic: name, body }: Row): Written | null {
  if (!order) return null;
  const topic = name as OrderTopic;
  const said = body as NewMessage["body"];
  const { locale, phone, email } = addresseeOf(topic, {
    phone: order.contactPhone,
    email: order.contactEmail,
    locale: localeOf(order.locale),
  });
  const link = `${appUrl().origin}/api/orders/${order.number}/open?token=${HIDDEN}&locale=${locale}`;
  const facts = factsOf(
    said,
    {
      ...order,
      locale,
      orderNumber: order.number,
      isPaidOnDelivery: order.paymentMethod === "CASH_ON_DELIVERY",
    },
    link,
  );
  const { subject, text } = writeMessage(topic, facts);
  const shown = text.replace(HIDDEN, "•••");
  return {
    topic,
    locale,
    orderNumber: order.number,
    phone,
    email,
    subject,
    text: shown,
    smsParts: smsParts(text),
  };
}

function writtenOfRestock(
  { phone, email, ...request }: NonNullable<Row["restockRequest"]>,
  { restocked }: NewMessage["body"],
): Written | null {
  if (!restocked) return null;
  const locale = localeOf(request.locale);
  const { subject, text } = writeRestockedMessage(locale, restocked);
  return {
    topic: "back-in-stock",
    locale,
    orderNumber: null,
    phone,
    email,
    subject,
    text,
    smsParts: smsParts(text),
  };
}

/** Whoever has a code can sign in with it: it is shown only where everybody plays. */
function writtenCode({ id, phone, email, ...code }: NonNullable<Row["signInCode"]>): Written {
  const locale = localeOf(code.locale);
  const digits = publicMode() === "simulator" ? openCode(id, code.codeSealed) : null;
  const { subject, text } = writeCodeMessage(locale, digits ?? "••••••");
  return {
    topic: "sign-in-code",
    locale,
    orderNumber: null,
    phone,
    email,
    subject,
    text,
    smsParts: smsParts(writeCodeMessage(locale, "000000").text),
  };
}

const localeOf = (text: string): Locale => (text === "en" ? "en" : "bn");

function stateOf(row: {
  sentAt: Date | null;
  nextTryAt: Date | null;
  tries: number;
}): ListedMessage["state"] {
  if (row.sentAt) return "sent";
  return row.nextTryAt && row.tries <= MAX_TRIES ? "waiting" : "given up";
}
