import { randomUUID } from "node:crypto";
import { createShopper } from "@/lib/auth/shopper";
import { db } from "@/lib/platform/db";
import type { PlaceOrderInput } from "./order-wish";
import { MAX_QUANTITY, placeOrder, type PlacedOrder, type PlaceOrderResult } from "./place-order";
import { readOrder } from "./read-order";

/** Puts an article on the shelf and returns its SKU. */
async function article({ stock = 10, priceInPoisha = 250_00 } = {}): Promise<string> {
  const sku = `PLACE-${randomUUID()}`;
  const text = { bn: "চা", en: "Tea" };
  await db.product.create({
    data: {
      slug: sku.toLowerCase(),
      position: 0,
      nameBn: text.bn,
      nameEn: text.en,
      summaryBn: text.bn,
      summaryEn: text.en,
      descriptionBn: [text.bn],
      descriptionEn: [text.en],
      originBn: text.bn,
      originEn: text.en,
      image: "/art/tea.svg",
      imageAltBn: text.bn,
      imageAltEn: text.en,
      details: [],
      variants: { create: { sku, priceInPoisha, weightInGrams: 100, stock } },
      category: {
        connectOrCreate: {
          where: { slug: "test" },
          create: {
            slug: "test",
            position: 99,
            nameBn: text.bn,
            nameEn: text.en,
            descriptionBn: text.bn,
            descriptionEn: text.en,
            image: "/art/tea.svg",
          },
        },
      },
    },
  });
  return sku;
}

const stockOf = async (sku: string) => (await db.variant.findUniqueOrThrow({ where: { sku } })).stock;

const place = (
  lines: PlaceOrderInput["lines"],
  more: Partial<PlaceOrderInput> = {},
): Promise<PlaceOrderResult> =>
  placeOrder({
    lines,
    contact: { name: "Rahima Khatun", phone: "+8801712345678" },
    delivery: { district: "dhaka", address: "Road 5" },
    locale: "en",
    ...more,
  });

function order(result: PlaceOrderResult): PlacedOrder {
  if (!result.ok) throw new Error(result.code);
  return result.order;
}

const stored = (placed: PlacedOrder) =>
  db.order.findUniqueOrThrow({ where: { id: placed.id }, include: { lines: { orderBy: { sku: "asc" } } } });

test("price, name and total are frozen: what the shop changes later does not change the order", async () => {
  const sku = await article({ priceInPoisha: 250_00 });
  const placed = order(await place([{ sku, quantity: 2 }]));
  await db.variant.update({
    where: { sku },
    data: { priceInPoisha: 999_00, product: { update: { nameEn: "Coffee" } } },
  });
  const view = await readOrder(placed.number, { accessToken: placed.accessToken });
  expect(view).toMatchObject({ subtotalInPoisha: 500_00, deliveryFeeInPoisha: 60_00, totalInPoisha: 560_00 });
  expect(view?.lines).toMatchObject([
    { sku, name: { en: "Tea", bn: "চা" }, unitPriceInPoisha: 250_00, quantity: 2 },
  ]);
});

test("an order takes its stock from the shelf at once", async () => {
  const sku = await article({ stock: 10 });
  await place([{ sku, quantity: 4 }]);
  expect(await stockOf(sku)).toBe(6);
});

test.each([
  ["dhaka", undefined, 60_00],
  ["dhaka", "dhanmondi", 60_00],
  ["dhaka", "savar", 90_00],
  ["gazipur", "tongi-east", 90_00],
  ["panchagarh", "boda", 120_00],
])("delivery to %s %s costs %i poisha on top of the goods", async (district, upazila, fee) => {
  const placed = order(
    await place([{ sku: await article(), quantity: 1 }], {
      delivery: { district, ...(upazila && { upazila }), address: "Road 5" },
    }),
  );
  expect(await stored(placed)).toMatchObject({
    subtotalInPoisha: 250_00,
    deliveryFeeInPoisha: fee,
    totalInPoisha: 250_00 + fee,
  });
});

test("goods above 3,000 taka travel free", async () => {
  const placed = order(await place([{ sku: await article({ priceInPoisha: 3000_01 }), quantity: 1 }]));
  expect(placed.totalInPoisha).toBe(3000_01);
});

test("a heavy parcel costs more by the begun kilogram, as the merchant's row says", async () => {
  const sku = await article();
  await db.variant.update({ where: { sku }, data: { weightInGrams: 1300 } });
  const placed = order(await place([{ sku, quantity: 3 }])); // 3.9 kg, of which 3 are included
  expect(await stored(placed)).toMatchObject({ deliveryFeeInPoisha: 75_00 });
});

