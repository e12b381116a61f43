import { poisha, type Poisha } from "@/lib/kernel/money";
import { HOLD_MINUTES } from "@/lib/orders/place-order";
import { isWithCourierForCash, type SendableOrder } from "@/lib/orders/delivery-status";
import { isOrderNumber, mayBeSeenBy, type Viewer } from "@/lib/orders/order-access";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { db, type Transaction } from "@/lib/platform/db";
import { failpoint } from "@/lib/platform/failpoint";
import { logger } from "@/lib/platform/logger";
import { referTo } from "@/lib/platform/reference";
import { moveOn } from "./payment-repository";
import type { CreateOutcome, PaymentProvider, Refusal } from "./payment-provider";
import { keepsOrder } from "./payment-status";
import { tellChange } from "./tell-change";

/** A shopper may open the wallet's window this often for one order; each time bKash can be made to send an SMS. */
const MAX_PAYMENTS = 5;
const PER_MINUTES = 10;
/** A row that never heard from bKash is swept after this. */
const NEW_SECONDS = 120;
/** The shopper's time in bKash's window. Our choice: bKash itself allows 24 hours. */
const CREATED_SECONDS = 30 * 60;

export interface OpenedPayment {
  paymentId: string;
  orderNumber: string;
  attempt: number;
  amountInPoisha: Poisha;
  currency: "BDT";
  /** For the wallet's own script. */
  windowData: Record<string, unknown>;
}

export type CreatePaymentResult =
  | { ok: true; payment: OpenedPayment }
  | {
      ok: false;
      code:
        | "ORDER_NOT_FOUND"
        | "ALREADY_PAID"
        | "ORDER_CLOSED"
        | "PAID_AT_DOOR"
        | "PAYMENT_IN_PROGRESS"
        | "TOO_MANY_PAYMENTS";
    }
  | { ok: false; code: "REFUSED_BY_WALLET"; refusal: Refusal }
  | { ok: false; code: "WALLET_UNAVAILABLE" };

type Prepared =
  | { kind: "new"; id: string; attempt: number; amount: Poisha; invoiceNumber: string }
  | { kind: "open"; payment: OpenedPayment }
  | { kind: "refused"; code: Exclude<CreatePaymentResult, { ok: true }>["code"] & string };

/**
 * Opens a payment for an order at a wallet: the row first, then the wallet, then what it said. The amount is what
 * the order says is to be paid now. Throws PaymentsPaused.
 */
export async function createPayment(
  provider: PaymentProvider,
  request: { orderNumber: string; viewer: Viewer; idempotencyKey?: string | undefined },
): Promise<CreatePaymentResult> {
  referTo({ orderNumber: request.orderNumber });
  await provider.ready("create");
  failpoint("create:token-ready");
  const prepared = await prepare(provider, request);
  if (prepared.kind === "refused") return { ok: false, code: prepared.code } as CreatePaymentResult;
  if (prepared.kind === "open") return { ok: true, payment: prepared.payment };

  failpoint("create:row-written");
  referTo({ paymentId: prepared.id });
  tellChange({ paymentId: prepared.id, from: null, to: "NEW", source: "create", ms: 0 });
  const outcome = await provider
    .create({ amount: prepared.amount, invoiceNumber: prepared.invoiceNumber })
    .catch((error: unknown): CreateOutcome => ({ kind: "unknown", cause: String(error) }));
  failpoint("create:answered");
  if (outcome.kind === "created" && echoes(outcome, prepared))
    return open(prepared, outcome, request.orderNumber);

  // Nobody saw this paymentID, so nobody can pay it: the attempt is dropped and the next click makes another.
  const code = "code" in outcome ? outcome.code : undefined;
  logger.warn({ orderNumber: request.orderNumber, outcome }, "the wallet did not open a payment");
  await moveOn(db, { paymentId: prepared.id, from: "NEW", to: "ABANDONED", source: "create", code });
  failpoint("create:abandoned");
  return outcome.kind === "refused"
    ? { ok: false, code: "REFUSED_BY_WALLET", refusal: provider.explain(outcome.code) }
    : { ok: false, code: "WALLET_UNAVAILABLE" };
}

/** The wallet must have understood exactly what we asked for. */
const echoes = (
  outcome: Extract<CreateOutcome, { kind: "created" }>,
  asked: { amount: Poisha; invoiceNumber: string },
) =>
  outcome.amount === asked.amount &&
  outcome.currency === "BDT" &&
  outcome.invoiceNumber === asked.invoiceNumber;

async function prepare(
  provider: PaymentProvider,
  {
    orderNumber,
    viewer,
    idempotencyKey,
  }: { orderNumber: string; viewer: Viewer; idempotencyKey?: string | undefined },
): Promise<Prepared> {
  if (!isOrderNumber(orderNumber)) return { kind: "refused", code: "ORDER_NOT_FOUND" };
  try {
    return await db.$transaction((tx) => insertPayment(tx, provider, orderNumber, viewer, idempotencyKey));
  } catch (error) {
    if (isUniqueViolation(error)) return { kind: "refused", code: "PAYMENT_IN_PROGRESS" };
    throw error;
  }
}

