import { bkash, openShop } from "@/lib/testing/open-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { db } from "@/lib/platform/db";
import { cancelPayment } from "./cancel-payment";
import { continuePayment } from "./continue-payment";

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.reset());

test("a payment that is open is continued as it is, and bKash is not asked for another", async () => {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  const again = await continuePayment(bkash(), { paymentId, viewer: shop.viewer });
  expect(again).toMatchObject({
    ok: true,
    payment: { paymentId, attempt: 1, amountInPoisha: shop.totalInPoisha, windowData: { paymentID } },
  });
  expect(await simulator.count("create")).toBe(1);
  await simulator.authorise(paymentID);
  expect((await shop.execute(paymentId)).status).toBe("COMPLETED");
});

test.each([
  ["was closed", (paymentId, shop) => cancelPayment({ paymentId, viewer: shop.viewer })],
  ["has two minutes left", (_, shop) => shop.letTimePass(28 * 60 + 5)],
  ["is under way", (paymentId, shop) => shop.execute(paymentId)],
  [
    "belongs to an order whose goods are no longer kept",
    (_, shop) => db.order.update({ where: { id: shop.orderId }, data: { holdUntil: new Date(0) } }),
  ],
] as [string, (paymentId: string, shop: Awaited<ReturnType<typeof openShop>>) => Promise<unknown>][])(
  "a payment that %s is not continued",
  async (_, happens) => {
    const shop = await openShop();
    const { paymentId, paymentID } = await shop.open();
    await simulator.authorise(paymentID);
    await happens(paymentId, shop);
    expect(await continuePayment(bkash(), { paymentId, viewer: shop.viewer })).toEqual({
      ok: false,
      code: "PAYMENT_NOT_OPEN",
    });
  },
);

test("nobody continues another's payment", async () => {
  const [shop, other] = [await openShop(), await openShop()];
  const { paymentId } = await shop.open();
  expect(await continuePayment(bkash(), { paymentId, viewer: other.viewer })).toEqual({
    ok: false,
    code: "PAYMENT_NOT_FOUND",
  });
});