test("what was promised stays on the order, with its upazila and its gift note, when the zone changes later", async () => {
  const placed = order(
    await place([{ sku: await article(), quantity: 1 }], {
      delivery: { district: "dhaka", upazila: "savar", address: "Road 5", giftNote: "শুভ জন্মদিন" },
    }),
  );
  await db.deliveryZone.update({ where: { code: "dhaka-suburbs" }, data: { daysTo: 9 } });
  const view = await readOrder(placed.number, { accessToken: placed.accessToken });
  await db.deliveryZone.update({ where: { code: "dhaka-suburbs" }, data: { daysTo: 3 } });
  expect(view).toMatchObject({
    delivery: { district: "dhaka", upazila: "savar", days: [2, 3] },
    giftNote: "শুভ জন্মদিন",
  });
});

test("VAT on top is added to the total, VAT within the price is not, and both stay on the order with their rate", async () => {
  const [within, onTop] = [await article({ priceInPoisha: 115_00 }), await article({ priceInPoisha: 33_33 })];
  const taxed = (sku: string, vatIsIncluded: boolean, vatRateInBasisPoints: number) =>
    db.product.update({ where: { slug: sku.toLowerCase() }, data: { vatIsIncluded, vatRateInBasisPoints } });
  await taxed(within, true, 1500);
  await taxed(onTop, false, 750);
  const placed = order(
    await place([
      { sku: within, quantity: 2 },
      { sku: onTop, quantity: 3 },
    ]),
  );
  await taxed(onTop, false, 0);
  const { lines, ...total } = await stored(placed);
  // 7.5 % of 99.99 taka are 7.49925: the line is rounded, and not the piece.
  expect(total).toMatchObject({
    subtotalInPoisha: 329_99,
    vatInPoisha: 37_50,
    vatAddedInPoisha: 7_50,
    totalInPoisha: 329_99 + 7_50 + 60_00,
  });
  const vatBySku = Object.fromEntries(lines.map((line) => [line.sku, line]));
  expect(vatBySku[within]).toMatchObject({
    vatInPoisha: 30_00,
    vatRateInBasisPoints: 1500,
    vatIsIncluded: true,
  });
  expect(vatBySku[onTop]).toMatchObject({
    vatInPoisha: 7_50,
    vatRateInBasisPoints: 750,
    vatIsIncluded: false,
  });
  await expect(db.order.update({ where: { id: placed.id }, data: { vatAddedInPoisha: 0 } })).rejects.toThrow(
    "order_total_adds_up",
  );
});

test("where the merchant does not deliver now, no order is placed and nothing is taken from the shelf", async () => {
  const sku = await article({ stock: 10 });
  await db.deliveryZone.update({ where: { code: "outside-dhaka" }, data: { isActive: false } });
  const delivery = { district: "feni", upazila: "feni-sadar", address: "Road 5" };
  const refused = await place([{ sku, quantity: 1 }], { delivery });
  await db.deliveryZone.update({ where: { code: "outside-dhaka" }, data: { isActive: true } });
  expect(refused).toEqual({ ok: false, code: "NOT_DELIVERED" });
  expect(await stockOf(sku)).toBe(10);
});

test("an upazila of another district is refused", async () => {
  const delivery = { district: "feni", upazila: "savar", address: "Road 5" };
  expect(await place([{ sku: await article(), quantity: 1 }], { delivery })).toEqual({
    ok: false,
    code: "UNKNOWN_DISTRICT",
  });
});

test("a district that does not exist is refused, and nothing is taken from the shelf", async () => {
  const sku = await article({ stock: 10 });
  const delivery = { district: "atlantis", address: "Road 5" };
  expect(await place([{ sku, quantity: 1 }], { delivery })).toEqual({ ok: false, code: "UNKNOWN_DISTRICT" });
  expect(await stockOf(sku)).toBe(10);
});

test("an article that does not exist is named, and nothing of the order is taken from the shelf", async () => {
  const sku = await article({ stock: 10 });
  expect(
    await place([
      { sku, quantity: 1 },
      { sku: "NO-SUCH-TEA", quantity: 1 },
    ]),
  ).toEqual({ ok: false, code: "UNKNOWN_SKU", sku: "NO-SUCH-TEA" });
  expect(await stockOf(sku)).toBe(10);
});

test("an order of nothing is refused", async () => {
  expect(await place([])).toEqual({ ok: false, code: "EMPTY_ORDER" });
});

test("more than there is in stock is refused, with what is left, and the other articles stay on the shelf", async () => {
  const [plenty, scarce] = [await article({ stock: 10 }), await article({ stock: 3 })];
  expect(
    await place([
      { sku: plenty, quantity: 5 },
      { sku: scarce, quantity: 4 },
    ]),
  ).toEqual({ ok: false, code: "OUT_OF_STOCK", sku: scarce, available: 3 });
  expect(await stockOf(plenty)).toBe(10);
  expect(await stockOf(scarce)).toBe(3);
});

