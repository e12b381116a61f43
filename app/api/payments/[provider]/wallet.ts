import "server-only";
import { inChosenDigits, type Locale } from "@/lib/kernel/money";
import type { PaymentProvider } from "@/lib/payments/payment-provider";
import { isInDoubt } from "@/lib/payments/payment-status";
import type { PaymentView } from "@/lib/payments/payment-view";
import { findProvider } from "@/lib/payments/providers/registry";
import { answer, languageOf, RequestRefused } from "../../respond";

export interface WalletContext {
  params: Promise<{ provider: string }>;
}

/** The wallet that the address names. */
export async function walletOf({ params }: WalletContext): Promise<PaymentProvider> {
  const provider = findProvider((await params).provider);
  if (!provider) throw new RequestRefused("UNKNOWN_WALLET");
  return provider;
}

/** A payment as the API tells it, the refusal in the reader's language. */
export function paymentJson(payment: PaymentView, locale: Locale) {
  return {
    paymentId: payment.paymentId,
    orderNumber: payment.orderNumber,
    orderStatus: payment.orderStatus,
    status: payment.status,
    amountInPoisha: payment.amountInPoisha,
    currency: "BDT",
    trxId: payment.trxId,
    completedAt: payment.completedAt,
    refusal: payment.refusal && {
      code: payment.refusal.code,
      message: inChosenDigits(payment.refusal.customer[locale]),
    },
  };
}

/** 202 while money may have moved and nobody has said so: ask again. */
export const answerPayment = (request: Request, payment: PaymentView): Response =>
  answer(paymentJson(payment, languageOf(request)), isInDoubt(payment.status) ? 202 : 200);
