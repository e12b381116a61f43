import { createHash, randomUUID } from "node:crypto";
import type { PaymentMethod } from "@/generated/prisma/enums";
import { choiceInWords } from "@/lib/catalog/choices";
import { vatOfLines } from "@/lib/catalog/vat";
import { plainCode, type CouponProblem } from "@/lib/coupons/coupon";
import { claimCoupon } from "@/lib/coupons/find-coupon";
import { deliveryFee, zoneOf } from "@/lib/delivery/delivery-fee";
import { readZones } from "@/lib/delivery/read-zones";
import { poisha, sum, times, type Locale, type Poisha } from "@/lib/kernel/money";
import { hashSecretToken } from "@/lib/kernel/secret-token";
import { enqueueMessage } from "@/lib/notifications/outbox";
import { db, type Transaction } from "@/lib/platform/db";
import { failpoint } from "@/lib/platform/failpoint";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { accessTokenOf } from "./order-access";
import { writeOrderEvent } from "./order-event";
import { orderTotal } from "./order-total";

/** Stock is kept for an unpaid order this long; opening the bKash window extends it. */
export const HOLD_MINUTES = 60;

/** More than any household buys of one thing, and small enough that a total never leaves the safe range. */
export const MAX_QUANTITY = 100;

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
  /** The cart that it was made from: emptied of these lines once the order is paid. */
  cartId?: string;
  /** Names this placing of an order: a repeated request finds the order that the first one made. */
  idempotencyKey?: string;
}

export interface PlacedOrder {
  id: string;
  number: string;
  /** Opens the order without the shopper's cookie. */
  accessToken: string;
  totalInPoisha: Poisha;
  /** What the wallet is to take of it. */
  payNowInPoisha: Poisha;
}

export type PlaceOrderResult =
  | { ok: true; order: PlacedOrder }
  | { ok: false; code: "OUT_OF_STOCK"; sku: string; available: number }
  | { ok: false; code: "UNKNOWN_SKU" | "INVALID_QUANTITY"; sku: string }
  | {
      ok: false;
      code: "EMPTY_ORDER" | "UNKNOWN_DISTRICT" | "NOT_DELIVERED" | "NOTHING_IN_ADVANCE" | CouponProblem;
    };

class Refused extends Error {
  constructor(readonly result: Extract<PlaceOrderResult, { ok: false }>) {
    super(result.code);
  }
}

/**
 * Places an order: prices, delivery fee and total are read here and frozen, and its stock is set aside.
 * The caller names what is bought and how many, never what it costs.
 */
export async function placeOrder(input: PlaceOrderInput): Promise<PlaceOrderResult> {
  const wanted = mergeLines(input.lines);
  if (wanted.size === 0) return { ok: false, code: "EMPTY_ORDER" };
  for (const [sku, quantity] of wanted)
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > MAX_QUANTITY)
      return { ok: false, code: "INVALID_QUANTITY", sku };
  const idempotencyKey = nameOfRequest(input);
  const before = idempotencyKey && (await placedBefore(idempotencyKey));
  if (before) return before;
  try {
    const order = await db.$transaction((tx) => insertOrder(tx, input, wanted, idempotencyKey));
    failpoint("order:placed");
    return placed(order);
  } catch (error) {
    // Its twin may have been placed meanwhile, and may have taken the last pieces.
    const twin =
      idempotencyKey &&
      (error instanceof Refused || isUniqueViolation(error)) &&
      (await placedBefore(idempotencyKey));
    if (twin) return twin;
    if (error instanceof Refused) return error.result;
    throw error;
  }
}

/**
 * The client's key together with all that was asked for: a repeated request finds its order, and nobody finds another's
 * by guessing a key.
 */
function nameOfRequest({ idempotencyKey, ...request }: PlaceOrderInput): string | null {
  if (!idempotencyKey) return null;
  return createHash("sha256")
    .update(`${idempotencyKey}\n${JSON.stringify(request)}`)
    .digest("base64url");
}

/** The same article named twice is one line. */
function mergeLines(lines: PlaceOrderInput["lines"]): Map<string, number> {
  const wanted = new Map<string, number>();
  for (const { sku, quantity } of lines) wanted.set(sku, (wanted.get(sku) ?? 0) + quantity);
  return wanted;
}

