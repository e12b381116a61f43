import type { Merchant } from "@/lib/auth/merchant";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { db } from "@/lib/platform/db";
import type { CouponTerms } from "./coupon";

export interface ListedCoupon extends CouponTerms {
  readonly id: string;
  /** Orders with it that are not cancelled. */
  readonly uses: number;
}

/** All coupons, the newest first. */
export async function listCoupons(_reader: Merchant): Promise<ListedCoupon[]> {
  const coupons = await db.coupon.findMany({
    orderBy: { id: "desc" },
    include: { _count: { select: { orders: { where: { status: { not: "CANCELLED" } } } } } },
  });
  return coupons.map(({ _count, ...coupon }) => ({ ...coupon, uses: _count.orders }));
}

/** Makes a coupon. `code` as `plainCode` writes it; false when there is one with this code. */
export async function addCoupon(_author: Merchant, terms: CouponTerms): Promise<boolean> {
  try {
    await db.coupon.create({ data: terms });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** Switches a coupon on or off. Orders that have it keep it. */
export async function switchCoupon(_author: Merchant, id: string, isActive: boolean): Promise<void> {
  await db.coupon.updateMany({ where: { id }, data: { isActive } });
}
