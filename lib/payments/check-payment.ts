import type { PaymentSource, PaymentStatus } from "@/generated/prisma/enums";
import { db } from "@/lib/platform/db";
import { failpoint } from "@/lib/platform/failpoint";
import { logger } from "@/lib/platform/logger";
import { withReference } from "@/lib/platform/reference";
import { findPayment, forgetQuestion, moveOn, type StoredPayment } from "./payment-repository";
import { PaymentsPaused, type PaymentOutcome } from "./payment-provider";
import { sendVoid } from "./send-set-aside";
import { providerOf } from "./providers/registry";
import { settlePayment } from "./settle-payment";

/** A question inside somebody's request may take this long; a job may take the wallet's whole deadline. */
export const QUICK_QUESTION_MS = 10_000;

/**
 * Asks the wallet what became of a payment whose check the caller has taken, and settles what it says.
 *
 * @returns the payment's status afterwards.
 */
export const checkPayment = (
  paymentId: string,
  source: PaymentSource,
  deadlineMs: number,
): Promise<PaymentStatus> => withReference({ paymentId }, () => check(paymentId, source, deadlineMs));

async function check(paymentId: string, source: PaymentSource, deadlineMs: number): Promise<PaymentStatus> {
  const payment = await findPayment(paymentId, "system");
  if (!payment) throw new Error(`No payment ${paymentId}`);
  failpoint("check:taken");
  // No order waits for this money any more: it is the shopper's again.
  if (payment.status === "AUTHORISED" && payment.orderStatus !== "PENDING") await sendVoid(payment, source);
  switch (payment.status) {
    case "NEW": // the process died before bKash's answer to create: nobody can have paid
      await moveOn(db, { paymentId, from: "NEW", to: "ABANDONED", source });
      failpoint("check:swept");
      return "ABANDONED";
    case "CREATED": // the shopper went away
      await moveOn(db, { paymentId, from: "CREATED", to: "EXPIRED", source });
      failpoint("check:expired");
      return "EXPIRED";
    case "AUTHORISED":
    case "EXECUTING":
    case "UNCERTAIN":
    case "WATCH":
    case "CAPTURING":
    case "VOIDING":
    // Somebody says that money moved after all: the wallet's word decides.
    case "DECLINED":
    case "CANCELLED":
    case "EXPIRED":
    case "ABANDONED":
    case "VOIDED": {
      const outcome = await ask(payment, deadlineMs);
      failpoint("check:answered");
      return settlePayment(paymentId, outcome, source);
    }
    default:
      return payment.status;
  }
}

async function ask(
  { id, provider, providerPaymentId }: StoredPayment,
  deadlineMs: number,
): Promise<PaymentOutcome> {
  if (!providerPaymentId) return { kind: "unknown", cause: "no provider payment id" };
  try {
    return await providerOf({ provider }).query(providerPaymentId, { deadlineMs });
  } catch (error) {
    logger.warn({ error, provider }, "the wallet could not be asked");
    // Nothing was sent: a page that waits need not wait as if it had been.
    if (error instanceof PaymentsPaused) await forgetQuestion(id);
    return { kind: "unknown", cause: error instanceof Error ? error.message : String(error) };
  }
}
