import type { Viewer } from "@/lib/orders/order-access";
import { db } from "@/lib/platform/db";
import { logger } from "@/lib/platform/logger";
import { checkPayment, QUICK_QUESTION_MS } from "./check-payment";
import { findPayment, takeCheck } from "./payment-repository";
import { isClosed, PAYMENT_STATUSES } from "./payment-status";
import { readPayment, type PaymentView } from "./payment-view";

/** A page waits so long for what the wallet says; a wallet that hangs must not keep it from asking again. */
const PATIENCE_MS = 4_000;

/** Takes over work that goes on after a request was answered, so that its process is not put to sleep meanwhile. */
export type KeepAlive = (work: Promise<unknown>) => void;

/**
 * Where a payment stands. A shopper who looks repairs: of all payments of its order that are in doubt or watched, those
 * whose time has come are asked about first. A payment that has its answer is never asked about.
 *
 * @param keepAlive when given, the answer does not wait longer than 4 s for the wallet, and the rest is handed over.
 */
export async function queryPayment(
  request: { paymentId: string; viewer: Viewer },
  keepAlive?: KeepAlive,
): Promise<PaymentView | null> {
  const payment = await findPayment(request.paymentId, request.viewer);
  if (!payment) return null;
  await askAboutOrder(payment.orderId, keepAlive);
  return readPayment(request.paymentId, request.viewer);
}

/** Asks about every payment of an order that somebody may be asked about now. One cheap query when there is none. */
export async function askAboutOrder(orderId: string, keepAlive?: KeepAlive): Promise<void> {
  const open = await db.payment.findMany({
    where: { orderId, status: { in: PAYMENT_STATUSES.filter((status) => !isClosed(status)) } },
    select: { id: true },
  });
  if (open.length === 0) return;
  const asking = Promise.all(
    open.map(async ({ id }) => {
      if (await takeCheck(id, "shopper")) await checkPayment(id, "query", QUICK_QUESTION_MS);
    }),
  );
  if (!keepAlive) return void (await asking);
  let isOver = false;
  const whole = asking.finally(() => (isOver = true));
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([whole, new Promise((wake) => (timer = setTimeout(wake, PATIENCE_MS)))]);
  clearTimeout(timer);
  if (!isOver)
    keepAlive(whole.catch((error: unknown) => logger.error({ error, orderId }, "a question broke off")));
}
