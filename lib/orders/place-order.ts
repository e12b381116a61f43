import { createHash, randomUUID } from "node:crypto";
import { poisha, type Poisha } from "@/lib/kernel/money";
import { hashSecretToken } from "@/lib/kernel/secret-token";
import { enqueueMessage } from "@/lib/notifications/outbox";
import { db, type Transaction } from "@/lib/platform/db";
import { failpoint } from "@/lib/platform/failpoint";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { accessTokenOf } from "./order-access";
import { writeOrderEvent } from "./order-event";
import { OrderRefused, type OrderRefusal, type PlaceOrderInput } from "./order-wish";
import { replaceUnpaidOrders } from "./replace-unpaid-orders";
import { takeAndPrice } from "./take-and-price";
import { takeOutOfCart } from "./take-out-of-cart";

/** Stock is kept for an unpaid order this long; opening the bKash window extends it. */
export const HOLD_MINUTES = 60;

/** More than any household buys of one thing, and small enough that a total never leaves the safe range. */
export const MAX_QUANTITY = 100;

export interface PlacedOrder {
  id: string;
  number: string;
  /** Opens the order without the shopper's cookie. */
  accessToken: string;
  totalInPoisha: Poisha;
  /** What the wallet is to take of it. */
  payNowInPoisha: Poisha;
}

export type PlaceOrderResult = { ok: true; order: PlacedOrder } | OrderRefusal;

/**
 * Places an order: prices, delivery fee and total are read here and frozen, and its stock is set aside.
 * An unpaid order from the same cart is cancelled for it.
 * The caller names what is bought and how many, never what it costs.
 */
export async function placeOrder(input: PlaceOrderInput): Promise<PlaceOrderResult> {
  const wanted = mergeLines(input.lines);
  if (wanted.size === 0) return { ok: false, code: "EMPTY_ORDER" };
  for (const [sku, quantity] of wanted)
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > MAX_QUANTITY)
      return { ok: false, code: "INVALID_QUANTITY", sku };
  const idempotencyKey = nameOfRequest(input);
  const before = await findPlacedOrder(input);
  if (before) return before;
  try {
    const order = await db.$transaction((tx) => insertOrder(tx, input, wanted, idempotencyKey));
    failpoint("order:placed");
    return placed(order);
  } catch (error) {
    // Its twin may have been placed meanwhile, and may have taken the last pieces.
    const twin =
      idempotencyKey &&
      (error instanceof OrderRefused || isUniqueViolation(error)) &&
      (await placedBefore(idempotencyKey));
    if (twin) return twin;
    if (error instanceof OrderRefused) return error.refusal;
    throw error;
  }
}

/** The order that this very request has placed already, if it has. */
export async function findPlacedOrder(input: PlaceOrderInput): Promise<PlaceOrderResult | null> {
  const idempotencyKey = nameOfRequest(input);
  return idempotencyKey ? placedBefore(idempotencyKey) : null;
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

/** Prices, takes the goods and writes the order, in the caller's transaction. */
async function insertOrder(
  tx: Transaction,
  input: PlaceOrderInput,
  wanted: Map<string, number>,
  idempotencyKey: string | null,
) {
  const { cartId } = input;
  if (cartId) await replaceUnpaidOrders(tx, { cartId, idempotencyKey, skus: [...wanted.keys()] });
  const { lines, amounts, coupon, deliveryDays } = await takeAndPrice(tx, input, wanted);
  const id = randomUUID();
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT now()`;
  if (!clock) throw new Error("SELECT returned no row");
  const order = await tx.order.create({
    data: {
      id,
      ...amounts,
      accessTokenHash: hashSecretToken(accessTokenOf(id)),
      idempotencyKey,
      paymentMethod: input.paymentMethod ?? "WALLET",
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
      deliveryDaysFrom: deliveryDays[0],
      deliveryDaysTo: deliveryDays[1],
      giftNote: input.delivery.giftNote ?? null,
      holdUntil: new Date(clock.now.getTime() + HOLD_MINUTES * 60_000),
      cartId: cartId ?? null,
    },
    select: { id: true, number: true, totalInPoisha: true, payNowInPoisha: true },
  });
  // One by one and not nested: Prisma was seen to go on with a nested write after the transaction's time had run out, and
  // what is written then stays, although the stock was given back.
  await tx.orderLine.createMany({ data: lines.map((line) => ({ ...line, orderId: id })) });
  await writeOrderEvent(tx, { orderId: id, from: null, to: "PENDING", source: "place" });
  if (input.shopperId) await tx.orderViewer.create({ data: { orderId: id, shopperId: input.shopperId } });
  if (input.paymentMethod === "CASH_ON_DELIVERY") await takeOutOfCart(tx, id);
  await enqueueMessage(tx, { topic: "order-received", dedupeKey: `received:${id}`, orderId: id, body: {} });
  failpoint("order:before-commit");
  return order;
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
