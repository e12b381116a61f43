import { continuePayment } from "@/lib/payments/continue-payment";
import { answer, door, readBody, refuse } from "../../../respond";
import { paymentRequest } from "../../../schemas";
import { viewerOf } from "../../../viewer";
import { walletOf, type WalletContext } from "../wallet";

/** Opens the wallet's window again for a payment that was opened before. The wallet is not asked for another. */
export const POST = door<WalletContext>(async (request, context) => {
  const provider = await walletOf(context);
  const viewer = await viewerOf(request);
  const { paymentId } = await readBody(request, paymentRequest);
  const result = await continuePayment(provider, { paymentId, viewer });
  if (!result.ok) return refuse(request, result.code);
  const { windowData, ...payment } = result.payment;
  return answer({ ...payment, window: windowData });
});
