import { Prisma } from "@/generated/prisma/client";
import { poisha, type Poisha } from "@/lib/kernel/money";

/** What an order is made of, all in poisha. */
export interface OrderSums {
  /** The goods at their prices. */
  readonly subtotal: Poisha;
  /** What a coupon takes off the goods; at most the subtotal. */
  readonly discount: Poisha;
  /** VAT that is not in the prices. */
  readonly vatAdded: Poisha;
  readonly deliveryFee: Poisha;
}

/** What a shopper pays: the one place that says how. The database's `order_total_adds_up` says the same. */
export const orderTotal = ({ subtotal, discount, vatAdded, deliveryFee }: OrderSums): Poisha =>
  poisha(subtotal - discount + vatAdded + deliveryFee);

/** The same as SQL, for an order under the name `o` whose goods cost `goods`. */
export const totalOf = (goods: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`${goods} - o."discountInPoisha" + o."vatAddedInPoisha" + o."deliveryFeeInPoisha"`;
