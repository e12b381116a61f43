import { after } from "next/server";
import { queryPayment } from "@/lib/payments/query-payment";
import { admitQuestion } from "../../../limits";
import { door, parse, refuse } from "../../../respond";
import { paymentRequest } from "../../../schemas";
import { viewerOf } from "../../../viewer";
import { answerPayment, walletOf, type WalletContext } from "../wallet";

export const maxDuration = 60;

/** Where a payment stands. Asks the wallet only about a payment in doubt, and not more often than its schedule says. */
export const GET = door<WalletContext>(async (request, context) => {
  await walletOf(context);
  const viewer = await viewerOf(request);
  admitQuestion(viewer);
  const { paymentId } = parse(paymentRequest, Object.fromEntries(new URL(request.url).searchParams));
  const payment = await queryPayment({ paymentId, viewer }, (work) => after(() => work));
  return payment ? answerPayment(request, payment) : refuse(request, "PAYMENT_NOT_FOUND");
});
