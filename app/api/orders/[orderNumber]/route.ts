import { readOrder } from "@/lib/orders/read-order";
import { readPaymentState } from "@/lib/payments/payment-state";
import { paymentJson } from "../../payments/[provider]/wallet";
import { admitQuestion } from "../../limits";
import { answer, door, languageOf, refuse } from "../../respond";
import { viewerOf } from "../../viewer";

interface Context {
  params: Promise<{ orderNumber: string }>;
}

/** An order with its money, for the holder of its access token or the shopper who placed it. Anybody else gets 404. */
export const GET = door<Context>(async (request, { params }) => {
  const viewer = await viewerOf(request);
  admitQuestion(viewer);
  const order = await readOrder((await params).orderNumber, viewer);
  if (!order) return refuse(request, "ORDER_NOT_FOUND");
  const { payment, mayPay } = await readPaymentState(order);
  return answer({
    orderNumber: order.number,
    status: order.status,
    lines: order.lines.map(({ sku, name, unitPriceInPoisha, quantity, lineTotalInPoisha }) => ({
      sku,
      name,
      unitPriceInPoisha,
      quantity,
      lineTotalInPoisha,
    })),
    subtotalInPoisha: order.subtotalInPoisha,
    discountInPoisha: order.discountInPoisha,
    couponCode: order.couponCode,
    vatInPoisha: order.vatInPoisha,
    vatAddedInPoisha: order.vatAddedInPoisha,
    deliveryFeeInPoisha: order.deliveryFeeInPoisha,
    totalInPoisha: order.totalInPoisha,
    payNowInPoisha: order.payNowInPoisha,
    dueInPoisha: order.dueInPoisha,
    currency: "BDT",
    placedAt: order.placedAt.toISOString(),
    paidAt: order.paidAt?.toISOString() ?? null,
    payment: payment && paymentJson(payment, languageOf(request)),
    mayPay,
  });
});
