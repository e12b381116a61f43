import { currentShopper } from "@/app/_session/shopper";
import { placeOrder } from "@/lib/orders/place-order";
import { idempotencyKeyOf, oncePerKey } from "../idempotency";
import { admit } from "../limits";
import { answer, door, readBody, refuse } from "../respond";
import { placeOrderRequest } from "../schemas";
import { requireOwnOrigin } from "../viewer";

/** Places an order. Whoever holds the answer's access token may see and pay it; so may this browser, if it has a cookie. */
export const POST = door(async (request) => {
  const shopper = await currentShopper();
  if (shopper) requireOwnOrigin(request);
  const body = await readBody(request, placeOrderRequest);
  const viewer = shopper ? { shopperId: shopper.id } : {};
  return oncePerKey(
    request,
    { route: "orders", viewer, body },
    async () => {
      const { lines, contact, delivery, locale, couponCode } = body;
      const idempotencyKey = idempotencyKeyOf(request);
      const result = await placeOrder({
        lines,
        locale,
        contact: {
          name: contact.name,
          phone: contact.phone,
          ...(contact.email ? { email: contact.email } : {}),
        },
        delivery: {
          district: delivery.district,
          address: delivery.address,
          ...(delivery.upazila ? { upazila: delivery.upazila } : {}),
          ...(delivery.note ? { note: delivery.note } : {}),
          ...(delivery.giftNote ? { giftNote: delivery.giftNote } : {}),
        },
        ...(couponCode ? { couponCode } : {}),
        ...viewer,
        ...(idempotencyKey ? { idempotencyKey } : {}),
      });
      if (!result.ok) {
        const { code, ...details } = { sku: undefined, available: undefined, ...result, ok: undefined };
        return refuse(request, code, details);
      }
      const { number, accessToken, totalInPoisha } = result.order;
      return answer({ orderNumber: number, accessToken, totalInPoisha }, 201);
    },
    () => admit("order", request, viewer),
  );
});
