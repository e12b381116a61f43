import { expect, request, type Page } from "@playwright/test";
import type { ApiShopper } from "../../e2e/support/api-shopper";
import { inDatabase } from "../../e2e/support/back-office";
import { simulator } from "../../e2e/support/simulator";
import { orderInState, type Recorded } from "../../e2e/support/order-in-state";

/** Orders of guests, by what has become of their money. */
const STATES = {
  unpaid: { payment: "none" },
  opened: { payment: "CREATED" },
  checking: { payment: "UNCERTAIN" },
  declined: { payment: "DECLINED", code: "2023" },
  cancelled: { payment: "CANCELLED" },
  paid: { payment: "COMPLETED" },
  delivered: { payment: "COMPLETED" },
  refunded: { payment: "COMPLETED", order: "REFUNDED" },
  disputed: { payment: "MISMATCH", review: "MISMATCH" },
  closed: { payment: "EXPIRED", order: "CANCELLED" },
} as const satisfies Record<string, Recorded>;

export type OrderState = keyof typeof STATES;
export type Orders = Readonly<Record<OrderState, ApiShopper>>;

/** Places one order for each state. What comes first is the oldest. */
export async function placeOrders(origin: string): Promise<Orders> {
  await simulator.reset(); // takes the same amount from the same wallet as often as it is asked to
  const shopper = await request.newContext({ baseURL: origin });
  const orders: Partial<Record<OrderState, ApiShopper>> = {};
  for (const state of Object.keys(STATES) as OrderState[])
    orders[state] = await orderInState(shopper, STATES[state]);
  await shopper.dispose();
  return orders as Orders;
}

/** What the merchant does in the back office: sends one order off, and lets the books be checked. */
export async function workInOffice(page: Page, { delivered, paid }: Orders): Promise<void> {
  await page.goto(`/admin/orders/${delivered.orderNumber}`);
  await page.getByRole("button", { name: "It is packed" }).click();
  await page.getByLabel("Courier").fill("Steadfast");
  await page.getByLabel("Tracking number").fill("SF-778899");
  await page.getByRole("button", { name: "Handed over" }).click();
  await page.getByRole("button", { name: "It was delivered" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Delivered" })).toBeVisible();
  await inDatabase(
    `INSERT INTO "Complaint" (id, "orderId", topic, text)
     SELECT gen_random_uuid(), id, 'LATE', 'The parcel was to come on Sunday. When will it be here?'
     FROM "Order" WHERE number = $1`,
    [paid.orderNumber],
  );
  await inDatabase(
    `UPDATE "Review" SET status = 'PENDING' WHERE id IN (SELECT id FROM "Review" ORDER BY "createdAt" DESC LIMIT 2)`,
  );
  await page.goto("/admin/discrepancies");
  await page.getByRole("button", { name: "Check now" }).click();
  await page.getByText("The books were checked.").waitFor();
}
