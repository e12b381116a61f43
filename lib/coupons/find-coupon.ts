import { db, type Transaction } from "@/lib/platform/db";
import { isOffered } from "@/lib/platform/features";
import { judgeCoupon, type CouponTerms, type CouponVerdict } from "./coupon";
import type { Poisha } from "@/lib/kernel/money";

export interface FoundCoupon extends CouponTerms {
  readonly id: string;
}

interface Row extends FoundCoupon {
  now: Date;
  uses: number;
  usesOfPhone: number;
}

/** For whom a coupon is judged: what the goods cost, and the phone number (E.164) once it is known. */
export interface CouponAsker {
  readonly subtotal: Poisha;
  readonly phone?: string;
}

/**
 * The coupon with this code (as `plainCode` writes it) and whether it is good at this moment; null when there is none, as
 * in a shop without coupons.
 */
export async function findCoupon(
  code: string,
  { subtotal, phone }: CouponAsker,
  client: Transaction = db,
): Promise<{ coupon: FoundCoupon; verdict: CouponVerdict } | null> {
  if (!isOffered("coupons")) return null;
  const [row] = await client.$queryRaw<Row[]>`
    SELECT c.*, c.kind::text AS kind, now() AS now,
      (SELECT count(*)::int FROM "Order" o WHERE o."couponId" = c.id AND o.status <> 'CANCELLED') AS uses,
      (SELECT count(*)::int FROM "Order" o WHERE o."couponId" = c.id AND o.status <> 'CANCELLED'
        AND o."contactPhone" = ${phone ?? null}) AS "usesOfPhone"
    FROM "Coupon" c WHERE c.code = ${code}`;
  if (!row) return null;
  const { now, uses, usesOfPhone, ...coupon } = row;
  return { coupon, verdict: judgeCoupon(coupon, { subtotal, now, uses, usesOfPhone }) };
}

/**
 * The same for an order that is being placed: until its transaction ends nobody else places one with this coupon, so that
 * a limit is never passed. Uses are counted, not noted down: a cancelled order has given its use back by being cancelled.
 */
export async function claimCoupon(tx: Transaction, code: string, asker: CouponAsker) {
  await tx.$queryRaw`SELECT id FROM "Coupon" WHERE code = ${code} FOR UPDATE`;
  // A statement of its own, after the lock: it must see the orders of whoever held the lock before.
  return findCoupon(code, asker, tx);
}
