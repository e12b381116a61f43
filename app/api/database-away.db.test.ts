import { wireDatabase, type DatabaseWire } from "@/lib/testing/cut-database";
import { openShop, type TestShop } from "@/lib/testing/open-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { POST as create } from "./payments/[provider]/create/route";
import { POST as execute } from "./payments/[provider]/execute/route";

let simulator: RunningSimulator;
let database: DatabaseWire;
beforeAll(async () => {
  database = await wireDatabase();
  simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(async () => {
  await simulator.stop();
  await database.close();
});

const context = { params: Promise.resolve({ provider: "bkash" }) };

const request = (shop: TestShop, body: object) =>
  new Request("http://localhost:3200/api/payments/bkash", {
    method: "POST",
    body: JSON.stringify(body),
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${shop.viewer.accessToken}`,
    },
  });

async function expectToComeBack(response: Response): Promise<void> {
  expect(response.status).toBe(503);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await response.json()).toMatchObject({ error: { code: "TEMPORARILY_UNAVAILABLE" } });
}

test("C03: without its database the shop asks to come back, and bKash is never called", async () => {
  const shop = await openShop();
  database.cut();
  await expectToComeBack(await create(request(shop, { orderNumber: shop.orderNumber }), context));
  expect(await simulator.count("create")).toBe(0);

  database.mend();
  expect((await create(request(shop, { orderNumber: shop.orderNumber }), context)).status).toBe(201);
});

test("C14: without its database nothing is claimed and nothing executed; the shopper's next try pays", async () => {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  database.cut();
  await expectToComeBack(await execute(request(shop, { paymentId }), context));
  expect(await simulator.count("execute")).toBe(0);

  database.mend();
  expect(await shop.payment(paymentId)).toMatchObject({ status: "CREATED" });
  const paid = await execute(request(shop, { paymentId }), context);
  expect(await paid.json()).toMatchObject({ status: "COMPLETED", orderStatus: "PAID" });
  expect(await simulator.count("execute", paymentID)).toBe(1);
});
