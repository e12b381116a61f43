import type { PaymentStatus } from "@/generated/prisma/enums";
import type { Merchant } from "@/lib/auth/merchant";
import { checkPayment } from "./check-payment";
import { WALLET_DEADLINE_MS } from "./payment-provider";
import { findPayment, takeCheck } from "./payment-repository";
import { sendCapture, sendVoid } from "./send-set-aside";

/**
 * Takes the money that a wallet has set aside, and pays the order with it. Asked any number of times, at once or again, it
 * reaches the wallet once; when its answer is lost, the wallet is asked until it says what became of it. Throws PaymentsPaused.
 *
 * @returns the payment's status afterwards; null when there is no such payment.
 */
export const captureAuthorised = (merchant: Merchant, paymentId: string): Promise<PaymentStatus | null> =>
  sendAndAsk(merchant, paymentId, sendCapture);

/** Gives the money that a wallet has set aside free again. As captureAuthorised otherwise. */
export const voidAuthorised = (merchant: Merchant, paymentId: string): Promise<PaymentStatus | null> =>
  sendAndAsk(merchant, paymentId, sendVoid);

async function sendAndAsk(
  merchant: Merchant,
  paymentId: string,
  send: typeof sendCapture,
): Promise<PaymentStatus | null> {
  const payment = await findPayment(paymentId, "system");
  if (!payment) return null;
  const isSent = payment.status === "AUTHORISED" && (await send(payment, "merchant", merchant.id));
  if (isSent && (await takeCheck(paymentId, "urgent")))
    return checkPayment(paymentId, "merchant", WALLET_DEADLINE_MS);
  return (await findPayment(paymentId, "system"))?.status ?? null;
}
