import type { CartView } from "./cart-view";
import { MAX_LINES, MAX_PER_LINE } from "./cart-view";

export interface SeenLine {
  readonly sku: string;
  readonly quantity: number;
  readonly unitPrice: number;
}

/** What a shopper has on the screen, for a form to carry: a shopper orders what was seen, at the price that was seen. */
export const writeSeenLines = (cart: CartView): string =>
  cart.lines
    .filter((line) => line.quantity > 0)
    .map((line) => `${line.sku}*${line.quantity}@${line.unitPrice}`)
    .join(" ");

/** The same of the coupon: what it takes off, or nothing when none is good. */
export const writeSeenCoupon = (cart: CartView): string => {
  const { coupon } = cart;
  return coupon?.verdict.ok ? `${coupon.code}@${coupon.verdict.discount}` : "";
};

/** The code of the coupon that was seen, if one was. */
export const seenCouponCode = (seen: string): string | null => /^(.+)@\d+$/.exec(seen)?.[1] ?? null;

/** Reads it back, or null when a form was tampered with. */
export function readSeenLines(text: string): SeenLine[] | null {
  const lines: SeenLine[] = [];
  for (const part of text.split(" ")) {
    const found = /^([^\s*@]{1,64})\*(\d{1,2})@(\d{1,10})$/.exec(part);
    const quantity = Number(found?.[2]);
    if (!found?.[1] || quantity < 1 || quantity > MAX_PER_LINE) return null;
    lines.push({ sku: found[1], quantity, unitPrice: Number(found[3]) });
  }
  return lines.length <= MAX_LINES ? lines : null;
}

/** True while each line is still in the cart, at the same price. The stock is checked when the order is placed. */
export const isStillTrue = (seen: readonly SeenLine[], cart: CartView): boolean =>
  seen.every(({ sku, unitPrice }) =>
    cart.lines.some((line) => line.sku === sku && line.unitPrice === unitPrice),
  );
