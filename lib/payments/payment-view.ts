import type { OrderStatus, PaymentStatus } from "@/generated/prisma/enums";
import type { Locale, Poisha } from "@/lib/kernel/money";
import type { Viewer } from "@/lib/orders/order-access";
import { findPayment, type StoredPayment } from "./payment-repository";
import type { Refusal } from "./payment-provider";
import { isCaptured } from "./payment-status";
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
