import { db } from "@/lib/platform/db";
import { booksOf, letRefundTimePass, paidShop, paidTwiceShop, refundsOf } from "@/lib/testing/refund-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { reconcileRefunds } from "./reconcile-refunds";

// A merchant to whom bKash allows ten partial refunds, and who gives back duplicates by hand.

let simulator: RunningSimulator;
beforeAll(async () => {
  process.env.BKASH_REFUND_PROFILE = "up-to-10";
  process.env.AUTO_REFUND_DUPLICATES = "0";
  simulator = await startSimulator();
});
beforeEach(() => simulator.reset({ refundProfile: "v2" }));
afterAll(() => simulator.stop());

const reconcile = () => reconcileRefunds({ limit: 50, deadlineMs: 20_000 });
const sentBack = async () => (await simulator.refunds()).reduce((sum, each) => sum + each.amountInPoisha, 0);

test("several parts go back, up to the whole, and the order says how much", async () => {
  const shop = await paidShop(simulator);
  expect(await shop.refund(50_000)).toMatchObject({ ok: true, status: "SUCCEEDED" });
  expect(await shop.refund(50_000)).toMatchObject({ ok: true, status: "SUCCEEDED" });
  expect(await shop.orderStatus()).toBe("PARTIALLY_REFUNDED");
  const left = shop.totalInPoisha - 100_000;
  expect(await shop.refund(left + 1)).toEqual({ ok: false, code: "AMOUNT_TOO_LARGE", left });
  expect(await shop.refund(left)).toMatchObject({ ok: true, status: "SUCCEEDED" });
  expect(await shop.orderStatus()).toBe("REFUNDED");
  expect(await booksOf(shop)).toEqual({ wallet: 0, sales: 0 });
  const events = await db.orderEvent.findMany({ where: { orderId: shop.orderId }, orderBy: { id: "asc" } });
  expect(events.map(({ to }) => to)).toEqual(["PENDING", "PAID", "PARTIALLY_REFUNDED", "REFUNDED"]);
});

test("the tenth part is the last one", async () => {
  const shop = await paidShop(simulator);
  for (let part = 1; part <= 10; part++)
    expect(await shop.refund(1000)).toMatchObject({ ok: true, status: "SUCCEEDED" });
  expect(await shop.refund(1000)).toEqual({ ok: false, code: "NO_MORE_REFUNDS" });
  expect(await simulator.count("refund", shop.paymentID)).toBe(10);
});

test("C38: the receipt of an earlier part is not taken for the one whose answer was lost", async () => {
  const shop = await paidShop(simulator);
  await shop.refund(50_000);
  await simulator.fault({ operation: "refund", fault: "never-arrived", how: "reset" });
  expect(await shop.refund(50_000)).toMatchObject({ ok: true, status: "UNKNOWN" });
  await letRefundTimePass(shop, 31);
  await reconcile(); // bKash tells of the first part
  expect(await refundsOf(shop)).toMatchObject([{ status: "SUCCEEDED" }, { status: "UNKNOWN", sends: 1 }]);
  await letRefundTimePass(shop, 31);
  await reconcile();
  expect(await refundsOf(shop)).toMatchObject([{ status: "SUCCEEDED" }, { status: "SUCCEEDED", sends: 2 }]);
  expect(await sentBack()).toBe(100_000);
});

test("C38: the second part whose answer was lost is found, and sent once", async () => {
  const shop = await paidShop(simulator);
  await shop.refund(50_000);
  await simulator.fault({ operation: "refund", fault: "answer-lost", how: "reset" });
  await shop.refund(50_000);
  await letRefundTimePass(shop, 11);
  await reconcile();
  expect(await refundsOf(shop)).toMatchObject([{ status: "SUCCEEDED" }, { status: "SUCCEEDED", sends: 1 }]);
  expect(await sentBack()).toBe(100_000);
});

test("C39: merchants at once, each with a part: together never more than was taken", async () => {
  const shop = await paidShop(simulator);
  const part = Math.ceil(shop.totalInPoisha / 3);
  for (let round = 0; round < 4; round++)
    await Promise.all(Array.from({ length: 5 }, () => shop.refund(part)));
  const done = (await refundsOf(shop)).filter(({ status }) => status === "SUCCEEDED");
  expect(done).toHaveLength(2); // a third one would be one poisha too much
  expect(await sentBack()).toBe(2 * part);
  expect(await booksOf(shop)).toEqual({
    wallet: shop.totalInPoisha - 2 * part,
    sales: 2 * part - shop.totalInPoisha,
  });
});

test("with the setting off money that came twice waits for a merchant", async () => {
  const shop = await paidTwiceShop(simulator);
  await reconcile();
  expect(await refundsOf(shop)).toEqual([]);
  expect(await shop.refund(50_000)).toMatchObject({ ok: true, status: "SUCCEEDED" });
  const flagged = () => db.order.findUniqueOrThrow({ where: { id: shop.orderId } });
  expect((await flagged()).reviewReason).toBe("DUPLICATE_CAPTURE");
  expect(await shop.refund(shop.totalInPoisha - 50_000)).toMatchObject({ ok: true, status: "SUCCEEDED" });
  expect((await flagged()).reviewReason).toBeNull();
  expect(await shop.orderStatus()).toBe("PAID");
});
