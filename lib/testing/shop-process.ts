/**
 * One of several processes of the shop: the child of lib/testing/start-shop-process.ts. It does what it is told with the
 * real payment core, and dies where FAILPOINT says.
 */
import { obey } from "./start-process";

/** The places to die at are live, as in the build of `npm run kill`. */
(globalThis as { __FAILPOINTS__?: boolean }).__FAILPOINTS__ = true;

export type ShopWork =
  | { verb: "buy"; sku: string }
  | { verb: "create"; orderNumber: string; accessToken: string }
  | { verb: "execute" | "query"; paymentId: string; accessToken: string }
  | { verb: "refund"; paymentId: string; amountInPoisha: number }
  | { verb: "reconcile" };

const rooms = Promise.all([
  import("@/lib/payments/create-payment"),
  import("@/lib/payments/execute-payment"),
  import("@/lib/payments/query-payment"),
  import("@/lib/payments/reconcile-payments"),
  import("@/lib/payments/providers/registry"),
  import("./buy-once"),
  import("./refund-shop"),
]);

/** @returns what came of it, in one word: a status, or the code of a refusal. */
async function once(work: ShopWork): Promise<string> {
  const [
    { createPayment },
    { executePayment },
    { queryPayment },
    { reconcilePayments },
    { findProvider },
    { buyOnce },
    { aMerchant, refundAs },
  ] = await rooms;
  const bkash = findProvider("bkash");
  if (!bkash) throw new Error("bKash is not installed");
  switch (work.verb) {
    case "buy":
      return buyOnce(bkash, work.sku);
    case "create": {
      const { orderNumber, accessToken } = work;
      const created = await createPayment(bkash, { orderNumber, viewer: { accessToken } });
      return created.ok ? created.payment.paymentId : created.code;
    }
    case "execute": {
      const { paymentId, accessToken } = work;
      const executed = await executePayment(bkash, { paymentId, viewer: { accessToken } });
      return executed.ok ? executed.payment.status : executed.code;
    }
    case "query": {
      const { paymentId, accessToken } = work;
      return (await queryPayment({ paymentId, viewer: { accessToken } }))?.status ?? "not found";
    }
    case "refund": {
      const refunded = await refundAs(aMerchant(), work.paymentId, work.amountInPoisha);
      return refunded.ok ? "refunded" : refunded.code;
    }
    case "reconcile":
      return String((await reconcilePayments({ limit: 100, deadlineMs: 10_000 })).failed);
  }
}

obey(rooms, once);
