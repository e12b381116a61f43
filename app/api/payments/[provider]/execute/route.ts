import { executePayment } from "@/lib/payments/execute-payment";
import { oncePerKey } from "../../../idempotency";
import { door, readBody, refuse } from "../../../respond";
import { paymentRequest } from "../../../schemas";
import { viewerOf } from "../../../viewer";
import { repairAfterwards } from "../repair";
import { answerPayment, walletOf, type WalletContext } from "../wallet";

/** 30 s for execute, 10 s for the question after it, and a margin. */
export const maxDuration = 90;

/** Moves the money of a payment that the shopper has authorised. Sent twice, it executes once. */
export const POST = door<WalletContext>(async (request, context) => {
  const provider = await walletOf(context);
  const viewer = await viewerOf(request);
  const body = await readBody(request, paymentRequest);
  return oncePerKey(request, { route: `execute ${provider.name}`, viewer, body }, async () => {
    const result = await executePayment(provider, { paymentId: body.paymentId, viewer });
    if (!result.ok) return refuse(request, result.code);
    repairAfterwards(result.payment);
    return answerPayment(request, result.payment);
  });
});
