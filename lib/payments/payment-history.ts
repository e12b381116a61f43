import type { PaymentMode, PaymentSource, PaymentStatus } from "@/generated/prisma/enums";
import type { Merchant } from "@/lib/auth/merchant";
import { poisha, type Poisha } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { isBeingAsked, isUnanswered, keepsOrder, PAYMENT_STATUSES } from "./payment-status";
import { findProvider, installedProviders } from "./providers/registry";

/** A wallet's code and what it means, in the merchant's words. */
export interface ExplainedCode {
  code: string;
  meaning: string | null;
}

export interface RecordedEvent {
  id: string;
  at: Date;
  from: PaymentStatus | null;
  to: PaymentStatus;
  source: PaymentSource;
  code: ExplainedCode | null;
  /** What the wallet said besides, as settlePayment stored it. */
  detail: Record<string, unknown> | null;
}

export interface RecordedPayment {
  id: string;
  attempt: number;
  provider: string;
  mode: PaymentMode;
  status: PaymentStatus;
  statusSince: Date;
  amountInPoisha: Poisha;
  invoiceNumber: string;
  providerPaymentId: string | null;
  trxId: string | null;
  lastCode: ExplainedCode | null;
  createdAt: Date;
  completedAt: Date | null;
  /** How often the wallet was asked in this status. */
  checks: number;
  nextCheckAt: Date | null;
  /** In doubt or set aside, so that the wallet can be asked about it now. */
  mayAskAgain: boolean;
  /** Set aside, so that it can be captured or voided now. */
  mayCapture: boolean;
  /** Oldest first. */
  events: RecordedEvent[];
}

/** Every payment of an order with its whole history, the newest payment first. */
export async function readPaymentHistory(_reader: Merchant, orderId: string): Promise<RecordedPayment[]> {
  const payments = await db.payment.findMany({
    where: { orderId },
    omit: { windowData: true, idempotencyKey: true },
    include: { events: { orderBy: { id: "asc" } } },
    orderBy: { attempt: "desc" },
  });
  return payments.map((payment) => {
    const provider = findProvider(payment.provider);
    const explain = (code: string | null): ExplainedCode | null =>
      code === null ? null : { code, meaning: provider?.explain(code).merchant ?? null };
    // Another mode's wallet knows nothing of it.
    const isOfThisShop = provider?.mode === payment.mode;
    return {
      ...payment,
      amountInPoisha: poisha(payment.amountInPoisha),
      lastCode: explain(payment.lastCode),
      mayAskAgain: isBeingAsked(payment.status) && isOfThisShop,
      mayCapture: payment.status === "AUTHORISED" && isOfThisShop,
      events: payment.events.map(({ id, at, from, to, source, code, detail }) => ({
        id: String(id),
        at,
        from,
        to,
        source,
        code: explain(code),
        detail: detail as Record<string, unknown> | null,
      })),
    };
  });
}

/** The status of the payment that tells most about each order: the one that paid, else the one in doubt, else the last. */
export async function readPaymentStatuses(
  _reader: Merchant,
  orderIds: readonly string[],
): Promise<Map<string, PaymentStatus>> {
  const payments = await db.payment.findMany({
    where: { orderId: { in: [...orderIds] } },
    select: { orderId: true, status: true },
    orderBy: { attempt: "desc" },
  });
  const telling = new Map<string, PaymentStatus>();
  for (const [orderId, attempts] of Map.groupBy(payments, (payment) => payment.orderId)) {
    const statuses = attempts.map(({ status }) => status);
    const status = statuses.find((each) => each === "COMPLETED") ?? statuses.find(keepsOrder) ?? statuses[0];
    if (status) telling.set(orderId, status);
  }
  return telling;
}

/** The order that a receipt number belongs to, whichever wallet and mode it came from. */
export async function findOrderOfTrx(_reader: Merchant, trxId: string): Promise<string | null> {
  const payment = await db.payment.findFirst({
    where: {
      // These two lead the index; people do not type capitals.
      provider: { in: installedProviders().map(({ name }) => name) },
      mode: { in: ["live", "sandbox", "simulator"] },
      trxId: { in: [trxId, trxId.toUpperCase()] },
    },
    select: { orderId: true },
  });
  return payment?.orderId ?? null;
}

/** More than anybody goes through by hand. */
const MOST_IN_DOUBT = 500;

/** Orders with a payment that the wallet is still being asked about, in one mode. */
export async function findOrdersInDoubt(_reader: Merchant, mode: PaymentMode): Promise<string[]> {
  const payments = await db.payment.findMany({
    where: { status: { in: PAYMENT_STATUSES.filter(isUnanswered) }, mode },
    distinct: ["orderId"],
    select: { orderId: true },
    orderBy: { statusSince: "desc" },
    take: MOST_IN_DOUBT,
  });
  return payments.map(({ orderId }) => orderId);
}