async function insertOrder(
  tx: Transaction,
  input: PlaceOrderInput,
  wanted: Map<string, number>,
  idempotencyKey: string | null,
) {
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
      throw new Refused({ ok: false, code: "UNKNOWN_SKU", sku });

  const lines = variants.map((variant) => ({
    variantId: variant.id,
    sku: variant.sku,
    nameBn: variant.product.nameBn,
    nameEn: variant.product.nameEn,
    choiceBn: choiceInWords(variant.product.options, variant.options, "bn"),
    choiceEn: choiceInWords(variant.product.options, variant.options, "en"),
    image: variant.image ?? variant.product.image,
    unitPriceInPoisha: variant.priceInPoisha,
    quantity: wanted.get(variant.sku) ?? 0,
    vatRateInBasisPoints: variant.product.vatRateInBasisPoints,
    vatIsIncluded: variant.product.vatIsIncluded,
  }));
  // In the order of their ids, so that two orders for the same articles wait for each other instead of locking each other out.
  for (const line of lines) await takeStock(tx, line.variantId, line.sku, line.quantity);

  failpoint("order:stock-taken");

  const priced = lines.map((line) => ({
    ...line,
    lineTotal: times(poisha(line.unitPriceInPoisha), line.quantity),
  }));
  const subtotal = sum(priced.map(({ lineTotal }) => lineTotal));
  const weightInGrams = variants.reduce(
    (grams, { sku, weightInGrams: each }) => grams + each * (wanted.get(sku) ?? 0),
    0,
  );
  const place = zoneOf(input.delivery.district, input.delivery.upazila);
  if (!place) throw new Refused({ ok: false, code: "UNKNOWN_DISTRICT" });
  const zone = (await readZones(tx)).find(({ code }) => code === place);
  if (!zone) throw new Refused({ ok: false, code: "NOT_DELIVERED" });

  // After the stock, as every order does, so that two of them never wait for each other in a circle.
  const coupon = input.couponCode
    ? await takeCoupon(tx, input.couponCode, subtotal, input.contact.phone)
    : null;
  const discount = coupon?.discount ?? poisha(0);
  const { vat, vatAdded, vatOfEach } = vatOfLines(priced, discount);
  const fee = coupon?.isDeliveryFree ? poisha(0) : deliveryFee(zone, { subtotal, weightInGrams });

  const paymentMethod = input.paymentMethod ?? "WALLET";
  if (paymentMethod === "DELIVERY_FEE_IN_ADVANCE" && fee === 0)
    throw new Refused({ ok: false, code: "NOTHING_IN_ADVANCE" });

  const id = randomUUID();
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT now()`;
  if (!clock) throw new Error("SELECT returned no row");
  const order = await tx.order.create({
    data: {
      id,
      accessTokenHash: hashSecretToken(accessTokenOf(id)),
      idempotencyKey,
      paymentMethod,
      subtotalInPoisha: subtotal,
      discountInPoisha: discount,
      vatInPoisha: vat,
      vatAddedInPoisha: vatAdded,
      deliveryFeeInPoisha: fee,
      totalInPoisha: orderTotal({ subtotal, discount, vatAdded, deliveryFee: fee }),
      couponId: coupon?.id ?? null,
      couponCode: coupon?.code ?? null,
      locale: input.locale,
      contactName: input.contact.name,
      contactPhone: input.contact.phone,
      contactEmail: input.contact.email ?? null,
      deliveryDistrict: input.delivery.district,
      deliveryUpazila: input.delivery.upazila ?? null,
      deliveryAddress: input.delivery.address,
      deliveryNote: input.delivery.note ?? null,
      deliveryDaysFrom: zone.days[0],
      deliveryDaysTo: zone.days[1],
      giftNote: input.delivery.giftNote ?? null,
      holdUntil: new Date(clock.now.getTime() + HOLD_MINUTES * 60_000),
      cartId: input.cartId ?? null,
    },
    select: { id: true, number: true, totalInPoisha: true, payNowInPoisha: true },
  });
  // One by one and not nested: Prisma was seen to go on with a nested write after the transaction's time had run out, and
  // what is written then stays, although the stock was given back.
  await tx.orderLine.createMany({
    data: lines.map((line, n) => ({ ...line, orderId: id, vatInPoisha: vatOfEach[n] ?? 0 })),
  });
  await writeOrderEvent(tx, { orderId: id, from: null, to: "PENDING", source: "place" });
  if (input.shopperId) await tx.orderViewer.create({ data: { orderId: id, shopperId: input.shopperId } });
  await enqueueMessage(tx, { topic: "order-received", dedupeKey: `received:${id}`, orderId: id, body: {} });
  failpoint("order:before-commit");
  return order;
}

/** Takes stock off what is free to sell, or refuses: the condition and the change are one statement, so nobody oversells. */
async function takeStock(tx: Transaction, variantId: string, sku: string, quantity: number): Promise<void> {
  const { count } = await tx.variant.updateMany({
    where: { id: variantId, stock: { gte: quantity } },
    data: { stock: { decrement: quantity } },
  });
  if (count === 1) return;
  const left = await tx.variant.findUnique({ where: { id: variantId }, select: { stock: true } });
  throw new Refused({ ok: false, code: "OUT_OF_STOCK", sku, available: left?.stock ?? 0 });
}

/** What a coupon takes off this order. Its limits hold until the order is written. */
async function takeCoupon(tx: Transaction, typed: string, subtotal: Poisha, phone: string) {
  const code = plainCode(typed);
  const found = code && (await claimCoupon(tx, code, { subtotal, phone }));
  if (!found) throw new Refused({ ok: false, code: "COUPON_UNKNOWN" });
  if (!found.verdict.ok) throw new Refused({ ok: false, code: found.verdict.code });
  return { id: found.coupon.id, code: found.coupon.code, ...found.verdict };
}

async function placedBefore(idempotencyKey: string): Promise<PlaceOrderResult | null> {
  const order = await db.order.findUnique({
    where: { idempotencyKey },
    select: { id: true, number: true, totalInPoisha: true, payNowInPoisha: true },
  });
  return order && placed(order);
}

const placed = (order: {
  id: string;
  number: string;
  totalInPoisha: number;
  payNowInPoisha: number;
}): PlaceOrderResult => ({
  ok: true,
  order: {
    ...order,
    totalInPoisha: poisha(order.totalInPoisha),
    payNowInPoisha: poisha(order.payNowInPoisha),
    accessToken: accessTokenOf(order.id),
  },
});
