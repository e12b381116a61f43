import type { Viewer } from "@/lib/orders/order-access";
import { checkIfDue } from "./check-payment";
import { findPayment } from "./payment-repository";
import { isInDoubt } from "./payment-status";
import { readPayment, viewOf, type PaymentView } from "./payment-view";

/**
 * Where a payment stands. When it is in doubt and the wallet has not been asked for a while, it is asked now: a shopper
 * who looks at the page repairs it. A payment that has its answer is never asked about.
 */
export async function queryPayment(request: {
  paymentId: string;
  viewer: Viewer;
}): Promise<PaymentView | null> {
  const payment = await findPayment(request.paymentId, request.viewer);
  if (!payment) return null;
  if (!isInDoubt(payment.status) && payment.status !== "WATCH") return viewOf(payment);
  await checkIfDue(payment.id, payment.status);
  return readPayment(request.paymentId, request.viewer);
}
