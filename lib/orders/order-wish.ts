import type { PaymentMethod } from "@/generated/prisma/enums";
import type { CouponProblem } from "@/lib/coupons/coupon";
import type { Locale } from "@/lib/kernel/money";

export interface PlaceOrderInput {
  lines: readonly { sku: string; quantity: number }[];
  /** `phone` in E.164. */
  contact: { name: string; phone: string; email?: string };
  /** `upazila` within the district; who names none is delivered to the district's own zone. */
  delivery: { district: string; upazila?: string; address: string; note?: string; giftNote?: string };
  /** The wallet, unless said otherwise. The caller knows which of them the shop offers. */
  paymentMethod?: PaymentMethod;
  locale: Locale;
  /** As it was typed, or as the cart has it. One that is not good is refused, and nothing is placed. */
  couponCode?: string;
  /** The browser that may see it without the access token. */
  shopperId?: string;
  /**
   * The cart that it was made from: emptied of these lines once the order is paid, or is to be paid in cash. An unpaid order
   * of this cart is replaced.
   */
  cartId?: string;
  /** Names this placing of an order: a repeated request finds the order that the first one made. */
  idempotencyKey?: string;
}

/** Why no order was placed. */
export type OrderRefusal =
  | { ok: false; code: "OUT_OF_STOCK"; sku: string; available: number }
  | { ok: false; code: "UNKNOWN_SKU" | "INVALID_QUANTITY"; sku: string }
  | {
      ok: false;
      code: "EMPTY_ORDER" | "UNKNOWN_DISTRICT" | "NOT_DELIVERED" | "NOTHING_IN_ADVANCE" | CouponProblem;
    };

/** Undoes the transaction that an order was to be placed in. */
export class OrderRefused extends Error {
  constructor(readonly refusal: OrderRefusal) {
    super(refusal.code);
  }
}
