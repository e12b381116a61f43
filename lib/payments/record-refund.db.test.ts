import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db";
import {
  aMerchant,
  booksOf,
  letRefundTimePass,
  paidShop,
  refundsOf,
  type PaidShop,
} from "@/lib/testing/refund-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { recordRefund } from "./record-refund";

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const merchant = aMerchant();
const newTrxId = () => randomUUID().replaceAll("-", "").slice(0, 12).toUpperCase();

/** A refund whose answer was lost, and about which bKash has said nothing for so many seconds. */
async function inDoubt(seconds = 601): Promise<PaidShop & { refundId: string }> {
  const shop = await paidShop(simulator);
  await simulator.fault({ operation: "refund", fault: "answer-lost", how: "reset" });
  const asked = await shop.refund();
  if (!asked.ok || asked.status !== "UNKNOWN") throw new Error(JSON.stringify(asked));
  await letRefundTimePass(shop, seconds);
  return { ...shop, refundId: asked.refundId };
}

const only = async (shop: PaidShop) => {
  const [refund] = await refundsOf(shop);
  if (!refund) throw new Error("no refund");
  return refund;
};

test("what the portal calls refunded is booked, and its history names the merchant", async () => {
  const shop = await inDoubt();
  const refundTrxId = newTrxId();
  expect(await recordRefund(merchant, shop.refundId, { refunded: true, refundTrxId })).toEqual({
    ok: true,
    status: "SUCCEEDED",
  });
  const refund = await only(shop);
  expect(refund).toMatchObject({ status: "SUCCEEDED", refundTrxId });
  expect(refund.events.at(-1)).toMatchObject({
    from: "UNKNOWN",
    to: "SUCCEEDED",
    source: "merchant",
    actor: merchant.id,
    detail: { merchant: merchant.name, refundTrxId },
  });
  expect(await shop.orderStatus()).toBe("REFUNDED");
  expect(await booksOf(shop)).toMatchObject({ wallet: 0, sales: 0 });
});

test("what the portal does not know has not gone back, and the amount is free again", async () => {
  const shop = await inDoubt();
  expect(await recordRefund(merchant, shop.refundId, { refunded: false })).toEqual({
    ok: true,
    status: "FAILED",
  });
  expect((await only(shop)).events.at(-1)).toMatchObject({ to: "FAILED", actor: merchant.id });
  expect(await db.payment.findUniqueOrThrow({ where: { id: shop.paymentId } })).toMatchObject({
    refundReservedInPoisha: 0,
  });
  expect(await shop.orderStatus()).toBe("PAID");
});

test("nobody's word counts while bKash may still answer", async () => {
  const shop = await inDoubt(500);
  for (const word of [{ refunded: true, refundTrxId: newTrxId() }, { refunded: false }] as const)
    expect(await recordRefund(merchant, shop.refundId, word)).toEqual({ ok: false, code: "NOT_NOW" });
  expect((await only(shop)).status).toBe("UNKNOWN");
});

test("a receipt that belongs to something else proves nothing", async () => {
  const shop = await inDoubt();
  const { trxId } = await shop.payment(shop.paymentId);
  expect(await recordRefund(merchant, shop.refundId, { refunded: true, refundTrxId: trxId ?? "" })).toEqual({
    ok: false,
    code: "RECEIPT_TAKEN",
  });
  expect((await only(shop)).status).toBe("UNKNOWN");
});

test("of two words at once one is recorded", async () => {
  const shop = await inDoubt();
  const told = await Promise.all([
    recordRefund(merchant, shop.refundId, { refunded: true, refundTrxId: newTrxId() }),
    recordRefund(merchant, shop.refundId, { refunded: false }),
  ]);
  expect(told.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await only(shop)).events.filter(({ from }) => from === "UNKNOWN")).toHaveLength(1);
});
