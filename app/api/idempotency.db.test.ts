import { randomUUID } from "node:crypto";
import { openShop, type TestShop } from "@/lib/testing/open-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { answer, refuse } from "./respond";
import { oncePerKey } from "./idempotency";
import { POST as cancel } from "./payments/[provider]/cancel/route";
import { POST as create } from "./payments/[provider]/create/route";
import { POST as execute } from "./payments/[provider]/execute/route";

// The real routes with the payment core on a real PostgreSQL, and bKash answering from another process.

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const context = { params: Promise.resolve({ provider: "bkash" }) };

function ask(shop: TestShop, key: string | undefined, body: object): Request {
  return new Request("http://localhost:3200/api/payments/bkash/create", {
    method: "POST",
    body: JSON.stringify(body),
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${shop.viewer.accessToken}`,
      ...(key ? { "idempotency-key": key } : {}),
    },
  });
}

interface Told {
  status: number;
  isReplayed: boolean;
  retryAfter: string | null;
  body: { paymentId?: string; status?: string; error?: { code: string }; window?: { paymentID: string } };
}

async function told(response: Response): Promise<Told> {
  return {
    status: response.status,
    isReplayed: response.headers.get("idempotent-replayed") === "true",
    retryAfter: response.headers.get("retry-after"),
    body: (await response.json()) as Told["body"],
  };
}

const createAt = async (shop: TestShop, key?: string, orderNumber = shop.orderNumber) =>
  told(await create(ask(shop, key, { orderNumber }), context));

test("C01: a click that arrives twice, one after the other, opens one payment and both get its answer", async () => {
  const shop = await openShop();
  const key = randomUUID();
  const first = await createAt(shop, key);
  const second = await createAt(shop, key);
  expect([first.status, first.isReplayed]).toEqual([201, false]);
  expect(second).toEqual({ ...first, isReplayed: true });
  expect(await simulator.count("create")).toBe(1);
});

test("C01: a click that arrives many times at once opens one payment; who comes too early is told to come again", async () => {
  const shop = await openShop();
  const key = randomUUID();
  await simulator.fault({ operation: "create", fault: "slow", delayMs: 500 });
  const answers = await Promise.all(Array.from({ length: 12 }, () => createAt(shop, key)));
  const opened = answers.filter(({ status }) => status === 201);
  expect(opened.length).toBeGreaterThanOrEqual(1);
  for (const { status, retryAfter, body } of answers)
    if (status !== 201)
      expect([status, retryAfter, body.error?.code]).toEqual([409, "5", "PAYMENT_IN_PROGRESS"]);
  // What was refused for the moment was not kept: now everybody gets the payment.
  expect(await createAt(shop, key)).toMatchObject({ status: 201, isReplayed: true, body: opened[0]?.body });
  expect(await simulator.count("create")).toBe(1);
});

test("another body under the same key is refused, and nothing is done", async () => {
  const shop = await openShop();
  const key = randomUUID();
  await createAt(shop, key);
  const other = await createAt(shop, key, "S-999999999999");
  expect([other.status, other.body.error?.code]).toEqual([422, "IDEMPOTENCY_KEY_REUSED"]);
  expect(await simulator.count("create")).toBe(1);
});

test("two shoppers who happen to use one key do not meet", async () => {
  const [one, two] = [await openShop(), await openShop()];
  const key = randomUUID();
  const [first, second] = [await createAt(one, key), await createAt(two, key)];
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(first.body.paymentId).not.toBe(second.body.paymentId);
});

test("after an answer of 503 the same request may do better", async () => {
  const shop = await openShop();
  const key = randomUUID();
  await simulator.fault({ operation: "create", fault: "answer-lost", how: "reset" });
  expect((await createAt(shop, key)).status).toBe(503);
  const second = await createAt(shop, key);
  expect(second.status).toBe(201);
  expect((await createAt(shop, key)).body.paymentId).toBe(second.body.paymentId);
});

test("a final refusal is given again word for word; what was not found leaves no trace", async () => {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  await shop.execute(paymentId);
  const key = randomUUID();
  const first = await createAt(shop, key);
  expect([first.status, first.body.error?.code]).toEqual([409, "ALREADY_PAID"]);
  expect(await createAt(shop, key)).toEqual({ ...first, isReplayed: true });

  const missing = randomUUID();
  for (let tries = 0; tries < 2; tries++)
    expect(await createAt(shop, missing, "S-999999999999")).toMatchObject({ status: 404, isReplayed: false });
});

test("execute under a key moves the money once, and tells later what has become of the payment", async () => {
  const shop = await openShop();
  const key = randomUUID();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  await simulator.fault({ operation: "query", fault: "status-500", times: 1 });
  const send = async () => told(await execute(ask(shop, key, { paymentId }), context));
  expect(await send()).toMatchObject({ status: 202, isReplayed: false, body: { status: "UNCERTAIN" } });
  expect(await send()).toMatchObject({ status: 202, isReplayed: true, body: { status: "UNCERTAIN" } });
  await shop.letTimePass(10);
  await shop.query(paymentId);
  expect(await send()).toMatchObject({ status: 200, isReplayed: true, body: { status: "COMPLETED" } });
  expect(await simulator.count("execute")).toBe(1);
});

test("cancel under a key answers again, and its key does nothing at another payment", async () => {
  const shop = await openShop();
  const key = randomUUID();
  const { paymentId } = await shop.open();
  const send = async (id: string) => told(await cancel(ask(shop, key, { paymentId: id }), context));
  expect(await send(paymentId)).toMatchObject({ status: 200, body: { status: "CANCELLED" } });
  expect(await send(paymentId)).toMatchObject({ isReplayed: true, body: { status: "CANCELLED" } });
  const another = await shop.open();
  expect((await send(another.paymentId)).status).toBe(422);
  expect((await shop.payment(another.paymentId)).status).toBe("CREATED");
});

test("a key that is no key is refused before anything is done", async () => {
  const shop = await openShop();
  const refused = await createAt(shop, "short");
  expect([refused.status, refused.body.error?.code]).toEqual([400, "INVALID_REQUEST"]);
  expect(await simulator.count("create")).toBe(0);
});

test("a route that throws leaves its key free", async () => {
  const shop = await openShop();
  const request = () => ask(shop, "the-same-key", {});
  const what = { route: "test", viewer: shop.viewer, body: {} };
  await expect(oncePerKey(request(), what, () => Promise.reject(new Error("died")))).rejects.toThrow("died");
  const again = await oncePerKey(request(), what, () => Promise.resolve(answer({ done: true }, 201)));
  expect(again.status).toBe(201);
});

test("a refusal that says when to come again is not kept", async () => {
  const shop = await openShop();
  const request = () => ask(shop, randomUUID(), {});
  const asked = request();
  const what = { route: "test", viewer: shop.viewer, body: {} };
  const first = await oncePerKey(asked, what, () => Promise.resolve(refuse(asked, "TOO_MANY_PAYMENTS")));
  const second = await oncePerKey(asked, what, () => Promise.resolve(answer({ done: true })));
  expect([first.status, second.status]).toEqual([429, 200]);
});
