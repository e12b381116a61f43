import { after } from "next/server";
import { followOrder } from "@/lib/payments/follow-order";
import { admitQuestion } from "../../../limits";
import { answer, door, refuse } from "../../../respond";
import { viewerOf } from "../../../viewer";

interface Context {
  params: Promise<{ orderNumber: string }>;
}

export const maxDuration = 60;

/** What the order's page asks while it is open. Payments in doubt are asked about on the way, when it is time. */
export const GET = door<Context>(async (request, { params }) => {
  const viewer = await viewerOf(request);
  admitQuestion(viewer);
  const { orderNumber } = await params;
  const state = await followOrder({ orderNumber, viewer }, (work) => after(() => work));
  if (!state) return refuse(request, "ORDER_NOT_FOUND");
  return answer({
    orderStatus: state.orderStatus,
    paymentStatus: state.payment?.status ?? null,
    mayPay: state.mayPay,
    askedAt: state.askedAt,
    mark: state.mark,
    lookAgainInMs: state.lookAgainInMs,
  });
});
