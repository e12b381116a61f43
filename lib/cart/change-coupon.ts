import { plainCode, type CouponProblem } from "@/lib/coupons/coupon";
import { findCoupon } from "@/lib/coupons/find-coupon";
import { db } from "@/lib/platform/db";
import { readCart } from "./read-cart";

export type CouponChange = { readonly ok: true } | { readonly ok: false; readonly code: CouponProblem };

/**
 * Puts a coupon into the shopper's cart, in place of the one before. One that only waits for more goods is kept, and the
 * cart says how much is missing; any other that is not good is refused, and the cart stays as it is.
 */
export async function enterCoupon(shopperId: string, typed: string): Promise<CouponChange> {
  const code = plainCode(typed);
  const { id, subtotal } = await readCart(shopperId, "en");
  const found = code && id && (await findCoupon(code, { subtotal }));
  if (!found) return { ok: false, code: "COUPON_UNKNOWN" };
  const { coupon, verdict } = found;
  if (!verdict.ok && verdict.code !== "COUPON_BELOW_MINIMUM") return { ok: false, code: verdict.code };
  await db.cart.update({ where: { shopperId }, data: { couponId: coupon.id } });
  return { ok: true };
}

/** Takes the coupon out. Doing so twice is no error. */
export async function removeCoupon(shopperId: string): Promise<void> {
  await db.cart.updateMany({ where: { shopperId }, data: { couponId: null } });
}
