import type { Viewer } from "@/lib/orders/order-access";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { db } from "@/lib/platform/db";
import { failpoint } from "@/lib/platform/failpoint";
import { logger } from "@/lib/platform/logger";
import { checkPayment, QUICK_QUESTION_MS } from "./check-payment";
import {
  claimForExecution,
  findPayment,
  moveOn,
  takeCheck,
  watchedSiblings,
  type Claimed,
} from "./payment-repository";
import type { PaymentOutcome, PaymentProvider } from "./payment-provider";
import { readPayment, type PaymentView } from "./payment-view";
import { settlePayment } from "./settle-payment";

export type ExecutePaymentResult =
  { ok: true; payment: PaymentView } | { ok: false; code: "PAYMENT_NOT_FOUND" };

/**
 * Moves the money of an authorised payment. Asked any number of times, at once or again, it reaches the wallet once:
 * whoever does not win the claim is told where the payment stands. No clear answer is followed by one question.
 * Throws PaymentsPaused before anything was claimed.
 */
export async function executePayment(
  provider: PaymentProvider,
  request: { paymentId: string; viewer: Viewer },
): Promise<ExecutePaymentResult> {
  const found = await findPayment(request.paymentId, request.viewer);
  if (!found || found.provider !== provider.name || found.mode !== provider.mode)
    return { ok: false, code: "PAYMENT_NOT_FOUND" };

  if (found.status === "CREATED") {
    await provider.ready("execute");
    failpoint("execute:token-ready");
    const claimed = await claim(found);
    if (claimed) await executeClaimed(provider, found, claimed);
    // Not claimed and still open: the order is cancelled or its stock is no longer held. Nothing was sent to the wallet.
    else await moveOn(db, { paymentId: found.id, from: "CREATED", to: "CANCELLED", source: "execute" });
  }
  const payment = await readPayment(request.paymentId, request.viewer);
  return payment ? { ok: true, payment } : { ok: false, code: "PAYMENT_NOT_FOUND" };
}

async function claim(payment: { id: string; orderId: string }): Promise<Claimed | null> {
  try {
    return await claimForExecution(payment);
  } catch (error) {
    if (isUniqueViolation(error)) return null; // another payment of this order is in doubt
    throw error;
  }
}

async function executeClaimed(
  provider: PaymentProvider,
  payment: { id: string; orderId: string },
  { providerPaymentId }: Claimed,
): Promise<void> {
  const paymentId = payment.id;
  failpoint("execute:claimed");
  const told = await provider.execute(providerPaymentId).catch((error: unknown): PaymentOutcome => {
    logger.error({ error, paymentId }, "execute broke off");
    return { kind: "unknown", cause: String(error) };
  });
  failpoint("execute:answered");
  const status = await settlePersistently(paymentId, told);
  failpoint("execute:settled");
  if (status !== "UNCERTAIN") return;
  // "Duplicate" (2029) and its like can mean that an earlier payment of this order went through after all.
  for (const id of [...(await watchedSiblings(payment)), paymentId]) {
    if (!(await takeCheck(id, "urgent"))) continue;
    failpoint("execute:before-query");
    await checkPayment(id, "query", QUICK_QUESTION_MS);
  }
}

const SETTLE_RETRY_MS = [0, 500, 1500];

/** The wallet has answered; a hiccup of the database must not lose it. What cannot be written is asked for again later. */
async function settlePersistently(paymentId: string, outcome: PaymentOutcome) {
  for (const [attempt, delay] of SETTLE_RETRY_MS.entries()) {
    await new Promise((wake) => setTimeout(wake, delay));
    try {
      failpoint("execute:before-settle");
      return await settlePayment(paymentId, outcome, "execute");
    } catch (error) {
      logger.error({ error, paymentId, attempt }, "an answer of the wallet could not be stored");
    }
  }
  logger.error({ paymentId, outcome }, "capture_unpersisted: the reconciler will ask the wallet again");
  return "EXECUTING" as const;
}
