import { db } from "@/lib/platform/db";
import { openShop } from "@/lib/testing/open-shop";
import { cancelOrder } from "./cancel-order";
import { fileComplaint } from "./complaints";
import { readOrderHistory } from "./order-history";
import { chooseCashOnDelivery, holdOrderLonger } from "./order-without-wallet";

const whatOf = async (orderId: string) => (await readOrderHistory({ id: orderId })).map(({ what }) => what);

test("a history tells what the shopper did, in the order in which it happened", async () => {
  const { orderId, orderNumber, viewer } = await openShop();
  await holdOrderLonger(orderNumber, viewer);
  await chooseCashOnDelivery(orderNumber, viewer);
  await fileComplaint(orderNumber, viewer, { topic: "LATE", text: "Where is my order?" });
  await cancelOrder(orderNumber, viewer);
  expect(await whatOf(orderId)).toEqual([
    "placed",
    "heldLonger",
    "cashChosen",
    "complained",
    "cancelledByShopper",
  ]);
});

test("goods and cash are part of the same history", async () => {
  const { orderId } = await openShop();
  const actor = "01890a5d-ac96-774b-bcce-b302099a8057";
  const inAnHour = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  await db.deliveryEvent.createMany({
    data: [
      { orderId, from: "TO_PACK", to: "HANDED_OVER", courier: "Pathao", actor, at: inAnHour(1) },
      { orderId, from: "HANDED_OVER", to: "DELIVERED", actor, at: inAnHour(3) },
    ],
  });
  await db.orderEvent.create({
    data: {
      orderId,
      from: "PENDING",
      to: "PAID",
      source: "merchant",
      detail: { cashInPoisha: 131_000 },
      at: inAnHour(2),
    },
  });
  expect(await readOrderHistory({ id: orderId })).toMatchObject([
    { what: "placed" },
    { what: "handedOver", courier: "Pathao" },
    { what: "paidInCash", amountInPoisha: 131_000 },
    { what: "delivered" },
  ]);
});

test.each([
  ["release", "notPaidInTime"],
  ["merchant", "cancelledByShop"],
] as const)("an order that was cancelled by %s says so", async (source, what) => {
  const { orderId } = await openShop();
  await db.orderEvent.create({ data: { orderId, from: "PENDING", to: "CANCELLED", source } });
  expect(await whatOf(orderId)).toEqual(["placed", what]);
});
