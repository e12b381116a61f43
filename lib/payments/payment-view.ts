import type { OrderStatus, PaymentStatus } from "@/generated/prisma/enums";
import type { Locale, Poisha } from "@/lib/kernel/money";
import type { Viewer } from "@/lib/orders/order-access";
import { db } from "@/lib/platform/db";
import { findPayment, type StoredPayment } from "./payment-repository";
import type { Refusal } from "./payment-provider";
import { isCaptured, keepsOrder } from "./payment-status";
import { providerOf } from "./providers/registry";

/** What a shopper may know of a payment. */
export interface PaymentView {
  paymentId: string;
  orderNumber: string;
  status: PaymentStatus;
  /** Our name for it at the wallet: what to quote when asking about it. */
  invoiceNumber: string;
  amountInPoisha: Poisha;
  /** Only once money moved. */
  trxId: string | null;
  /** ISO 8601. */
  completedAt: string | null;
  /** Why the wallet said no. Null unless it did: these words tell the shopper that no money was taken. */
  refusal: Refusal | null;
  /** What the wallet's code tells the shopper of a payment that it neither completed nor refused. */
  hint: Record<Locale, string> | null;
  orderStatus: OrderStatus;
}

export function viewOf(payment: StoredPayment): PaymentView {
  const said = payment.lastCode ? providerOf(payment).explain(payment.lastCode) : null;
  return {
    paymentId: payment.id,
    orderNumber: payment.orderNumber,
    status: payment.status,
    invoiceNumber: payment.invoiceNumber,
    amountInPoisha: payment.amountInPoisha,
    trxId: payment.trxId,
    completedAt: payment.completedAt?.toISOString() ?? null,
    refusal: saidNo(payment.status) ? said : null,
    hint: said?.isSaidInDoubt && !isCaptured(payment.status) ? said.customer : null,
    orderStatus: payment.orderStatus,
  };
}

const saidNo = (status: PaymentStatus): boolean => status === "DECLINED" || status === "ABANDONED";

/** The payment as it stands now, for whoever may see its order. */
export async function readPayment(paymentId: string, viewer: Viewer): Promise<PaymentView | null> {
  const payment = await findPayment(paymentId, viewer);
  return payment && viewOf(payment);
}

/** Where an order stands with its money: what its page shows. */
export interface PaymentState {
  /** The payment that decides what the page says: the one that paid, else the one in doubt, else the last. */
  payment: PaymentView | null;
  /** A new payment may be opened now. */
  mayPay: boolean;
  /** Another payment of this order may still go through, although the shopper may pay anew. */
  isWatched: boolean;
  /** Money came twice; one of it is to be given back. */
  hasDuplicate: boolean;
}

export async function readPaymentState(order: { id: string; status: OrderStatus }): Promise<PaymentState> {
  const payments = await db.payment.findMany({
    where: { orderId: order.id },
    select: { id: true, status: true },
    orderBy: { attempt: "desc" },
  });
  const telling =
    payments.find(({ status }) => status === "COMPLETED") ??
    payments.find(({ status }) => keepsOrder(status)) ??
    payments[0];
  const stored = telling ? await findPayment(telling.id, "system") : null;
  const blocked = payments.some(({ status }) => keepsOrder(status));
  return {
    payment: stored && viewOf(stored),
    mayPay: order.status === "PENDING" && !blocked,
    isWatched: payments.some(({ id, status }) => status === "WATCH" && id !== telling?.id),
    hasDuplicate: payments.some(({ status }) => status === "DUPLICATE"),
  };
}
