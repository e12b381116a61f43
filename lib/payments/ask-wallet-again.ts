import type { PaymentStatus } from "@/generated/prisma/enums";
import type { Merchant } from "@/lib/auth/merchant";
import { checkPayment } from "./check-payment";
import { WALLET_DEADLINE_MS } from "./payment-provider";
import { findPayment, takeCheck } from "./payment-repository";

/**
 * A merchant does not want to wait for the next check of a payment in doubt: asks the wallet now, and settles what it says.
 * A payment that has its answer is left alone.
 *
 * @returns the payment's status afterwards; null when there is no such payment.
 */
export async function askWalletAgain(_asker: Merchant, paymentId: string): Promise<PaymentStatus | null> {
  const payment = await findPayment(paymentId, "system");
  if (!payment) return null;
  if (!(await takeCheck(payment.id, "urgent"))) return payment.status;
  return checkPayment(payment.id, "merchant", WALLET_DEADLINE_MS);
}
