import { expect, request as http, test } from "@playwright/test";
import { Client } from "pg";
import { ApiShopper } from "./support/api-shopper";
import { OwnShop } from "./support/own-shop";
import { simulator } from "./support/simulator";

let database: Client;
test.beforeAll(async () => {
  database = new Client({ connectionString: process.env.DATABASE_URL });
  await database.connect();
});
test.afterAll(() => database.end());
test.beforeEach(() => simulator.reset());

const statusOf = async (paymentId: string) =>
  (await database.query<{ status: string }>('SELECT status FROM "Payment" WHERE id = $1', [paymentId]))
    .rows[0]?.status;

/** The claim's lease is 75 s; the test lets that time pass in the database instead of waiting. */
const letTheLeaseRunOut = (paymentId: string) =>
  database.query(`UPDATE "Payment" SET "nextCheckAt" = now() - interval '1 second' WHERE id = $1`, [
    paymentId,
  ]);

for (const [fault, outcome] of [
  ["answer-lost", "had taken the money: the order is paid"],
  ["never-arrived", "had not heard of it: the shopper can pay anew, and pays once"],
] as const) {
  test(`the shop is killed between execute and its answer; bKash ${outcome}`, async () => {
    test.setTimeout(120_000);
    const shop = await OwnShop.start();
    try {
      const request = await http.newContext({ baseURL: shop.url });
      const shopper = await ApiShopper.placeOrder(request);
      const { paymentId, window } = await shopper.open();
      await simulator.authorise(window.paymentID);
      await simulator.fault({ operation: "execute", fault, paymentID: window.paymentID });
      const answer = shopper.execute(paymentId).catch(() => "the connection died");
      await expect.poll(() => simulator.count("execute", window.paymentID)).toBe(1);
      await shop.kill();
      expect(await answer).toBe("the connection died");
      expect(await statusOf(paymentId)).toBe("EXECUTING");

      await letTheLeaseRunOut(paymentId);
      await shop.restart();
      // Nobody looks at the page: the jobs of the new process do it by themselves, at their start and every minute.
      await expect.poll(() => statusOf(paymentId), { timeout: 90_000 }).toMatch(/COMPLETED|UNCERTAIN/);

      if (fault === "answer-lost") {
        expect(await shopper.order()).toMatchObject({ status: "PAID", mayPay: false });
      } else {
        await database.query(
          `UPDATE "Payment" SET "executingSince" = now() - interval '121 seconds', "nextCheckAt" = now() WHERE id = $1`,
          [paymentId],
        );
        expect((await shopper.query(paymentId)).status).toBe("WATCH");
        const again = await shopper.open();
        await simulator.authorise(again.window.paymentID);
        await shopper.execute(again.paymentId);
        expect(await shopper.order()).toMatchObject({ status: "PAID" });
      }
      expect(await simulator.captures()).toHaveLength(1);
      expect(await simulator.count("execute", window.paymentID)).toBe(1);
      await request.dispose();
    } finally {
      await shop.kill();
    }
  });
}
