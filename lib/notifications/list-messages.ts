import type { Merchant } from "@/lib/auth/merchant";
import { poisha, type Locale } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { appUrl } from "@/lib/platform/env";
import { addresseeOf, writeMessage, type Topic } from "./message-texts";
import { MAX_TRIES, type NewMessage } from "./outbox";
import { smsParts } from "./sms-length";

const MESSAGES_PER_PAGE = 25;
/** The token in a link opens the order for whoever has it: it counts for the length, and is not shown. */
const HIDDEN = "x".repeat(43);

export interface ListedMessage {
  id: string;
  topic: Topic;
  locale: Locale;
  orderNumber: string;
  phone: string;
  email: string | null;
  subject: string;
  text: string;
  smsParts: number;
  state: "waiting" | "sent" | "given up";
  tries: number;
  createdAt: Date;
  sentAt: Date | null;
  nextTryAt: Date | null;
  lastError: string | null;
}

/** One page of the outbox as it was, or would be, sent; newest first, pages count from 1. */
export async function listMessages(
  _reader: Merchant,
  page: number,
): Promise<{ messages: ListedMessage[]; hasMore: boolean }> {
  const rows = await db.outboxMessage.findMany({
    where: { order: { isNot: null } },
    include: {
      order: {
        select: {
          number: true,
          locale: true,
          totalInPoisha: true,
          paymentMethod: true,
          contactPhone: true,
          contactEmail: true,
        },
      },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * MESSAGES_PER_PAGE,
    take: MESSAGES_PER_PAGE + 1,
  });
  const messages = rows.slice(0, MESSAGES_PER_PAGE).flatMap(({ order, body, ...row }) => {
    if (!order) return [];
    const topic = row.topic as Topic;
    const said = body as NewMessage["body"];
    const { locale, phone, email } = addresseeOf(topic, {
      phone: order.contactPhone,
      email: order.contactEmail,
      locale: order.locale === "en" ? "en" : "bn",
    });
    const written = writeMessage(topic, {
      locale,
      orderNumber: order.number,
      amount: poisha(said.amountInPoisha ?? order.totalInPoisha),
      isPaidOnDelivery: order.paymentMethod === "CASH_ON_DELIVERY",
      trxId: said.trxId ?? null,
      link: `${appUrl().origin}/api/orders/${order.number}/open?token=${HIDDEN}&locale=${locale}`,
    });
    return {
      id: row.id,
      topic,
      locale,
      orderNumber: order.number,
      phone,
      email,
      subject: written.subject,
      text: written.text.replace(HIDDEN, "•••"),
      smsParts: smsParts(written.text),
      state: stateOf(row),
      tries: row.tries,
      createdAt: row.createdAt,
      sentAt: row.sentAt,
      nextTryAt: row.nextTryAt,
      lastError: row.lastError,
    };
  });
  return { messages, hasMore: rows.length > MESSAGES_PER_PAGE };
}

function stateOf(row: {
  sentAt: Date | null;
  nextTryAt: Date | null;
  tries: number;
}): ListedMessage["state"] {
  if (row.sentAt) return "sent";
  return row.nextTryAt && row.tries <= MAX_TRIES ? "waiting" : "given up";
}
