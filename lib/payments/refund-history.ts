import type { PaymentSource, RefundStatus } from "@/generated/prisma/enums";
import type { Merchant } from "@/lib/auth/merchant";
import { poisha, type Poisha } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { findProvider } from "./providers/registry";
import { whatIsRefundable, type Refundable } from "./refund-rules";
import { readRefundable } from "./reserve-refund";
import { mayBeRead } from "./settle-refund";

/** What a merchant sees of a payment's money that goes back. */
export interface RefundHistory {
  /** What more can go back, and why not if nothing can. */
  may: Refundable;
  /** Oldest first. */
  refunds: RecordedRefund[];
}

export interface RecordedRefund {
  id: string;
  number: number;
  status: RefundStatus;
  amountInPoisha: Poisha;
  reason: string;
  /** The merchant who asked for it; null when the shop did by itself. */
  requestedBy: string | null;
  requestedAt: Date;
  completedAt: Date | null;
  refundTrxId: string | null;
  lastCode: { code: string; meaning: string | null } | null;
  checks: number;
  nextCheckAt: Date | null;
  /** In doubt, so that the wallet can be asked about it now. */
  mayAskAgain: boolean;
  /** In doubt for so long that a merchant can record what the wallet's portal says. */
  mayRecord: boolean;
  /** Oldest first. */
  events: RecordedRefundEvent[];
}

export interface RecordedRefundEvent {
  id: string;
  at: Date;
  from: RefundStatus | null;
  to: RefundStatus;
  source: PaymentSource;
  code: { code: string; meaning: string | null } | null;
  detail: Record<string, unknown> | null;
}

/** The refunds of every payment of an order, by the payment's id. Payments that took no money are left out. */
export async function readRefundHistory(
  _reader: Merchant,
  orderId: string,
): Promise<Map<string, RefundHistory>> {
  const payments = await db.payment.findMany({
    where: { orderId, status: { in: ["COMPLETED", "DUPLICATE", "MISMATCH"] } },
    select: {
      id: true,
      provider: true,
      mode: true,
      refunds: {
        orderBy: { number: "asc" },
        omit: { idempotencyKey: true },
        include: { events: { orderBy: { id: "asc" } } },
      },
    },
  });
  const facts = await readRefundable(
    db,
    payments.map(({ id }) => id),
  );
  const may = new Map(facts.map(({ id, ...fact }) => [id, whatIsRefundable(fact)]));
  const names = await namesOf(
    payments.flatMap(({ refunds }) => refunds.map(({ requestedBy }) => requestedBy)),
  );
  return new Map(
    payments.map(({ id, provider: name, mode, refunds }) => {
      const provider = findProvider(name);
      const explain = (code: string | null) =>
        code === null ? null : { code, meaning: provider?.explainRefund(code) ?? null };
      const recorded = refunds.map(({ events, ...refund }) => ({
        ...refund,
        amountInPoisha: poisha(refund.amountInPoisha),
        requestedBy: refund.requestedBy && (names.get(refund.requestedBy) ?? refund.requestedBy),
        lastCode: explain(refund.lastCode),
        mayAskAgain: refund.status === "UNKNOWN" && provider?.mode === mode,
        mayRecord: mayBeRead({
          ...refund,
          secondsInStatus: (Date.now() - refund.statusSince.getTime()) / 1000,
        }),
        events: events.map((event) => ({
          ...event,
          id: String(event.id),
          code: explain(event.code),
          detail: event.detail as Record<string, unknown> | null,
        })),
      }));
      return [id, { may: may.get(id) ?? { ok: false, code: "NOT_CAPTURED" }, refunds: recorded }];
    }),
  );
}

async function namesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const merchants = await db.merchant.findMany({
    where: { id: { in: known } },
    select: { id: true, name: true },
  });
  return new Map(merchants.map(({ id, name }) => [id, name]));
}
