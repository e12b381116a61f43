import { randomBytes } from "node:crypto";
import type { Prisma } from "@/generated/prisma/client";
import type { Merchant } from "@/lib/auth/merchant";
import { db } from "@/lib/platform/db";
import { countOrdersToReview, listOrders, ORDERS_PER_PAGE } from "./list-orders";

const merchant = { id: "1", name: "Rahima", email: "merchant@example.com" } as Merchant;

const newOrder = (more: Partial<Prisma.OrderUncheckedCreateInput> = {}) =>
  db.order.create({
    data: {
      accessTokenHash: new Uint8Array(randomBytes(32)),
      subtotalInPoisha: 100_000,
      deliveryFeeInPoisha: 6_000,
      totalInPoisha: 106_000,
      locale: "bn",
      contactName: "রহিমা খাতুন",
      contactPhone: "+8801712345678",
      deliveryDistrict: "dhaka",
      deliveryAddress: "House 12, Road 5",
      holdUntil: new Date(Date.now() + 3_600_000),
      ...more,
    },
  });

const addPayment = (order: { id: string; number: string }, mode: "simulator" | "live") =>
  db.payment.create({
    data: {
      orderId: order.id,
      attempt: 1,
      provider: "bkash",
      mode,
      amountInPoisha: 106_000,
      invoiceNumber: `${order.number}-1`,
    },
  });

test("orders come newest first, a page at a time, and every order is on exactly one page", async () => {
  const phone = "+8801811111111";
  const placedAt = new Date("2026-01-01T00:00:00Z"); // all at once: the order between them must still be firm
  for (let count = 0; count < ORDERS_PER_PAGE + 5; count++) await newOrder({ contactPhone: phone, placedAt });
  const newest = await newOrder({ contactPhone: phone });
  const first = await listOrders(merchant, { phone }, 1);
  const second = await listOrders(merchant, { phone }, 2);
  expect(first.orders[0]?.id).toBe(newest.id);
  expect([first.orders.length, first.hasMore]).toEqual([ORDERS_PER_PAGE, true]);
  expect([second.orders.length, second.hasMore]).toEqual([6, false]);
  expect(new Set([...first.orders, ...second.orders].map(({ id }) => id)).size).toBe(ORDERS_PER_PAGE + 6);
});

test("a list of work begins with the order that has waited longest", async () => {
  const phone = "+8801822222222";
  const placed: string[] = [];
  for (const day of ["03", "01", "02"])
    placed.push(
      (await newOrder({ contactPhone: phone, placedAt: new Date(`2026-01-${day}T00:00:00Z`) })).number,
    );
  const { orders } = await listOrders(merchant, { phone }, 1, "oldest");
  expect(orders.map(({ number }) => number)).toEqual([placed[1], placed[2], placed[0]]);
});

test("a list shows a phone number masked", async () => {
  const { number } = await newOrder();
  const { orders } = await listOrders(merchant, { number }, 1);
  expect(orders).toHaveLength(1);
  expect(JSON.stringify(orders)).not.toContain("12345");
  expect(orders[0]?.maskedPhone).toBe("017•••••678");
});

test("conditions are all kept at once", async () => {
  const { id, number } = await newOrder({ status: "CANCELLED" });
  expect((await listOrders(merchant, { number, status: "CANCELLED" }, 1)).orders).toHaveLength(1);
  expect((await listOrders(merchant, { number, status: "PENDING" }, 1)).orders).toHaveLength(0);
  expect((await listOrders(merchant, { ids: [id] }, 1)).orders).toHaveLength(1);
  expect((await listOrders(merchant, { ids: [] }, 1)).orders).toHaveLength(0);
});

test("an order to review counts in the mode of its money only", async () => {
  const before = { live: await countOrdersToReview(merchant, "live") };
  await addPayment(await newOrder({ reviewReason: "MISMATCH" }), "live");
  await addPayment(await newOrder({ reviewReason: "MISMATCH" }), "simulator");
  await addPayment(await newOrder(), "live");
  expect(await countOrdersToReview(merchant, "live")).toBe(before.live + 1);
});

test("what is to be packed is paid, or is paid at the door; nothing else leaves", async () => {
  const phone = "+8801822222222";
  const cash = { contactPhone: phone, paymentMethod: "CASH_ON_DELIVERY" } as const;
  const { number } = await newOrder(cash);
  await newOrder({ contactPhone: phone });
  await newOrder({ ...cash, status: "CANCELLED" });
  const packed = await newOrder({ ...cash, deliveryStatus: "PACKED" });
  const numbersOf = async (goods: "TO_PACK" | "PACKED" | "HANDED_OVER") =>
    (await listOrders(merchant, { goods, phone }, 1)).orders.map((order) => order.number);
  expect(await numbersOf("TO_PACK")).toEqual([number]);
  expect(await numbersOf("PACKED")).toEqual([packed.number]);
  expect(await numbersOf("HANDED_OVER")).toEqual([]);
});
