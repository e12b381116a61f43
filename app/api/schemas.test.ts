import fc from "fast-check";
import { API_ERRORS } from "./errors";
import { createPaymentRequest, idempotencyKeyHeader, paymentRequest, placeOrderRequest } from "./schemas";

const order = (changed: Record<string, unknown> = {}) => ({
  lines: [{ sku: "TEA-100", quantity: 2 }],
  contact: { name: "Rahima Khatun", phone: "01712-345678" },
  delivery: { district: "dhaka", address: "Road 5" },
  ...changed,
});
const PAYMENT_ID = "0c1d9f6e-4f0e-4d0c-9a53-0c8f3f1f6a11";

const isOrder = (value: unknown) => placeOrderRequest.safeParse(value).success;

/** Every object inside a value, with the value itself. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

test("an order says what is bought, by whom and where it goes; Bangla is the default", () => {
  expect(placeOrderRequest.parse(order())).toEqual({
    ...order({ contact: { name: "Rahima Khatun", phone: "+8801712345678" } }),
    locale: "bn",
  });
});

test("a price, an amount or any other word that is not asked for is refused, wherever it stands", () => {
  const money = fc.constantFrom(
    "amount",
    "price",
    "unitPriceInPoisha",
    "totalInPoisha",
    "discount",
    "status",
    "id",
    "currency",
  );
  fc.assert(
    fc.property(fc.oneof(money, fc.string()), fc.jsonValue(), fc.nat(), (word, value, place) => {
      const tampered: Record<string, unknown> = structuredClone(order({ locale: "en" }));
      const places = objectsIn(tampered);
      const target = places[place % places.length] ?? tampered;
      fc.pre(!Object.hasOwn(target, word) && !["__proto__", "email", "note"].includes(word));
      target[word] = value;
      expect(isOrder(tampered)).toBe(false);
    }),
  );
  for (const word of ["amount", "currency", "totalInPoisha"])
    expect(createPaymentRequest.safeParse({ orderNumber: "S-10001", [word]: 1 }).success).toBe(false);
  for (const word of ["amount", "trxID", "status", "orderNumber"])
    expect(paymentRequest.safeParse({ paymentId: PAYMENT_ID, [word]: 1 }).success).toBe(false);
});

test.each([0, -1, 101, 1e9, 1.5, "2", null, true, [2], Number.NaN, Infinity, -0.5])(
  "a quantity of %p is refused",
  (quantity) => {
    expect(isOrder(order({ lines: [{ sku: "TEA-100", quantity }] }))).toBe(false);
  },
);

test.each([1, 100])("a quantity of %p is accepted", (quantity) => {
  expect(isOrder(order({ lines: [{ sku: "TEA-100", quantity }] }))).toBe(true);
});

test("an order has between one and fifty lines", () => {
  const lines = (count: number) => Array.from({ length: count }, () => ({ sku: "TEA-100", quantity: 1 }));
  expect([0, 1, 50, 51].map((count) => isOrder(order({ lines: lines(count) })))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test.each(["", "12345", "0171234567", "+14155550100", "01212345678", "017123456789", 1712345678, null])(
  "%p is no mobile number of Bangladesh",
  (phone) => {
    expect(isOrder(order({ contact: { name: "Rahima", phone } }))).toBe(false);
  },
);

test("texts are neither empty, nor endless, nor hold what cannot be printed", () => {
  for (const address of ["", "   ", "x".repeat(501), "Road 5\0", "Road\u001b[31m 5", "Road\u0007", 5, null])
    expect(isOrder(order({ delivery: { district: "dhaka", address } }))).toBe(false);
  for (const address of ["সড়ক ৫, ধানমন্ডি", "Road 5, <b>Dhaka</b> & 'co'", "x".repeat(500)])
    expect(isOrder(order({ delivery: { district: "dhaka", address } }))).toBe(true);
});

test("text that no database stores is refused: half a character", () => {
  expect(isOrder(order({ delivery: { district: "dhaka", address: "Road \ud800" } }))).toBe(false);
  expect(isOrder(order({ contact: { name: "\udfff", phone: "01712345678" } }))).toBe(false);
});

test.each([
  "10001",
  "S-",
  "S-1e3",
  "s-10001",
  "S-10001 ",
  " S-10001",
  "S-10001\n",
  "S-1234567890123",
  "",
  null,
  10001,
])("%p is no order number", (orderNumber) => {
  expect(createPaymentRequest.safeParse({ orderNumber }).success).toBe(false);
});

test.each(["", "1", `${PAYMENT_ID} `, "../create", PAYMENT_ID.replaceAll("-", ""), null, 1])(
  "%p is no payment id",
  (paymentId) => {
    expect(paymentRequest.safeParse({ paymentId }).success).toBe(false);
  },
);

test("an idempotency key is long enough not to be met by chance, and plain", () => {
  const accepted = (key: unknown) => idempotencyKeyHeader.safeParse(key).success;
  for (const key of [undefined, PAYMENT_ID, "12345678", "x".repeat(100)]) expect(accepted(key)).toBe(true);
  for (const key of ["", "1234567", "x".repeat(101), "with space", "a:b:c:d:e", "line\nbreak"])
    expect(accepted(key)).toBe(false);
});

test("no JSON whatsoever breaks the check or changes an object of ours", () => {
  const hostile =
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"lines":[{"__proto__":{"sku":"A"}}]}';
  for (const shape of [placeOrderRequest, createPaymentRequest, paymentRequest]) {
    expect(shape.safeParse(JSON.parse(hostile)).success).toBe(false);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => shape.safeParse(value).success === false),
      { numRuns: 300 },
    );
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.each(Object.entries(API_ERRORS))(
  "%s has a status, and says what to do in both languages",
  (code, error) => {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    expect(error.status).toBeGreaterThanOrEqual(400);
    expect(error.status).toBeLessThan(600);
    expect(error.en).toMatch(/^(bKash |[A-Z]).+\.$/);
    expect(error.bn).toMatch(/\p{Script=Bengali}.+।$/u);
  },
);

test("while a payment may have taken money, no error says that none was taken", () => {
  expect(API_ERRORS.PAYMENT_IN_PROGRESS.en).toMatch(/Do not pay again/);
  for (const code of [
    "PAYMENT_IN_PROGRESS",
    "UNEXPECTED",
    "TEMPORARILY_UNAVAILABLE",
    "ALREADY_PAID",
  ] as const) {
    expect(API_ERRORS[code].en).not.toMatch(/No money/i);
    expect(API_ERRORS[code].bn).not.toMatch(/টাকা কাটা হয়নি/);
  }
});

test("whatever one language says about money, the other says too", () => {
  for (const { en, bn } of Object.values(API_ERRORS))
    expect(bn.includes("কোনো টাকা কাটা হয়নি")).toBe(en.includes("No money was taken"));
});
