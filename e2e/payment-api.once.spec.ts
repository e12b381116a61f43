import { expect, test } from "@playwright/test";
import { ApiShopper, type PaymentAnswer } from "./support/api-shopper";
import { simulator } from "./support/simulator";

test.beforeEach(() => simulator.reset());

const executed = async (response: { json: () => Promise<unknown> }) =>
  (await response.json()) as PaymentAnswer;

test("one purchase is one create, one execute and no query at bKash", async ({ request }) => {
  const shopper = await ApiShopper.placeOrder(request);
  const { paymentId, window } = await shopper.open();
  await simulator.authorise(window.paymentID);
  const answer = await executed(await shopper.execute(paymentId));
  expect(answer).toMatchObject({
    status: "COMPLETED",
    orderStatus: "PAID",
    amountInPoisha: shopper.totalInPoisha,
  });
  expect((await shopper.query(paymentId)).status).toBe("COMPLETED");
  expect(await simulator.count("create")).toBe(1);
  expect(await simulator.count("execute")).toBe(1);
  expect(await simulator.count("query", window.paymentID)).toBe(0);
});

test("100 purchases in an hour take at most one token call", async ({ request }) => {
  test.setTimeout(180_000);
  await simulator.reset({ tokenCallCap: 2 });
  for (let bought = 0; bought < 100; bought++) {
    const shopper = await ApiShopper.placeOrder(request, bought % 2 ? "HAAT-TEX-002" : "HAAT-TEX-003");
    const { paymentId, window } = await shopper.open();
    await simulator.authorise(window.paymentID);
    expect((await executed(await shopper.execute(paymentId))).status).toBe("COMPLETED");
  }
  expect(await simulator.captures()).toHaveLength(100);
  expect((await simulator.count("grant")) + (await simulator.count("refresh"))).toBeLessThanOrEqual(1);
});

test("50 requests at once to execute one payment reach bKash once, and everybody learns that it is paid", async ({
  request,
}) => {
  const shopper = await ApiShopper.placeOrder(request);
  const { paymentId, window } = await shopper.open();
  await simulator.authorise(window.paymentID);
  await simulator.fault({ operation: "execute", fault: "slow", delayMs: 1500 });
  const answers = await Promise.all(Array.from({ length: 50 }, () => shopper.execute(paymentId)));
  for (const answer of answers) expect([200, 202]).toContain(answer.status());
  const statuses = await Promise.all(answers.map(async (answer) => (await executed(answer)).status));
  expect(new Set(statuses)).toEqual(new Set(["EXECUTING", "COMPLETED"]));
  expect(await simulator.count("execute", window.paymentID)).toBe(1);
  expect((await shopper.query(paymentId)).status).toBe("COMPLETED");
  expect(await simulator.captures()).toHaveLength(1);
});

test("a request that names an amount is refused, and bKash is not asked", async ({ request }) => {
  const shopper = await ApiShopper.placeOrder(request);
  for (const field of ["amount", "totalInPoisha", "currency", "price"]) {
    const response = await shopper.create({ [field]: 1 });
    expect(response.status()).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { code: "INVALID_REQUEST", fields: { [field]: expect.any(String) } },
    });
  }
  expect(await simulator.count("create")).toBe(0);
});

test("an order that is sent twice under one key is one order, and another one under that key is refused", async ({
  request,
}) => {
  const key = crypto.randomUUID();
  const place = async (quantity: number) => {
    const response = await request.post("/api/orders", {
      headers: { "idempotency-key": key },
      data: {
        lines: [{ sku: "HAAT-TEX-002", quantity }],
        contact: { name: "Rahima", phone: "01712345678" },
        delivery: { district: "dhaka", address: "House 12, Road 5, Dhanmondi" },
      },
    });
    const body = (await response.json()) as { orderNumber?: string; error?: { code: string } };
    return {
      status: response.status(),
      isReplayed: response.headers()["idempotent-replayed"] === "true",
      body,
    };
  };
  const first = await place(1);
  expect(first).toMatchObject({ status: 201, isReplayed: false });
  expect(await place(1)).toEqual({ ...first, isReplayed: true });
  expect(await place(2)).toMatchObject({ status: 422, body: { error: { code: "IDEMPOTENCY_KEY_REUSED" } } });
});

test("a price in an order is refused", async ({ request }) => {
  const response = await request.post("/api/orders", {
    data: {
      lines: [{ sku: "HAAT-TEX-002", quantity: 1, unitPriceInPoisha: 1 }],
      contact: { name: "Rahima", phone: "01712345678" },
      delivery: { district: "dhaka", address: "Road 5" },
    },
  });
  expect(response.status()).toBe(400);
});

test("another's order and payment are 404, whoever asks and however", async ({
  request,
  playwright,
  baseURL,
}) => {
  const owner = await ApiShopper.placeOrder(request);
  const stranger = await ApiShopper.placeOrder(request);
  const { paymentId } = await owner.open();
  const anonymous = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  const paths = [`/api/orders/${owner.orderNumber}`, `/api/payments/bkash/query?paymentId=${paymentId}`];
  for (const headers of [
    {},
    { authorization: `Bearer ${stranger.accessToken}` },
    { authorization: "Bearer x" },
  ]) {
    for (const path of paths) expect((await anonymous.get(path, { headers })).status()).toBe(404);
    const create = { headers, data: { orderNumber: owner.orderNumber } };
    expect((await anonymous.post("/api/payments/bkash/create", create)).status()).toBe(404);
    for (const verb of ["execute", "cancel"])
      expect(
        (await anonymous.post(`/api/payments/bkash/${verb}`, { headers, data: { paymentId } })).status(),
      ).toBe(404);
  }
  expect(await simulator.count("execute")).toBe(0);
  await anonymous.dispose();
});

test("an order that is paid cannot be paid again", async ({ request }) => {
  const shopper = await ApiShopper.placeOrder(request);
  const { paymentId, window } = await shopper.open();
  await simulator.authorise(window.paymentID);
  await shopper.execute(paymentId);
  const again = await shopper.create();
  expect(again.status()).toBe(409);
  expect(await again.json()).toMatchObject({ error: { code: "ALREADY_PAID" } });
  expect(await executed(await shopper.execute(paymentId))).toMatchObject({ status: "COMPLETED" });
  expect(await simulator.count("execute")).toBe(1);
});

test("the system's own door opens with its secret only", async ({ request }) => {
  for (const path of ["/api/cron/token", "/api/cron/jobs"]) {
    expect((await request.post(path)).status()).toBe(401);
    expect((await request.post(path, { headers: { authorization: "Bearer wrong" } })).status()).toBe(401);
    const known = { headers: { authorization: `Bearer ${process.env.CRON_SECRET}` } };
    expect((await request.post(path, known)).status()).toBe(200);
  }
});

test("the API describes itself", async ({ request }) => {
  const document = (await (await request.get("/api/openapi.json")).json()) as {
    openapi: string;
    paths: object;
  };
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining([
      "/api/orders",
      "/api/payments/{provider}/create",
      "/api/payments/{provider}/execute",
      "/api/health",
    ]),
  );
  expect(await (await request.get("/api/health")).json()).toEqual({ status: "ok", database: "ok" });
});