test("30 buyers at once for 10 pieces: exactly ten get one, the others hear that none is left", async () => {
  const sku = await article({ stock: 10 });
  const results = await Promise.all(Array.from({ length: 30 }, () => place([{ sku, quantity: 1 }])));
  expect(results.filter((result) => result.ok)).toHaveLength(10);
  for (const result of results.filter((result) => !result.ok))
    expect(result).toEqual({ ok: false, code: "OUT_OF_STOCK", sku, available: 0 });
  expect(await stockOf(sku)).toBe(0);
  expect(await db.orderLine.count({ where: { sku } })).toBe(10);
});

test("buyers of the same two articles in different order do not lock each other out", async () => {
  const [one, two] = [await article({ stock: 20 }), await article({ stock: 20 })];
  const lines = [one, two].map((sku) => ({ sku, quantity: 1 }));
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, n) => place(n % 2 ? lines : lines.toReversed())),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(20);
  expect([await stockOf(one), await stockOf(two)]).toEqual([0, 0]);
});

test("the same article named twice is one line with both", async () => {
  const sku = await article({ stock: 10 });
  const line = (quantity: number) => ({ sku, quantity });
  const { lines } = await stored(order(await place([line(2), line(3)])));
  expect(lines).toMatchObject([{ sku, quantity: 5, unitPriceInPoisha: 250_00 }]);
  expect(await stockOf(sku)).toBe(5);
});

test("nobody orders more than a hundred of one article, however often it is named", async () => {
  const sku = await article({ stock: 500 });
  const line = { sku, quantity: 60 };
  expect(await place([line, line])).toEqual({ ok: false, code: "INVALID_QUANTITY", sku });
  expect(await stockOf(sku)).toBe(500);
  const { lines } = await stored(order(await place([{ sku, quantity: MAX_QUANTITY }])));
  expect(lines).toMatchObject([{ quantity: MAX_QUANTITY }]);
});

test.each([0, -1, 1e9, Number.NaN])(
  "a quantity of %p never changes what is on the shelf",
  async (quantity) => {
    const sku = await article({ stock: 10 });
    const result = await place([{ sku, quantity }]).catch(() => ({ ok: false }));
    expect(result.ok).toBe(false);
    expect(await stockOf(sku)).toBe(10);
  },
);

test("the same key twice places one order and tells it again", async () => {
  const sku = await article({ stock: 10 });
  const asked = { idempotencyKey: randomUUID() };
  const first = order(await place([{ sku, quantity: 1 }], asked));
  expect(order(await place([{ sku, quantity: 1 }], asked))).toEqual(first);
  expect(await stockOf(sku)).toBe(9);
});

test("the same key ten times at once places one order", async () => {
  const sku = await article({ stock: 50 });
  const asked = { idempotencyKey: randomUUID() };
  const results = await Promise.all(Array.from({ length: 10 }, () => place([{ sku, quantity: 1 }], asked)));
  expect(new Set(results.map((result) => order(result).number)).size).toBe(1);
  expect(await stockOf(sku)).toBe(49);
});

test("who bought the last piece and asks again is told of that order, not that none is left", async () => {
  const sku = await article({ stock: 1 });
  const asked = { idempotencyKey: randomUUID() };
  const results = await Promise.all(Array.from({ length: 5 }, () => place([{ sku, quantity: 1 }], asked)));
  results.push(await place([{ sku, quantity: 1 }], asked));
  expect(new Set(results.map((result) => order(result).number)).size).toBe(1);
});

test("the same key for other goods or another address is another order", async () => {
  const sku = await article({ stock: 10 });
  const asked = { idempotencyKey: randomUUID() };
  const placed = [
    await place([{ sku, quantity: 1 }], asked),
    await place([{ sku, quantity: 2 }], asked),
    await place([{ sku, quantity: 1 }], { ...asked, delivery: { district: "gazipur", address: "Road 5" } }),
  ];
  expect(new Set(placed.map((result) => order(result).number)).size).toBe(3);
});

test("another shopper's key opens nothing of that shopper's: it places an order of its own", async () => {
  const sku = await article({ stock: 10 });
  const [rahima, karim] = [await createShopper(), await createShopper()];
  const idempotencyKey = randomUUID();
  const first = order(await place([{ sku, quantity: 1 }], { idempotencyKey, shopperId: rahima.id }));
  const second = order(await place([{ sku, quantity: 1 }], { idempotencyKey, shopperId: karim.id }));
  const phone = { contact: { name: "Karim", phone: "+8801812345678" } };
  const third = order(await place([{ sku, quantity: 1 }], { idempotencyKey, ...phone }));
  expect(new Set([first, second, third].map(({ number }) => number)).size).toBe(3);
  expect(await readOrder(first.number, { shopperId: karim.id })).toBeNull();
});

test("stock is kept for an order for an hour", async () => {
  const { holdUntil, placedAt, status } = await stored(
    order(await place([{ sku: await article(), quantity: 1 }])),
  );
  expect(status).toBe("PENDING");
  expect(Math.round((holdUntil.getTime() - placedAt.getTime()) / 60_000)).toBe(60);
});
