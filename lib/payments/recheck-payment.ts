import type { PaymentSource } from "@/generated/prisma/enums";
import type { Transaction } from "@/lib/platform/db";
import { logger } from "@/lib/platform/logger";
import { checkPayment } from "./check-payment";
import { WALLET_DEADLINE_MS } from "./payment-provider";
import { moveOn } from "./payment-repository";

/** Whoever takes a question asks it within this; then it is due for everybody. */
const QUESTION_LEASE_SECONDS = 45;

/**
 * Somebody says that this payment's money moved, although nobody of us has booked it: takes the question to the wallet,
 * also about a payment that has ended. The caller asks it with `recheck` after the transaction; if it dies before that,
 * the regular check asks. What the wallet then says decides, never the one who said so.
 *
 * @returns false for a payment that is captured, that is being executed (its claim decides when others ask), or that the
 *   wallet never gave an id to ask by.
 */
export async function takeRecheck(
  tx: Transaction,
  paymentId: string,
  source: PaymentSource,
): Promise<boolean> {
  // A window that is open is not asked about, so it is closed first: the shopper must not execute what has moved.
  await moveOn(tx, { paymentId, from: "CREATED", to: "EXPIRED", source });
  const taken = await tx.$executeRaw`
    UPDATE "Payment" SET checks = CASE WHEN status IN ('UNCERTAIN', 'WATCH') THEN checks ELSE 0 END,
      "nextCheckAt" = now() + ${QUESTION_LEASE_SECONDS} * interval '1 second', "askedAt" = now()
    WHERE id = ${paymentId}::uuid AND "providerPaymentId" IS NOT NULL
      AND status IN ('UNCERTAIN', 'WATCH', 'AUTHORISED', 'DECLINED', 'CANCELLED', 'EXPIRED', 'ABANDONED', 'VOIDED')`;
  return taken === 1;
}

/** Asks the question that `takeRecheck` took. Never throws: what fails here is asked again later. */
export async function recheck(paymentId: string, source: PaymentSource): Promise<void> {
  try {
    await checkPayment(paymentId, source, WALLET_DEADLINE_MS);
  } catch (error) {
    logger.error({ error, paymentId }, "a payment could not be asked about again");
  }
}
