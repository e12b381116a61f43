import type { CouponVerdict } from "@/lib/coupons/coupon";
import { poisha, type Poisha } from "@/lib/kernel/money";

/** The most of one article that a cart takes. */
export const MAX_PER_LINE = 20;

/** The most different articles that a cart takes. */
export const MAX_LINES = 50;

export interface CartLineView {
  readonly sku: string;
  readonly slug: string;
  readonly name: string;
  /** The chosen size or colour in words; empty for a product without a choice. */
  readonly choice: string;
  readonly image: string;
  readonly imageAlt: string;
  readonly unitPrice: Poisha;
  /** What can be bought now: what was asked for, or less when the stock shrank, or 0. */
  readonly quantity: number;
  /** What the shopper asked for. */
  readonly askedQuantity: number;
  /** The highest quantity that this line can be set to. */
  readonly maxQuantity: number;
  readonly lineTotal: Poisha;
  /** 1500 is 15 %; within the price, or on top of it. */
  readonly vatRateInBasisPoints: number;
  readonly vatIsIncluded: boolean;
  /** Of all its pieces, packed. */
  readonly weightInGrams: number;
  readonly problem: "SOLD_OUT" | "REDUCED" | null;
}

export interface CartView {
  readonly id: string | null;
  readonly lines: readonly CartLineView[];
  /** Pieces that can be bought now. */
  readonly count: number;
  readonly subtotal: Poisha;
  /** All VAT, and of it what is paid on top of the prices. */
  readonly vat: Poisha;
  readonly vatAdded: Poisha;
  /** Of all pieces, packed. */
  readonly weightInGrams: number;
  /** The coupon that was entered, and whether it is good at this moment as far as that is known without a phone number. */
  readonly coupon: { readonly code: string; readonly verdict: CouponVerdict } | null;
}

/** What the cart's coupon does, if it is good. */
export const couponEffect = ({ coupon }: CartView): { discount: Poisha; isDeliveryFree: boolean } =>
  coupon?.verdict.ok ? coupon.verdict : { discount: poisha(0), isDeliveryFree: false };
