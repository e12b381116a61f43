import { db } from "@/lib/platform/db";
import { aMerchant, letRefundTimePass, paidShop, paidTwiceShop } from "@/lib/testing/refund-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { reconcileRefunds } from "./reconcile-refunds";
import { findOrdersWithRefundDue } from "./refunds-due";

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(async () => {
  await simulator.stop();
  await db.$disconnect();
});

const isDue = async ({ orderId }: { orderId: string }, mode: "simulator" | "live" = "simulator") =>
  (await findOrdersWithRefundDue(aMerchant(), mode)).includes(orderId);

test("an order that is paid owes nobody anything, and a refund is due until bKash has given it back", async () => {
  const shop = await paidShop(simulator);
  expect(await isDue(shop)).toBe(false);
  await simulator.fault({ operation: "refund", fault: "never-arrived", how: "reset" });
  await simulator.fault({ operation: "refundStatus", fault: "status-500", times: "always" });
  await shop.refund();
  expect(await isDue(shop)).toBe(true);
  expect(await isDue(shop, "live")).toBe(false);

  await db.refund.updateMany({ where: { paymentId: shop.paymentId }, data: { status: "FAILED" } });
  expect(await isDue(shop)).toBe(true);
});

test("money that came twice is due until it went back", async () => {
  const shop = await paidTwiceShop(simulator);
  expect(await isDue(shop)).toBe(true);
  const reconcile = () => reconcileRefunds({ limit: 50, deadlineMs: 20_000 });
  await reconcile();
  await letRefundTimePass(shop, 11);
  await reconcile();
  expect(await isDue(shop)).toBe(false);
});

test("goods that came back with their money still whole are due; once something went back, how much is enough is a person's word", async () => {
  const shop = await paidShop(simulator);
  await db.order.update({ where: { id: shop.orderId }, data: { deliveryStatus: "RETURNED" } });
  expect(await isDue(shop)).toBe(true);
  await shop.refund(100_00);
  expect(await isDue(shop)).toBe(false);
});
