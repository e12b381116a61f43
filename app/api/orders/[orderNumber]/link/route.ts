import { accessTokenOf } from "@/lib/orders/order-access";
import { readOrder } from "@/lib/orders/read-order";
import { answer, door, languageOf, refuse } from "../../../respond";
import { viewerOf } from "../../../viewer";

interface Context {
  params: Promise<{ orderNumber: string }>;
}

/**
 * The order's link, for whoever may see the order: to open it on another device, or again in a browser that has lost its
 * cookie. It is asked for and never written into a page.
 */
export const GET = door<Context>(async (request, { params }) => {
  const order = await readOrder((await params).orderNumber, await viewerOf(request));
  if (!order) return refuse(request, "ORDER_NOT_FOUND");
  const token = accessTokenOf(order.id);
  const link = `/api/orders/${order.number}/open?token=${token}&locale=${languageOf(request)}`;
  return answer({ accessToken: token, link });
});
