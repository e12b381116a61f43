import { db, type Transaction } from "@/lib/platform/db";
import { MAX_LINES, MAX_PER_LINE } from "./cart-view";
import { piecesSetAside } from "./replaced-orders";

export type CartRefusal =
  | { readonly ok: false; readonly code: "UNKNOWN_SKU" | "SOLD_OUT" | "CART_FULL" | "INVALID_QUANTITY" }
  /** `available` is the most that the line can hold, `inCart` what it holds already. */
  | {
      readonly ok: false;
      readonly code: "NOT_ENOUGH_STOCK" | "LIMIT_PER_LINE";
      readonly available: number;
      readonly inCart: number;
    };

/** `count`: pieces in the whole cart afterwards. */
export type CartChange = { readonly ok: true; readonly count: number } | CartRefusal;

/** Puts `quantity` more of an article in the cart, which is made when there is none yet. */
export function addToCart(shopperId: string, sku: string, quantity: number): Promise<CartChange> {
  return changeLine(shopperId, sku, quantity, (inCart) => inCart + quantity);
}

/** Makes a line hold exactly `quantity`. */
export function setQuantity(shopperId: string, sku: string, quantity: number): Promise<CartChange> {
  return changeLine(shopperId, sku, quantity, () => quantity);
}

/** Takes an article out of the cart. Doing so twice is no error. */
export async function removeLine(shopperId: string, sku: string): Promise<CartChange> {
  await db.cartLine.deleteMany({ where: { cart: { shopperId }, variant: { sku } } });
  const cart = await db.cart.findUnique({ where: { shopperId }, select: { id: true } });
  return { ok: true, count: cart ? await countPieces(db, cart.id) : 0 };
}

const isQuantity = (n: number): boolean => Number.isSafeInteger(n) && n >= 1 && n <= MAX_PER_LINE;

async function changeLine(
  shopperId: string,
  sku: string,
  requested: number,
  next: (inCart: number) => number,
): Promise<CartChange> {
  if (!isQuantity(requested)) return { ok: false, code: "INVALID_QUANTITY" };
  return db.$transaction(async (tx) => {
    const variant = await tx.variant.findUnique({ where: { sku }, select: { id: true, stock: true } });
    if (!variant) return { ok: false, code: "UNKNOWN_SKU" };
    const stock = Math.max(variant.stock, 0) + ((await piecesSetAside(shopperId, tx)).get(variant.id) ?? 0);
    if (stock === 0) return { ok: false, code: "SOLD_OUT" };

    // The upsert locks the cart's row, so that two clicks add up instead of overwriting each other.
    const cart = await tx.cart.upsert({
      where: { shopperId },
      create: { shopperId },
      update: { updatedAt: new Date() },
    });
    const line = { cartId_variantId: { cartId: cart.id, variantId: variant.id } };
    const inCart = (await tx.cartLine.findUnique({ where: line }))?.quantity ?? 0;
    const wanted = next(inCart);
    if (wanted > stock)
      return {
        ok: false,
        code: "NOT_ENOUGH_STOCK",
        available: Math.min(stock, MAX_PER_LINE),
        inCart,
      };
    if (wanted > MAX_PER_LINE) return { ok: false, code: "LIMIT_PER_LINE", available: MAX_PER_LINE, inCart };
    if (inCart === 0 && (await tx.cartLine.count({ where: { cartId: cart.id } })) >= MAX_LINES)
      return { ok: false, code: "CART_FULL" };

    await tx.cartLine.upsert({
      where: line,
      create: { cartId: cart.id, variantId: variant.id, quantity: wanted },
      update: { quantity: wanted },
    });
    return { ok: true, count: await countPieces(tx, cart.id) };
  });
}

async function countPieces(client: Transaction, cartId: string): Promise<number> {
  const { _sum } = await client.cartLine.aggregate({ where: { cartId }, _sum: { quantity: true } });
  return _sum.quantity ?? 0;
}
