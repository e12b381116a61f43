"use server";
import { createHash } from "node:crypto";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { setCartCount } from "@/app/_actions/cart-count-cookie";
import { defineAction } from "@/app/_actions/define-action";
import { knownShopper } from "@/app/_actions/guards";
import { href } from "@/app/_i18n/routing";
import { countDoing } from "@/lib/auth/count-doing";
import { readCart } from "@/lib/cart/read-cart";
import { isStillTrue, readSeenLines, seenCouponCode, writeSeenCoupon } from "@/lib/cart/seen-lines";
import { findPlacedOrder, placeOrder } from "@/lib/orders/place-order";
import { deliveryFields, given, isPlace, NO_PLACE } from "./delivery-fields";
import { waysToPay, WAYS_TO_PAY } from "../_shell/ways-to-pay";
import { SHOW_PLACES } from "./show-places";

/** In the order of the form, which is the order of the error summary. Messages are keys of `errors`. */
const checkoutFields = z.object({
  name: deliveryFields.name,
  phone: deliveryFields.phone,
  email: z.string().transform(given).pipe(z.email("emailInvalid").max(120, "emailInvalid").optional()),
  district: deliveryFields.district,
  upazila: deliveryFields.upazila,
  address: deliveryFields.address,
  note: deliveryFields.note,
  giftNote: z.string().transform(given).pipe(z.string().max(300, "giftNoteLong").optional()),
  way: z.enum(WAYS_TO_PAY, "wayMissing"),
  consent: z.literal("yes", "consentMissing"),
  formId: z.uuid(),
  /** The lines that the shopper saw above the button. */
  seen: z.string().max(4000).transform(readSeenLines),
  /** And what the coupon took off. */
  seenCoupon: z.string().max(60).default(""),
});

const checkoutForm = checkoutFields.refine(isPlace, NO_PLACE);

/** Places the order and goes to its page, where it is paid. The cart is kept until then, or until cash is agreed on. */
export const placeOrderAction = defineAction({
  guard: knownShopper,
  schema: checkoutForm,
  keptBy: SHOW_PLACES,
  run: async ({ who, input, locale, refuse }) => {
    const { name, phone, email, district, upazila, address, note, giftNote, way, formId, seen, seenCoupon } =
      input;
    if (!seen) return refuse("cartChanged");
    const cart = await readCart(who.id, locale);
    const lines = seen.map(({ sku, quantity }) => ({ sku, quantity }));
    // The same form with the same content is the same order, however often it arrives; a corrected one is another.
    const where = [district, upazila, address, note, giftNote, way];
    const content = JSON.stringify([lines, name, phone, email, ...where, seenCoupon]);
    const couponCode = seenCouponCode(seenCoupon);
    const order = {
      lines,
      contact: { name, phone, ...(email && { email }) },
      delivery: { district, upazila, address, ...(note && { note }), ...(giftNote && { giftNote }) },
      paymentMethod: way,
      locale,
      ...(couponCode && { couponCode }),
      shopperId: who.id,
      ...(cart.id && { cartId: cart.id }),
      idempotencyKey: `${formId}:${createHash("sha256").update(content).digest("base64url")}`,
    };
    // A second click, or the page before: what was ordered then is in the cart no more.
    const before = await findPlacedOrder(order);
    if (before?.ok) redirect(href(locale, `/orders/${before.order.number}`));

    if (cart.lines.length === 0) return refuse("cartEmpty");
    if (!isStillTrue(seen, cart)) return refuse("cartChanged");
    if (seenCoupon !== writeSeenCoupon(cart)) return refuse("couponChanged");
    if (!(await waysToPay()).includes(way)) return refuse("wayGone");
    const waitSeconds = await countDoing("order", { session: who.id, headers: await headers() });
    if (waitSeconds > 0) return refuse("tooManyOrders", { minutes: Math.ceil(waitSeconds / 60) });

    const placed = await placeOrder(order);
    if (placed.ok && way === "CASH_ON_DELIVERY") await setCartCount((await readCart(who.id, locale)).count);
    if (placed.ok) redirect(href(locale, `/orders/${placed.order.number}`));
    if (placed.code === "OUT_OF_STOCK") {
      const lost = cart.lines.find((line) => line.sku === placed.sku);
      return refuse("outOfStock", { name: lost?.name ?? placed.sku, available: placed.available });
    }
    if (placed.code === "NOTHING_IN_ADVANCE") return refuse("nothingInAdvance");
    if (placed.code === "NOT_DELIVERED") return refuse("notDelivered");
    if (placed.code === "COUPON_USED_BY_PHONE") return refuse("couponUsedByPhone");
    return refuse(placed.code.startsWith("COUPON_") ? "couponChanged" : "cartChanged");
  },
});
