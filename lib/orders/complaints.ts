import type { ComplaintTopic } from "@/generated/prisma/enums";
import type { Merchant } from "@/lib/auth/merchant";
import { enqueueMessage } from "@/lib/notifications/outbox";
import { db } from "@/lib/platform/db";
import { isOrderNumber, mayBeSeenBy, type Viewer } from "./order-access";

export type { ComplaintTopic };

export const COMPLAINT_TOPICS = [
  "LATE",
  "DAMAGED",
  "WRONG_ITEM",
  "QUALITY",
  "PAYMENT",
  "OTHER",
] as const satisfies readonly ComplaintTopic[];

/** The Digital Commerce Operation Guidelines 2021 want a complaint answered within 72 hours. */
export const ANSWER_WITHIN_HOURS = 72;

/** Of one order so many may wait for an answer. */
const MOST_OPEN = 5;

export interface Complaint {
  id: string;
  topic: ComplaintTopic;
  text: string;
  filedAt: Date;
  /** When an answer is due. */
  dueAt: Date;
  answer: string | null;
  answeredAt: Date | null;
}

export type FileComplaintResult = { ok: true } | { ok: false; code: "ORDER_NOT_FOUND" | "TOO_MANY_OPEN" };

/**
 * Writes down what is wrong with an order, and that the merchant is to be told. The same words sent twice are one complaint.
 */
export function fileComplaint(
  orderNumber: string,
  viewer: Viewer,
  { topic, text }: { topic: ComplaintTopic; text: string },
): Promise<FileComplaintResult> {
  if (!isOrderNumber(orderNumber)) return Promise.resolve({ ok: false, code: "ORDER_NOT_FOUND" });
  return db.$transaction(async (tx) => {
    // The lock makes two clicks wait for each other; it is no money's, and is held for a moment.
    const [order] = await tx.$queryRaw<{ id: string }[]>`
      SELECT o.id FROM "Order" o WHERE o.number = ${orderNumber} AND ${mayBeSeenBy(viewer)} FOR NO KEY UPDATE`;
    if (!order) return { ok: false, code: "ORDER_NOT_FOUND" };
    const open = await tx.complaint.findMany({ where: { orderId: order.id, answeredAt: null } });
    if (open.some((complaint) => complaint.topic === topic && complaint.text === text)) return { ok: true };
    if (open.length >= MOST_OPEN) return { ok: false, code: "TOO_MANY_OPEN" };
    const { id } = await tx.complaint.create({ data: { orderId: order.id, topic, text } });
    await enqueueMessage(tx, {
      topic: "complaint-received",
      dedupeKey: `complaint:${id}`,
      orderId: order.id,
      body: {},
    });
    return { ok: true };
  });
}

/** The complaints about an order that the caller has found visible, oldest first. */
export async function readComplaints(order: { id: string }): Promise<Complaint[]> {
  const complaints = await db.complaint.findMany({
    where: { orderId: order.id },
    omit: { orderId: true, answeredBy: true },
    orderBy: { filedAt: "asc" },
  });
  return complaints.map((complaint) => ({ ...complaint, dueAt: dueAt(complaint.filedAt) }));
}

/**
 * The merchant answers: once, for the shopper to read on the order's page, who is told so.
 *
 * @returns false when it was answered already, or is not there.
 */
export function answerComplaint(merchant: Merchant, complaintId: string, answer: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const answered = await tx.complaint.updateManyAndReturn({
      where: { id: complaintId, answeredAt: null },
      data: { answer, answeredAt: new Date(), answeredBy: merchant.id },
      select: { orderId: true },
    });
    const [complaint] = answered;
    if (!complaint) return false;
    await enqueueMessage(tx, {
      topic: "complaint-answered",
      dedupeKey: `complaint-answered:${complaintId}`,
      orderId: complaint.orderId,
      body: {},
    });
    return true;
  });
}

const dueAt = (filedAt: Date): Date => new Date(filedAt.getTime() + ANSWER_WITHIN_HOURS * 3_600_000);

export interface OpenComplaint {
  id: string;
  orderNumber: string;
  topic: ComplaintTopic;
  dueAt: Date;
}

/** More than anybody answers at one sitting. */
const MOST_LISTED = 20;

/** The complaints that wait longest for an answer. */
export async function listOpenComplaints(_reader: Merchant): Promise<OpenComplaint[]> {
  const complaints = await db.complaint.findMany({
    where: { answeredAt: null },
    select: { id: true, topic: true, filedAt: true, order: { select: { number: true } } },
    orderBy: { filedAt: "asc" },
    take: MOST_LISTED,
  });
  return complaints.map(({ id, topic, filedAt, order }) => ({
    id,
    topic,
    orderNumber: order.number,
    dueAt: dueAt(filedAt),
  }));
}
