import { randomUUID } from "node:crypto";
import { placeOrder } from "@/lib/orders/place-order";
import { createPayment } from "@/lib/payments/create-payment";
import { executePayment } from "@/lib/payments/execute-payment";
import type { PaymentProvider } from "@/lib/payments/payment-provider";
import { simulatorPort } from "@/lib/platform/env";

/** So often, and after so long, a shopper tries again whom the shop asks to come back. */
const PATIENCE = 4;
const PAUSE_MS = 500;

/** A shopper's whole way: one piece of an article, bKash's window, the payment. @returns the order's status, or why not. */
export async function buyOnce(bkash: PaymentProvider, sku: string): Promise<string> {
  const idempotencyKey = randomUUID();
  const placed = await patiently(() =>
    placeOrder({
      lines: [{ sku, quantity: 1 }],
      contact: { name: "Rahima Khatun", phone: "+8801712345678" },
      delivery: { district: "dhaka", address: "Road 5" },
      locale: "bn",
      idempotencyKey,
    }),
  );
  if (!placed.ok) return placed.code;
  const { number: orderNumber, accessToken } = placed.order;
  const viewer = { accessToken };
  // Each try is a new click, as a person's would be.
  const created = await patiently(() => createPayment(bkash, { orderNumber, viewer }));
  if (!created.ok) return created.code;
  const { paymentId, windowData } = created.payment;
  const authorise = `http://localhost:${simulatorPort()}/__simulator/payments/${windowData.paymentID}/authorise`;
  await fetch(authorise, { method: "POST", body: "{}", headers: { "content-type": "application/json" } });
  const executed = await patiently(() => executePayment(bkash, { paymentId, viewer }));
  return executed.ok ? executed.payment.orderStatus : executed.code;
}

/** Tries again after an error, under the same click: the database is asked by many at once. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let left = PATIENCE; ; left--)
    try {
      return await work();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((wake) => setTimeout(wake, PAUSE_MS));
    }
}
