import { createPayment } from "@/lib/payments/create-payment";
import { answer, door, languageOf, parse, readBody, refuse } from "../../../respond";
import { createPaymentRequest, idempotencyKeyHeader } from "../../../schemas";
import { viewerOf } from "../../../viewer";
import { walletOf, type WalletContext } from "../wallet";

/** Longer than the wallet's 30 s, so that its answer is never cut off by ours. */
export const maxDuration = 60;

/** Opens a payment for an order, and answers with what the wallet's window needs. */
export const POST = door<WalletContext>(async (request, context) => {
  const provider = await walletOf(context);
  const viewer = await viewerOf(request);
  const { orderNumber } = await readBody(request, createPaymentRequest);
  const idempotencyKey = parse(idempotencyKeyHeader, request.headers.get("idempotency-key") ?? undefined);
  const result = await createPayment(provider, { orderNumber, viewer, idempotencyKey });
  if (result.ok) {
    const { windowData, ...payment } = result.payment;
    return answer({ ...payment, window: windowData }, 201);
  }
  if (result.code !== "REFUSED_BY_WALLET") return refuse(request, result.code);
  const { code, customer } = result.refusal;
  return refuse(request, result.code, { walletCode: code, message: customer[languageOf(request)] });
});
