import { db } from "@/lib/platform/db";
import { isClosed, isInDoubt, PAYMENT_STATUSES, type PaymentStatus } from "@/lib/payments/payment-status";
import { openShop, type TestShop } from "@/lib/testing/open-shop";
import { releaseExpiredOrders } from "./release-expired-orders";

/** Orders of other tests that are over, so that the numbers below are this test's own. */
beforeEach(async () => {
  while ((await releaseExpiredOrders({ limit: 100 })) > 0);
});

const stockOf = async ({ variantId }: TestShop) =>
  (await db.variant.findUniqueOrThrow({ where: { id: variantId } })).stock;

async function endHold(...shops: TestShop[]): Promise<void> {
  for (const { orderId } of shops)
    await db.$executeRaw`UPDATE "Order" SET "holdUntil" = now() - interval '1 second' WHERE id = ${orderId}::uuid`;
}

const withPayment = (shop: TestShop, status: PaymentStatus) =>
  db.payment.create({
    data: {
      orderId: shop.orderId,
      attempt: 1,
      provider: "bkash",
      mode: "simulator",
      status,
      amountInPoisha: shop.totalInPoisha,
      invoiceNumber: `${shop.orderNumber}-1`,
    },
  });

test("an order that nobody paid in time is cancelled, and its stock is for sale again", async () => {
  const shop = await openShop({ stock: 10 });
  await endHold(shop);
  expect(await stockOf(shop)).toBe(9);
  expect(await releaseExpiredOrders({ limit: 10 })).toBe(1);
  expect(await shop.orderStatus()).toBe("CANCELLED");
  expect(await stockOf(shop)).toBe(10);
  const { cancelledAt } = await db.order.findUniqueOrThrow({ where: { id: shop.orderId } });
  expect(cancelledAt).not.toBeNull();
});

test("an order whose time is not over is left alone", async () => {
  const shop = await openShop();
  expect(await releaseExpiredOrders({ limit: 10 })).toBe(0);
  expect(await shop.orderStatus()).toBe("PENDING");
});

test.each([...PAYMENT_STATUSES.filter(isInDoubt), "MISMATCH"] as const)(
  "an order with a payment that is %s keeps its stock however late it is: its money may have moved",
  async (status) => {
    const shop = await openShop({ stock: 10 });
    await withPayment(shop, status);
    await endHold(shop);
    expect(await releaseExpiredOrders({ limit: 10 })).toBe(0);
    expect(await shop.orderStatus()).toBe("PENDING");
    expect(await stockOf(shop)).toBe(9);
    await db.$executeRaw`UPDATE "Order" SET "holdUntil" = now() + interval '1 day' WHERE id = ${shop.orderId}::uuid`;
  },
);

test.each(
  PAYMENT_STATUSES.filter(
    (status) => isClosed(status) && status !== "COMPLETED" && status !== "MISMATCH",
  ).concat("WATCH"),
)("a payment that is %s does not keep the stock", async (status) => {
  const shop = await openShop();
  await withPayment(shop, status);
  await endHold(shop);
  expect(await releaseExpiredOrders({ limit: 10 })).toBe(1);
});

test("run twice in a row the stock comes back once", async () => {
  const shop = await openShop({ stock: 10 });
  await endHold(shop);
  await releaseExpiredOrders({ limit: 10 });
  expect(await releaseExpiredOrders({ limit: 10 })).toBe(0);
  expect(await stockOf(shop)).toBe(10);
});

test("run eight times at once each order is released once", async () => {
  const shops = await Promise.all(Array.from({ length: 5 }, () => openShop({ stock: 10 })));
  await endHold(...shops);
  const released = await Promise.all(Array.from({ length: 8 }, () => releaseExpiredOrders({ limit: 10 })));
  expect(released.reduce((sum, n) => sum + n)).toBe(5);
  expect(await Promise.all(shops.map(stockOf))).toEqual([10, 10, 10, 10, 10]);
});

test("the longest overdue orders go first, and no more than asked", async () => {
  const [older, newer] = [await openShop(), await openShop()];
  await endHold(older, newer);
  await db.$executeRaw`UPDATE "Order" SET "holdUntil" = now() - interval '1 hour' WHERE id = ${older.orderId}::uuid`;
  expect(await releaseExpiredOrders({ limit: 1 })).toBe(1);
  expect([await older.orderStatus(), await newer.orderStatus()]).toEqual(["CANCELLED", "PENDING"]);
});

test("articles are locked in the order of their ids, as a purchase locks them: neither waits for the other in a circle", async () => {
  const [shop, ...others] = await Promise.all(Array.from({ length: 4 }, () => openShop({ stock: 10 })));
  if (!shop) throw new Error("no shop");
  const variantIds = [shop, ...others].map(({ variantId }) => variantId).sort();
  // Written in the opposite order, so that a table read from front to back would lock the last article first.
  await db.orderLine.deleteMany({ where: { orderId: shop.orderId } });
  for (const variantId of variantIds.toReversed())
    await db.orderLine.create({
      data: {
        orderId: shop.orderId,
        variantId,
        sku: variantId,
        nameBn: "চা",
        nameEn: "Tea",
        image: "/art/tea.svg",
        unitPriceInPoisha: 100,
        quantity: 1,
      },
    });
  await endHold(shop);
  const [first, ...rest] = variantIds;
  const released = await db.$transaction(async (purchase) => {
    await purchase.$queryRaw`SELECT id FROM "Variant" WHERE id = ${first}::uuid FOR UPDATE`;
    const releasing = releaseExpiredOrders({ limit: 10 });
    await somebodyWaitsForALock();
    await purchase.$queryRaw`SELECT id FROM "Variant" WHERE id = ANY(${rest}::uuid[]) FOR UPDATE NOWAIT`;
    return { releasing };
  });
  expect(await released.releasing).toBe(1);
});

async function somebodyWaitsForALock(): Promise<void> {
  for (;;) {
    const [row] = await db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if (row?.n) return;
  }
}
