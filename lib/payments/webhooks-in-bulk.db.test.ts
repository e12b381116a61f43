import { randomUUID } from "node:crypto";
import { poisha } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { bkash, openShop } from "@/lib/testing/open-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { openWebhookInbox, type WebhookInbox } from "@/lib/testing/webhook-inbox";
import { webhooksOf } from "./providers/webhooks";
import { receiveWebhook } from "./receive-webhook";

/** A thousand take two minutes of a busy machine: `WEBHOOKS=1000 npm test -- --only unit -- webhooks-in-bulk`. */
const PAYMENTS = Number(process.env.WEBHOOKS ?? 200);
const COPIES = 3;
const AT_ONCE = 10;

let simulator: RunningSimulator;
let inbox: WebhookInbox;
beforeAll(async () => {
  simulator = await startSimulator();
  inbox = await openWebhookInbox(simulator);
  await simulator.reset();
  await inbox.subscribe("2");
  inbox.clear();
});
afterAll(async () => {
  await inbox.close();
  await simulator.stop();
});

/** Does it for every one, some at a time. */
async function forEach<T>(items: readonly T[], run: (item: T) => Promise<unknown>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await run(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Orders of one article, each with a payment that bKash knows and that we gave up. */
async function giveUpPayments(count: number): Promise<{ invoiceNumber: string; paymentID: string }[]> {
  const { orderId } = await openShop({ priceInPoisha: 44_000, stock: count + 1 });
  await db.$executeRaw`
    INSERT INTO "Order" (number, "accessTokenHash", "subtotalInPoisha", "deliveryFeeInPoisha", "totalInPoisha", locale,
      "contactName", "contactPhone", "deliveryDistrict", "deliveryAddress", "holdUntil")
    SELECT 'S-' || (700000 + n), sha256(n::text::bytea), 44000, 6000, 50000, 'bn', "contactName", "contactPhone",
      "deliveryDistrict", "deliveryAddress", "holdUntil" FROM "Order", generate_series(1, ${count}::int) n
    WHERE id = ${orderId}::uuid`;
  const opened = Array.from({ length: count }, (_, n) => ({
    invoiceNumber: `S-${700_001 + n}-1`,
    paymentID: "",
  }));
  await forEach(opened, async (payment) => {
    const { invoiceNumber } = payment;
    const created = await bkash().create({ amount: poisha(50_000), invoiceNumber });
    if (created.kind !== "created") throw new Error(created.kind);
    payment.paymentID = created.providerPaymentId;
  });
  await db.$executeRaw`
    INSERT INTO "Payment" (id, "orderId", attempt, provider, mode, status, "amountInPoisha", "invoiceNumber", "providerPaymentId")
    SELECT gen_random_uuid(), o.id, 1, 'bkash', 'simulator',
      (ARRAY['CANCELLED', 'EXPIRED', 'DECLINED', 'WATCH', 'UNCERTAIN']::"PaymentStatus"[])[1 + substr(o.number, 3)::int % 5],
      50000, p."invoiceNumber", p."paymentID"
    FROM jsonb_to_recordset(${JSON.stringify(opened)}::jsonb) AS p("invoiceNumber" text, "paymentID" text)
    JOIN "Order" o ON o.number || '-1' = p."invoiceNumber"`;
  return opened;
}

test(`C34: ${PAYMENTS} webhooks in any order, each ${COPIES} times, have one effect each`, async () => {
  const payments = await giveUpPayments(PAYMENTS);
  await forEach(payments, async ({ paymentID }) => {
    await simulator.authorise(paymentID);
    await bkash().execute(paymentID);
  });
  await inbox.nth(PAYMENTS);
  const webhooks = webhooksOf("bkash");
  if (!webhooks) throw new Error("bKash has no webhooks");
  const copies = Array.from({ length: COPIES }, () => inbox.received()).flat();
  const shuffled = copies
    .map((delivery) => ({ delivery, place: randomUUID() }))
    .toSorted((a, b) => a.place.localeCompare(b.place));
  const verdicts: Record<string, number> = {};
  await forEach(shuffled, async ({ delivery }) => {
    const received = await receiveWebhook(bkash(), webhooks, delivery);
    const verdict = received.kind === "taken" ? received.verdict : received.kind;
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    if (received.kind === "taken") await received.afterwards?.();
  });
  expect(verdicts).toEqual({ asked: PAYMENTS, "heard before": PAYMENTS * (COPIES - 1) });
  expect(await db.payment.count({ where: { status: "COMPLETED" } })).toBe(PAYMENTS);
  expect(await db.order.count({ where: { status: "PAID" } })).toBe(PAYMENTS);
  expect(await db.paymentEvent.count({ where: { to: "COMPLETED", source: "webhook" } })).toBe(PAYMENTS);
  expect(await db.ledgerTransaction.count()).toBe(PAYMENTS);
  expect(await db.webhookMessage.count()).toBe(PAYMENTS);
  expect(await db.discrepancy.count()).toBe(0);
  expect(await simulator.count("query")).toBe(PAYMENTS);
}, 300_000);
