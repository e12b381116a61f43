"use server";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { z } from "zod";
import { chosenIn } from "@/app/_actions/chosen-in";
import { defineAction } from "@/app/_actions/define-action";
import { anyBrowser, knownShopper } from "@/app/_actions/guards";
import { setCartCount } from "@/app/_actions/cart-count-cookie";
import { enterCoupon, removeCoupon } from "@/lib/cart/change-coupon";
import { countDoing } from "@/lib/auth/count-doing";
import { MAX_PER_LINE } from "@/lib/cart/cart-view";
import { findChosenSku } from "@/lib/catalog/find-chosen-sku";
import { addToCart, removeLine, setQuantity, type CartRefusal } from "@/lib/cart/change-cart";

const sku = z.string().min(1).max(64);
const quantity = z.coerce
  .number("INVALID_QUANTITY")
  .int("INVALID_QUANTITY")
  .min(1, "INVALID_QUANTITY")
  .max(MAX_PER_LINE, "INVALID_QUANTITY");

const numbers = (refusal: CartRefusal): Record<string, number> =>
  "available" in refusal ? { available: refusal.available, inCart: refusal.inCart } : {};

/** A form names the product and, field by field, what is chosen of it; only the server knows which variant that is. */
export const addToCartAction = defineAction({
  guard: anyBrowser,
  schema: z.looseObject({ product: z.string().regex(/^[a-z0-9-]{1,100}$/), quantity }),
  run: async ({ who, input: { product, quantity: pieces, ...rest }, refuse, done }) => {
    const chosen = await findChosenSku(product, chosenIn(rest));
    if (!chosen) return refuse("UNKNOWN_SKU");
    const change = await addToCart(who.id, chosen, pieces);
    if (!change.ok) return refuse(change.code, numbers(change));
    await setCartCount(change.count);
    return done();
  },
});

/** `change` carries the new quantity on the + and − buttons; 0 takes the line out. */
export const changeLineAction = defineAction({
  guard: knownShopper,
  schema: z.object({ sku, change: z.union([z.literal("0"), quantity]) }),
  run: async ({ who, input, refuse, done }) => {
    const change =
      input.change === "0"
        ? await removeLine(who.id, input.sku)
        : await setQuantity(who.id, input.sku, input.change);
    if (!change.ok) return refuse(change.code, numbers(change));
    await setCartCount(change.count);
    return done();
  },
});

/** Enters a coupon. Trying codes one after the other is stopped soon. */
export const enterCouponAction = defineAction({
  feature: "coupons",
  guard: knownShopper,
  schema: z.object({ code: z.string().trim().min(1, "COUPON_EMPTY").max(40, "COUPON_UNKNOWN") }),
  run: async ({ who, input, refuse, done }) => {
    const waitSeconds = await countDoing("coupon", { session: who.id, headers: await headers() });
    if (waitSeconds > 0) return refuse("tooManyCoupons", { minutes: Math.ceil(waitSeconds / 60) });
    const change = await enterCoupon(who.id, input.code);
    if (!change.ok) return refuse(change.code);
    refresh();
    return done();
  },
});

export const removeCouponAction = defineAction({
  feature: "coupons",
  guard: knownShopper,
  schema: z.object({}),
  run: async ({ who, done }) => {
    await removeCoupon(who.id);
    refresh();
    return done();
  },
});
