import { expect, test } from "@playwright/test";
import { ApiShopper } from "./support/api-shopper";
import { inDatabase, openAsMerchant } from "./support/back-office";
import { simulator } from "./support/simulator";

interface Subscriptions {
  subscriptions: { id: string; state: string }[];
  deliveries: { variant: string; trxID: string | null; attempts: { status: number | null }[] }[];
}

const webhooks = () => simulator.control<Subscriptions>("GET", "webhooks");

test.beforeEach(async () => {
  await simulator.reset();
  await inDatabase(`DELETE FROM "RateLimit" WHERE key LIKE 'sign-in:%'`);
  await inDatabase(`DELETE FROM "WebhookWindow"`);
});

test("bKash's own message has a payment asked about that we had given up; a forged one does nothing", async ({
  page,
  request,
  baseURL,
}) => {
  // bKash's support enters the shop's address; it waits until a merchant allows it.
  const url = `${baseURL}/api/payments/bkash/webhook`;
  const { id } = await simulator.control<{ id: string }>("POST", "webhooks/subscriptions", { url });
  const state = async () => (await webhooks()).subscriptions.find((each) => each.id === id)?.state;
  await openAsMerchant(page, "/admin/discrepancies/messages");
  await expect(page.getByText("subscription waits for you").first()).toBeVisible();
  expect(await state()).toBe("pending");
  await page.getByRole("button", { name: "Allow for 15 minutes" }).click();
  await expect(page.getByText("Allowed for 15 minutes.")).toBeVisible();
  await expect.poll(state).toBe("confirmed");

  // bKash takes the money; we believe that the shopper has gone.
  const shopper = await ApiShopper.placeOrder(request);
  const { paymentId, window } = await shopper.open();
  await simulator.authorise(window.paymentID);
  await simulator.control("PATCH", "settings", { webhookCopies: 0 });
  await simulator.fault({
    operation: "execute",
    fault: "answer-lost",
    how: "reset",
    paymentID: window.paymentID,
  });
  await simulator.fault({
    operation: "query",
    fault: "status-500",
    times: "always",
    paymentID: window.paymentID,
  });
  await shopper.execute(paymentId);
  await inDatabase(`UPDATE "Payment" SET status = 'DECLINED', "nextCheckAt" = NULL WHERE id = $1`, [
    paymentId,
  ]);
  await simulator.noFaults();

  const trxID = (await simulator.captures())[0]?.trxID;
  const answers = async (variant: string) =>
    (await webhooks()).deliveries
      .filter((each) => each.variant === variant && each.trxID === trxID)
      .flatMap(({ attempts }) => attempts.map(({ status }) => status));
  const before = await simulator.count("query", window.paymentID);
  for (const variant of [
    "bad-signature",
    "attacker-signature",
    "foreign-cert-url",
    "other-topic",
    "old-timestamp",
  ]) {
    await simulator.control("POST", "webhooks/send", { trxID, variant });
    await expect.poll(() => answers(variant)).toEqual([403]);
  }
  await simulator.control("POST", "webhooks/send", { trxID, variant: "oversized" });
  await expect.poll(() => answers("oversized")).toEqual([413]);
  expect(await simulator.count("query", window.paymentID)).toBe(before);

  await simulator.control("POST", "webhooks/send", { trxID, copies: 3 });
  await expect.poll(() => answers("genuine")).toEqual([200, 200, 200]);
  await expect.poll(async () => (await shopper.order()).status).toBe("PAID");
  const told = await inDatabase(
    `SELECT source::text FROM "PaymentEvent" WHERE "paymentId" = $1 AND "to" = 'COMPLETED'`,
    [paymentId],
  );
  expect(told.rows).toEqual([{ source: "webhook" }]);
  expect(await simulator.count("query", window.paymentID)).toBe(before + 1);
  await simulator.control("DELETE", `webhooks/subscriptions/${id}`);
});
