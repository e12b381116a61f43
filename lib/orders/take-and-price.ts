import { choiceInWords } from "@/lib/catalog/choices";
import { vatOfLines } from "@/lib/catalog/vat";
import { plainCode } from "@/lib/coupons/coupon";
import { claimCoupon } from "@/lib/coupons/find-coupon";
import { deliveryFee, zoneOf } from "@/lib/delivery/delivery-fee";
import { readZones } from "@/lib/delivery/read-zones";
import { poisha, sum, times, type Poisha } from "@/lib/kernel/money";
import type { Transaction } from "@/lib/platform/db";
import { failpoint } from "@/lib/platform/failpoint";
import { orderTotal } from "./order-total";
import { OrderRefused, type PlaceOrderInput } from "./order-wish";

/**
 * Takes what is wanted off the shelf and says what it costs: all that is needed to write the order, in the columns' own words.
 *
 * @param wanted how many of each SKU, checked.
 * @throws {OrderRefused} what was taken is then given back with the transaction.
 */
export async function takeAndPrice(tx: Transaction, input: PlaceOrderInput, wanted: Map<string, number>) {
  const goods = await findGoods(tx, wanted);
  // In the order of their ids, so that two orders for the same articles wait for each other instead of locking each other out.
  for (const { line } of goods) await takeStock(tx, line.variantId, line.sku, line.quantity);
  failpoint("order:stock-taken");

  const priced = goods.map(({ line }) => ({
    ...line,
    lineTotal: times(poisha(line.unitPriceInPoisha), line.quantity),
  }));
  const subtotal = sum(priced.map(({ lineTotal }) => lineTotal));
  const weightInGrams = goods.reduce(
    (grams, { line, gramsOfEach }) => grams + gramsOfEach * line.quantity,
    0,
  );
  const zone = await findZone(tx, input.delivery);

  // After the stock, as every order does, so that two of them never wait for each other in a circle.
  const coupon = input.couponCode
    ? await takeCoupon(tx, input.couponCode, subtotal, input.contact.phone)
    : null;
  const discount = coupon?.discount ?? poisha(0);
  const { vat, vatAdded, vatOfEach } = vatOfLines(priced, discount);
  const fee = coupon?.isDeliveryFree ? poisha(0) : deliveryFee(zone, { subtotal, weightInGrams });
  if (input.paymentMethod === "DELIVERY_FEE_IN_ADVANCE" && fee === 0)
    throw new OrderRefused({ ok: false, code: "NOTHING_IN_ADVANCE" });

  return {
    lines: goods.map(({ line }, n) => ({ ...line, vatInPoisha: vatOfEach[n] ?? 0 })),
    amounts: {
      subtotalInPoisha: subtotal,
      discountInPoisha: discount,
      vatInPoisha: vat,
      vatAddedInPoisha: vatAdded,
      deliveryFeeInPoisha: fee,
      totalInPoisha: orderTotal({ subtotal, discount, vatAdded, deliveryFee: fee }),
    },
    coupon,
    deliveryDays: zone.days,
  };
}

/** As the shelf has them now, by their ids. */
async function findGoods(tx: Transaction, wanted: Map<string, number>) {
  const variants = await tx.variant.findMany({
    where: { sku: { in: [...wanted.keys()] } },
    include: {
      product: {
        select: {
          nameBn: true,
          nameEn: true,
          image: true,
          options: true,
          vatRateInBasisPoints: true,
          vatIsIncluded: true,
        },
      },
    },
    orderBy: { id: "asc" },
  });
  for (const sku of wanted.keys())
    if (!variants.some((variant) => variant.sku === sku))
      throw new OrderRefused({ ok: false, code: "UNKNOWN_SKU", sku });
  return variants.map(({ product, ...variant }) => ({
    gramsOfEach: variant.weightInGrams,
    line: {
      variantId: variant.id,
      sku: variant.sku,
      nameBn: product.nameBn,
      nameEn: product.nameEn,
      choiceBn: choiceInWords(product.options, variant.options, "bn"),
      choiceEn: choiceInWords(product.options, variant.options, "en"),
      image: variant.image ?? product.image,
      unitPriceInPoisha: variant.priceInPoisha,
      quantity: wanted.get(variant.sku) ?? 0,
      vatRateInBasisPoints: product.vatRateInBasisPoints,
      vatIsIncluded: product.vatIsIncluded,
    },
  }));
}

async function findZone(tx: Transaction, { district, upazila }: PlaceOrderInput["delivery"]) {
  const place = zoneOf(district, upazila);
  if (!place) throw new OrderRefused({ ok: false, code: "UNKNOWN_DISTRICT" });
  const zone = (await readZones(tx)).find(({ code }) => code === place);
  if (!zone) throw new OrderRefused({ ok: false, code: "NOT_DELIVERED" });
  return zone;
}

/** Takes stock off what is free to sell, or refuses: the condition and the change are one statement, so nobody oversells. */
async function takeStock(tx: Transaction, variantId: string, sku: string, quantity: number): Promise<void> {
  const { count } = await tx.variant.updateMany({
    where: { id: variantId, stock: { gte: quantity } },
    data: { stock: { decrement: quantity } },
  });
  if (count === 1) return;
  const left = await tx.variant.findUnique({ where: { id: variantId }, select: { stock: true } });
  throw new OrderRefused({ ok: false, code: "OUT_OF_STOCK", sku, available: left?.stock ?? 0 });
}

/** What a coupon takes off this order. Its limits hold until the order is written. */
async function takeCoupon(tx: Transaction, typed: string, subtotal: Poisha, phone: string) {
  const code = plainCode(typed);
  const found = code && (await claimCoupon(tx, code, { subtotal, phone }));
  if (!found) throw new OrderRefused({ ok: false, code: "COUPON_UNKNOWN" });
  if (!found.verdict.ok) throw new OrderRefused({ ok: false, code: found.verdict.code });
  return { id: found.coupon.id, code: found.coupon.code, ...found.verdict };
}
