import type { CouponKind } from "@/generated/prisma/enums";
import { poisha, type Poisha } from "@/lib/kernel/money";

/** What a coupon promises, and to whom. Columns of the same names in the schema say more. */
export interface CouponTerms {
  readonly code: string;
  readonly kind: CouponKind;
  readonly basisPoints: number | null;
  readonly capInPoisha: number | null;
  readonly amountInPoisha: number | null;
  readonly minimumSubtotalInPoisha: number;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
  readonly totalLimit: number | null;
  readonly limitPerPhone: number | null;
  readonly isActive: boolean;
}

/** What it is held against. */
export interface CouponCase {
  /** Of the goods, before any discount. */
  readonly subtotal: Poisha;
  readonly now: Date;
  /** Orders with it that are not cancelled, of everybody and of this phone number (0 while it is not known). */
  readonly uses: number;
  readonly usesOfPhone: number;
}

export type CouponProblem =
  | "COUPON_UNKNOWN"
  | "COUPON_NOT_YET"
  | "COUPON_OVER"
  | "COUPON_USED_UP"
  | "COUPON_USED_BY_PHONE"
  | "COUPON_BELOW_MINIMUM";

export type CouponVerdict =
  | { readonly ok: true; readonly discount: Poisha; readonly isDeliveryFree: boolean }
  /** `missing`: how much more the goods must cost; 0 when that is not the problem. */
  | { readonly ok: false; readonly code: CouponProblem; readonly missing: Poisha };

/** This much of the goods is always paid: a wallet takes no payment of nothing. */
export const LEAST_PAID: Poisha = poisha(1_00);

const TAKA = 100;

/** The code as it is stored, or null when no coupon can have it: `" eid-10 "` is `EID-10`. */
export function plainCode(typed: string): string | null {
  const code = typed.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  return /^[A-Z0-9-]{3,24}$/.test(code) ? code : null;
}

/** Whether a coupon is good for an order, and what it takes off. */
export function judgeCoupon(
  terms: CouponTerms,
  { subtotal, now, uses, usesOfPhone }: CouponCase,
): CouponVerdict {
  if (!terms.isActive || (terms.validUntil && now >= terms.validUntil)) return problem("COUPON_OVER");
  if (terms.validFrom && now < terms.validFrom) return problem("COUPON_NOT_YET");
  if (terms.totalLimit !== null && uses >= terms.totalLimit) return problem("COUPON_USED_UP");
  if (terms.limitPerPhone !== null && usesOfPhone >= terms.limitPerPhone)
    return problem("COUPON_USED_BY_PHONE");
  if (subtotal < terms.minimumSubtotalInPoisha)
    return problem("COUPON_BELOW_MINIMUM", poisha(terms.minimumSubtotalInPoisha - subtotal));
  return { ok: true, discount: discountOf(terms, subtotal), isDeliveryFree: terms.kind === "FREE_DELIVERY" };
}

const problem = (code: CouponProblem, missing = poisha(0)): CouponVerdict => ({ ok: false, code, missing });

/** A percentage is rounded up to a whole taka, in the shopper's favour: nobody gives change in poisha at a door. */
function discountOf(
  { kind, basisPoints, capInPoisha, amountInPoisha }: CouponTerms,
  subtotal: Poisha,
): Poisha {
  const most = Math.max(0, subtotal - LEAST_PAID);
  switch (kind) {
    case "FREE_DELIVERY":
      return poisha(0);
    case "FIXED_AMOUNT":
      return poisha(Math.min(amountInPoisha ?? 0, most));
    case "PERCENTAGE": {
      const share = Math.ceil((subtotal * (basisPoints ?? 0)) / (10_000 * TAKA)) * TAKA;
      return poisha(Math.min(share, capInPoisha ?? share, most));
    }
  }
}
