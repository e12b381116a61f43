import type { Viewer } from "@/lib/orders/order-access";
import { db } from "@/lib/platform/db";
import { failpoint } from "@/lib/platform/failpoint";
import { findPayment, moveOn } from "./payment-repository";
import { readPayment, type PaymentView } from "./payment-view";

/**
 * The shopper closed the wallet's window. Cancels a payment that nobody has begun to execute; once execute is on its way
 * this does nothing, and the answer says where the payment stands.
 */
export async function cancelPayment(request: {
  paymentId: string;
  viewer: Viewer;
}): Promise<PaymentView | null> {
  const payment = await findPayment(request.paymentId, request.viewer);
  if (!payment) return null;
  failpoint("cancel:asked");
  await moveOn(db, { paymentId: payment.id, from: "CREATED", to: "CANCELLED", source: "cancel" });
  failpoint("cancel:written");
  return readPayment(request.paymentId, request.viewer);
}
