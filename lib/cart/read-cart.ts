import { choiceInWords } from "@/lib/catalog/choices";
import { vatOfLines } from "@/lib/catalog/vat";
import { findCoupon } from "@/lib/coupons/find-coupon";
import { poisha, sum, times, type Locale } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { piecesSetAside } from "./replaced-orders";
import { MAX_PER_LINE, type CartLineView, type CartView } from "./cart-view";

const EMPTY: CartView = {
  id: null,
  lines: [],
  count: 0,
  subtotal: poisha(0),
  vat: poisha(0),
  vatAdded: poisha(0),
  weightInGrams: 0,
  coupon: null,
};

/** The shopper's cart at today's prices and stock. A line that can no longer be sold whole says so and counts what is left. */
export async function readCart(shopperId: string, locale: Locale): Promise<CartView> {
  const cart = await db.cart.findUnique({
    where: { shopperId },
    include: {
      coupon: { select: { code: true } },
      lines: { orderBy: { addedAt: "asc" }, include: { variant: { include: { product: true } } } },
    },
  });
  if (!cart) return EMPTY;
  const setAside = await piecesSetAside(shopperId);

  const lines = cart.lines.map(({ quantity: askedQuantity, variant }): CartLineView => {
    const { product } = variant;
    const maxQuantity = Math.min(Math.max(variant.stock, 0) + (setAside.get(variant.id) ?? 0), MAX_PER_LINE);
    const quantity = Math.min(askedQuantity, maxQuantity);
    const unitPrice = poisha(variant.priceInPoisha);
    return {
      sku: variant.sku,
      slug: product.slug,
      name: locale === "bn" ? product.nameBn : product.nameEn,
      choice: choiceInWords(product.options, variant.options, locale),
      image: variant.image ?? product.image,
      imageAlt: locale === "bn" ? product.imageAltBn : product.imageAltEn,
      unitPrice,
      quantity,
      askedQuantity,
      maxQuantity,
      lineTotal: times(unitPrice, quantity),
      vatRateInBasisPoints: product.vatRateInBasisPoints,
      vatIsIncluded: product.vatIsIncluded,
      weightInGrams: variant.weightInGrams * quantity,
      problem: quantity === 0 ? "SOLD_OUT" : quantity < askedQuantity ? "REDUCED" : null,
    };
  });
  const subtotal = sum(lines.map((line) => line.lineTotal));
  const found = cart.coupon && (await findCoupon(cart.coupon.code, { subtotal }));
  const discount = found?.verdict.ok ? found.verdict.discount : poisha(0);
  const { vat, vatAdded } = vatOfLines(lines, discount);
  return {
    id: cart.id,
    lines,
    count: lines.reduce((pieces, line) => pieces + line.quantity, 0),
    subtotal,
    vat,
    vatAdded,
    weightInGrams: lines.reduce((grams, line) => grams + line.weightInGrams, 0),
    coupon: found && { code: found.coupon.code, verdict: found.verdict },
  };
}
