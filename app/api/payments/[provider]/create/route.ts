import { createPayment } from "@/lib/payments/create-payment";
import { idempotencyKeyOf, oncePerKey } from "../../../idempotency";
import { admit } from "../../../limits";
import { answer, door, languageOf, readBody, refuse } from "../../../respond";
import { createPaymentRequest } from "../../../schemas";
import { viewerOf } from "../../../viewer";
import { walletOf, type WalletContext } from "../wallet";

/** Longer than the wallet's 30 s, so that its answer is never cut off by ours. */
export const maxDuration = 60;

/** Opens a payment for an order, and answers with what the wallet's window needs. */
export const POST = door<WalletContext>(async (request, context) => {
  const provider = await walletOf(context);
  const viewer = await viewerOf(request);
  const body = await readBody(request, createPaymentRequest);
  const route = `create ${provider.name}`;
  return oncePerKey(
    request,
    { route, viewer, body },
    async () => {
      const idempotencyKey = idempotencyKeyOf(request);
      const result = await createPayment(provider, { orderNumber: body.orderNumber, viewer, idempotencyKey });
      if (result.ok) {
        const { windowData, ...payment } = result.payment;
        return answer({ ...payment, window: windowData }, 201);
      }
      if (result.code !== "REFUSED_BY_WALLET") return refuse(request, result.code);
      const { code, customer } = result.refusal;
      return refuse(request, result.code, { walletCode: code, message: customer[languageOf(request)] });
    },
    () => admit("payment", request, viewer),
  );
});
