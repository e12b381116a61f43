import { cancelPayment } from "@/lib/payments/cancel-payment";
import { oncePerKey } from "../../../idempotency";
import { door, readBody, refuse } from "../../../respond";
import { paymentRequest } from "../../../schemas";
import { viewerOf } from "../../../viewer";
import { answerPayment, walletOf, type WalletContext } from "../wallet";

/** The shopper closed the wallet's window. Once execute is on its way this changes nothing. */
export const POST = door<WalletContext>(async (request, context) => {
  const { name } = await walletOf(context);
  const viewer = await viewerOf(request);
  const body = await readBody(request, paymentRequest);
  return oncePerKey(request, { route: `cancel ${name}`, viewer, body }, async () => {
    const payment = await cancelPayment({ paymentId: body.paymentId, viewer });
    return payment ? answerPayment(request, payment) : refuse(request, "PAYMENT_NOT_FOUND");
  });
});
