import { randomUUID } from "node:crypto";
import { openShop, type TestShop } from "@/lib/testing/open-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { POST as create } from "./payments/[provider]/create/route";
import { GET as query } from "./payments/[provider]/query/route";
import { POST as placeOrder } from "./orders/route";

// The real routes: what is too much is refused before bKash or the stock hears of it.

jest.mock("next/headers", () => ({ cookies: () => Promise.resolve({ get: () => undefined }) }));

Object.assign(process.env, {
  PAYMENTS_PER_SESSION: "2",
  ORDERS_PER_ADDRESS: "3",
  QUESTIONS_PER_SECOND: "1",
  TRUSTED_PROXY_HEADER: "X-Real-IP",
});

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
  await simulator.reset();
});
afterAll(() => simulator.stop());

const context = { params: Promise.resolve({ provider: "bkash" }) };
const address = (last: number) => ({ "x-real-ip": `103.5.6.${last}` });
const post = (path: string, body: object, headers: Record<string, string>) =>
  new Request(`http://localhost:3200/api/${path}`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });
const told = async (response: Response) => ({
  status: response.status,
  retryAfter: Number(response.headers.get("retry-after")),
  code: ((await response.json()) as { error?: { code: string } }).error?.code,
});
const click = async (shop: TestShop, key: string) =>
  told(
    await create(
      post(
        "payments/bkash/create",
        { orderNumber: shop.orderNumber },
        { authorization: `Bearer ${shop.viewer.accessToken}`, "idempotency-key": key, ...address(1) },
      ),
      context,
    ),
  );

test("S23: what is too much is refused with 429 and a time, and the same click sent again is not counted again", async () => {
  const shop = await openShop();
  const first = randomUUID();
  for (let again = 0; again < 5; again++) expect((await click(shop, first)).status).toBe(201);
  expect((await click(shop, randomUUID())).status).toBe(201);
  const refused = randomUUID();
  for (let again = 0; again < 3; again++) {
    const { status, code, retryAfter } = await click(shop, refused);
    expect([status, code]).toEqual([429, "TOO_MANY_REQUESTS"]);
    expect(retryAfter).toBeGreaterThan(3000);
  }
  expect(await simulator.count("create")).toBe(2);
});

test("S23: one script cannot hold the stock: beyond the limit no order is placed", async () => {
  const order = {
    lines: [{ sku: `NONE-${randomUUID()}`, quantity: 1 }],
    contact: { name: "Rahima Khatun", phone: "01712345678" },
    delivery: { district: "dhaka", address: "House 12, Road 5, Dhanmondi" },
  };
  const answers = await Promise.all(
    Array.from({ length: 12 }, async () =>
      told(await placeOrder(post("orders", order, address(9)), undefined)),
    ),
  );
  expect(answers.filter(({ code }) => code === "TOO_MANY_REQUESTS")).toHaveLength(9);
  expect(answers.filter(({ code }) => code === "UNKNOWN_SKU")).toHaveLength(3);
});

test("S23: whoever asks without a pause is told to wait a second, and others are answered", async () => {
  const ask = async (token: string) =>
    told(
      await query(
        new Request(`http://localhost:3200/api/payments/bkash/query?paymentId=${randomUUID()}`, {
          headers: { authorization: `Bearer ${token}` },
        }),
        context,
      ),
    );
  const hasty = "h".repeat(43);
  const answers = await Promise.all(Array.from({ length: 60 }, () => ask(hasty)));
  expect(answers.filter(({ code }) => code === "PAYMENT_NOT_FOUND").length).toBeGreaterThanOrEqual(30);
  expect(
    answers.filter(({ status, retryAfter }) => status === 429 && retryAfter === 1).length,
  ).toBeGreaterThan(20);
  expect((await ask("c".repeat(43))).code).toBe("PAYMENT_NOT_FOUND");
});