async function insertPayment(
  tx: Transaction,
  provider: PaymentProvider,
  orderNumber: string,
  viewer: Viewer,
  idempotencyKey: string | undefined,
): Promise<Prepared> {
  const [order] = await tx.$queryRaw<
    (SendableOrder & { id: string; number: string; payNowInPoisha: number; now: Date })[]
  >`
    SELECT o.id, o.number, o.status, o."paymentMethod", o."deliveryStatus", o."payNowInPoisha", now() FROM "Order" o
    WHERE o.number = ${orderNumber} AND ${mayBeSeenBy(viewer)} FOR UPDATE`;
  if (!order) return { kind: "refused", code: "ORDER_NOT_FOUND" };
  if (order.status === "CANCELLED") return { kind: "refused", code: "ORDER_CLOSED" };
  if (order.status !== "PENDING") return { kind: "refused", code: "ALREADY_PAID" };
  if (isWithCourierForCash(order)) return { kind: "refused", code: "PAID_AT_DOOR" };

  // A statement of its own, after the lock: it must see what whoever held the lock before has written.
  const siblings = await tx.payment.findMany({ where: { orderId: order.id }, orderBy: { attempt: "asc" } });
  const again = siblings.find(({ idempotencyKey: key }) => key !== null && key === idempotencyKey);
  // While the order waits for money the same request gets the same answer, whatever became of that payment since.
  if (again && again.windowData)
    return {
      kind: "open",
      payment: {
        paymentId: again.id,
        orderNumber: order.number,
        attempt: again.attempt,
        amountInPoisha: poisha(again.amountInPoisha),
        currency: "BDT",
        windowData: again.windowData as Record<string, unknown>,
      },
    };
  if (again?.status === "NEW") return { kind: "refused", code: "PAYMENT_IN_PROGRESS" };
  // The wallet never opened that one: the same request may do better now, and takes over its name.
  if (again) await tx.payment.update({ where: { id: again.id }, data: { idempotencyKey: null } });
  // MISMATCH too: money has moved, and a person decides what it was for.
  if (siblings.some(({ status }) => keepsOrder(status)))
    return { kind: "refused", code: "PAYMENT_IN_PROGRESS" };
  const recent = siblings.filter(
    ({ createdAt }) => createdAt.getTime() > order.now.getTime() - PER_MINUTES * 60_000,
  );
  if (recent.length >= MAX_PAYMENTS) return { kind: "refused", code: "TOO_MANY_PAYMENTS" };

  for (const { id, status } of siblings)
    if (status === "NEW" || status === "CREATED")
      await moveOn(tx, { paymentId: id, from: status, to: "CANCELLED", source: "create" });

  failpoint("create:order-locked");
  const attempt = (siblings.at(-1)?.attempt ?? 0) + 1;
  const amount = poisha(order.payNowInPoisha);
  const invoiceNumber = `${order.number}-${attempt}`;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    WITH opened AS (
      INSERT INTO "Payment" (id, "orderId", attempt, provider, mode, intent, "amountInPoisha", "invoiceNumber", "idempotencyKey", "nextCheckAt")
      VALUES (gen_random_uuid(), ${order.id}::uuid, ${attempt}, ${provider.name}, ${provider.mode}::"PaymentMode",
        ${provider.intent}::"PaymentIntent", ${amount}, ${invoiceNumber}, ${idempotencyKey ?? null}, now() + ${NEW_SECONDS} * interval '1 second')
      RETURNING id
    ), told AS (
      INSERT INTO "PaymentEvent" ("paymentId", "to", source) SELECT id, 'NEW', 'create' FROM opened
    )
    SELECT id FROM opened`;
  if (!row) throw new Error("INSERT returned no row");
  failpoint("create:before-commit");
  return { kind: "new", id: row.id, attempt, amount, invoiceNumber };
}

/** Stores what the wallet answered, unless another click has overtaken this one, and keeps the stock a while longer. */
async function open(
  prepared: Extract<Prepared, { kind: "new" }>,
  outcome: Extract<CreateOutcome, { kind: "created" }>,
  orderNumber: string,
): Promise<CreatePaymentResult> {
  const opened = await db.$queryRaw<{ ms: number }[]>`
    WITH held AS (
      UPDATE "Order" SET "holdUntil" = GREATEST("holdUntil", now() + ${HOLD_MINUTES} * interval '1 minute')
      WHERE number = ${orderNumber} AND status = 'PENDING' RETURNING id
    ), opened AS (
      UPDATE "Payment" p SET status = 'CREATED', "statusSince" = now(), checks = 0,
        "providerPaymentId" = ${outcome.providerPaymentId}, "windowData" = ${JSON.stringify(outcome.windowData)}::jsonb,
        "nextCheckAt" = now() + ${CREATED_SECONDS} * interval '1 second'
      FROM held WHERE p.id = ${prepared.id}::uuid AND p."orderId" = held.id AND p.status = 'NEW'
      RETURNING p.id, extract(epoch FROM now() - p."createdAt")::float8 * 1000 AS ms
    ), told AS (
      INSERT INTO "PaymentEvent" ("paymentId", "from", "to", source) SELECT id, 'NEW', 'CREATED', 'create' FROM opened
    )
    SELECT ms FROM opened`;
  failpoint("create:stored");
  if (!opened[0]) return { ok: false, code: "PAYMENT_IN_PROGRESS" };
  tellChange({ paymentId: prepared.id, from: "NEW", to: "CREATED", source: "create", ms: opened[0].ms });
  return {
    ok: true,
    payment: {
      paymentId: prepared.id,
      orderNumber,
      attempt: prepared.attempt,
      amountInPoisha: prepared.amount,
      currency: "BDT",
      windowData: outcome.windowData,
    },
  };
}
