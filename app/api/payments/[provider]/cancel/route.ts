import { cancelPayment } from "@/lib/payments/cancel-payment";
import { door, readBody, refuse } from "../../../respond";
import { paymentRequest } from "../../../schemas";
import { viewerOf } from "../../../viewer";
import { answerPayment, walletOf, type WalletContext } from "../wallet";

/** The shopper closed the wallet's window. Once execute is on its way this changes nothing. */
export const POST = door<WalletContext>(async (request, context) => {
  await walletOf(context);
  const viewer = await viewerOf(request);
  const { paymentId } = await readBody(request, paymentRequest);
  const payment = await cancelPayment({ paymentId, viewer });
  return payment ? answerPayment(request, payment) : refuse(request, "PAYMENT_NOT_FOUND");
});
