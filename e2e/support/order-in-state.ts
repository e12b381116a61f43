import type { APIRequestContext } from "@playwright/test";
import { ApiShopper } from "./api-shopper";
import { inDatabase } from "./back-office";
import { simulator } from "./simulator";

/** What stands in the records of an order that somebody began to pay. */
export interface Recorded {
  payment: string;
  order?: "PENDING" | "CANCELLED" | "PARTIALLY_REFUNDED" | "REFUNDED";
  review?: string;
  /** bKash's last code. */
  code?: string;
  /** Another payment of the order, before this one. */
  before?: string;
}

/** An order whose records say this. Whatever is paid is paid at the simulator; the rest is written as it would stand there. */
export async function orderInState(request: APIRequestContext, state: Recorded): Promise<ApiShopper> {
  const shopper = await ApiShopper.placeOrder(request);
  if (state.before) await write((await shopper.open()).paymentId, { payment: state.before });
  if (state.payment === "none") return shopper;
  const { paymentId, window } = await shopper.open();
  if (state.payment === "COMPLETED") {
    await simulator.authorise(window.paymentID);
    await shopper.execute(paymentId);
    if (state.order)
      await inDatabase(`UPDATE "Order" SET status = $2::"OrderStatus" WHERE number = $1`, [
        shopper.orderNumber,
        state.order,
      ]);
    return shopper;
  }
  await write(paymentId, state);
  return shopper;
}

async function write(paymentId: string, { payment, order, review, code }: Recorded): Promise<void> {
  if (payment === "CREATED") return;
  const hasMoney = payment === "DUPLICATE" || payment === "MISMATCH";
  const isAsked = ["EXECUTING", "UNCERTAIN", "WATCH"].includes(payment);
  await inDatabase(
    `WITH written AS (
       UPDATE "Payment" SET status = $2::"PaymentStatus", "statusSince" = now(), "executingSince" = now(),
         "nextCheckAt" = CASE WHEN $3::boolean THEN now() + interval '1 hour' END, "lastCode" = $4,
         "askedAt" = CASE WHEN $3::boolean THEN now() END,
         "trxId" = CASE WHEN $5::boolean THEN 'T' || upper(substr(md5(id::text), 1, 9)) END,
         "completedAt" = CASE WHEN $5::boolean THEN now() END
       WHERE id = $1::uuid RETURNING "orderId"
     )
     UPDATE "Order" SET status = $6::"OrderStatus", "reviewReason" = $7::"ReviewReason"
     FROM written WHERE id = written."orderId"`,
    [paymentId, payment, isAsked, code ?? null, hasMoney, order ?? "PENDING", review ?? null],
  );
}
