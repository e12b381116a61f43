import type { Viewer } from "@/lib/orders/order-access";
import { db } from "@/lib/platform/db";
import type { OpenedPayment } from "./create-payment";
import { findPayment } from "./payment-repository";
import type { PaymentProvider } from "./payment-provider";
import { TIME_TO_FINISH_SECONDS } from "./payment-state";

export type ContinuePaymentResult =
  { ok: true; payment: OpenedPayment } | { ok: false; code: "PAYMENT_NOT_FOUND" | "PAYMENT_NOT_OPEN" };

/**
 * The shopper comes back to a payment that is open still: reloaded the page, took another device. The wallet's window is
 * shown again for the very same payment, so that there is never a second one to pay; only execute moves money, and only
 * once. Not when its time is nearly over, or its goods are no longer kept.
 */
export async function continuePayment(
  provider: PaymentProvider,
  { paymentId, viewer }: { paymentId: string; viewer: Viewer },
): Promise<ContinuePaymentResult> {
  const found = await findPayment(paymentId, viewer);
  if (!found) return { ok: false, code: "PAYMENT_NOT_FOUND" };
  const [open] = await db.$queryRaw<{ windowData: Record<string, unknown> }[]>`
    SELECT p."windowData" FROM "Payment" p JOIN "Order" o ON o.id = p."orderId"
    WHERE p.id = ${paymentId}::uuid AND p.provider = ${provider.name} AND p.mode = ${provider.mode}::"PaymentMode"
      AND p.status = 'CREATED' AND p."nextCheckAt" >= now() + ${TIME_TO_FINISH_SECONDS} * interval '1 second'
      AND o.status = 'PENDING' AND o."holdUntil" > now()`;
  if (!open) return { ok: false, code: "PAYMENT_NOT_OPEN" };
  return {
    ok: true,
    payment: {
      paymentId,
      orderNumber: found.orderNumber,
      attempt: found.attempt,
      amountInPoisha: found.amountInPoisha,
      currency: "BDT",
      windowData: open.windowData,
    },
  };
}
