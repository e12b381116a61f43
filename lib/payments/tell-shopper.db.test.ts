import { db } from "@/lib/platform/db";
import { openShop } from "@/lib/testing/open-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

async function authorised() {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  return { shop, paymentId };
}

const told = async (orderId: string) =>
  (await db.outboxMessage.findMany({ where: { orderId }, orderBy: { createdAt: "asc" } })).map(
    ({ topic, body }) => [topic, body],
  );

test("C27: the message that an order is paid is there with the payment, whoever hears the answer to execute", async () => {
  const { shop, paymentId } = await authorised();
  await shop.execute(paymentId);
  const { trxId } = await shop.payment(paymentId);
  expect(await told(shop.orderId)).toEqual([
    ["order-received", {}],
    ["order-paid", { trxId }],
  ]);
});

test("a doubt is told once, and only when it lasts longer than two minutes", async () => {
  const { shop, paymentId } = await authorised();
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  await simulator.fault({ operation: "query", fault: "status-500", times: "always" });
  await shop.execute(paymentId);
  await shop.letTimePass(100);
  await shop.query(paymentId);
  expect(await told(shop.orderId)).toEqual([["order-received", {}]]);
  for (let minutes = 0; minutes < 3; minutes++) {
    await shop.letTimePass(60);
    await shop.query(paymentId);
  }
  expect(await told(shop.orderId)).toEqual([
    ["order-received", {}],
    ["payment-in-doubt", {}],
  ]);
  await simulator.noFaults();
  await shop.letTimePass(60);
  await shop.query(paymentId);
  expect((await told(shop.orderId)).map(([topic]) => topic)).toEqual([
    "order-received",
    "payment-in-doubt",
    "order-paid",
  ]);
});

test("a doubt that ends within two minutes is never told", async () => {
  const { shop, paymentId } = await authorised();
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  await simulator.fault({ operation: "query", fault: "status-500", times: 1 });
  await shop.execute(paymentId);
  await shop.letTimePass(60);
  await shop.query(paymentId);
  await shop.letTimePass(600);
  await shop.query(paymentId);
  expect((await told(shop.orderId)).map(([topic]) => topic)).toEqual(["order-received", "order-paid"]);
});
