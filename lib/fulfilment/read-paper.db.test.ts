import { randomUUID } from "node:crypto";
import { placeOrder } from "@/lib/orders/place-order";
import { db } from "@/lib/platform/db";
import { stockArticle } from "@/lib/testing/open-shop";
import { readPapers, type Paper } from "./read-paper";

interface Article {
  price: number;
  percent: number;
  vatIsIncluded: boolean;
  quantity?: number;
}

async function aCoupon(amountInPoisha: number): Promise<string> {
  const { code } = await db.coupon.create({
    data: { code: `T-${randomUUID().slice(0, 8).toUpperCase()}`, kind: "FIXED_AMOUNT", amountInPoisha },
  });
  return code;
}

/** The paper of an order for these articles, with so much off. */
async function paperOf(articles: readonly Article[], off: number): Promise<Paper> {
  const lines = [];
  for (const { price, percent, vatIsIncluded, quantity = 1 } of articles) {
    const sku = `PAPER-${randomUUID()}`;
    await stockArticle(sku, price, 100);
    await db.product.updateMany({
      where: { variants: { some: { sku } } },
      data: { vatRateInBasisPoints: percent * 100, vatIsIncluded },
    });
    lines.push({ sku, quantity });
  }
  const placed = await placeOrder({
    lines,
    contact: { name: "Rahima Khatun", phone: "+8801712345678" },
    delivery: { district: "dhaka", address: "Road 5" },
    locale: "en",
    ...(off > 0 ? { couponCode: await aCoupon(off) } : {}),
  });
  if (!placed.ok) throw new Error(placed.code);
  const [paper] = await readPapers([placed.order.id], "en");
  if (!paper) throw new Error("no paper");
  return paper;
}

const adds = (amounts: number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

test.each([
  ["115 with VAT in it", { price: 115_00, vatIsIncluded: true }, 0, [0, 100_00, 15_00, 115_00]],
  [
    "115 with VAT in it, 10 % off",
    { price: 115_00, vatIsIncluded: true },
    11_50,
    [11_50, 90_00, 13_50, 103_50],
  ],
  ["100 and VAT on top", { price: 100_00, vatIsIncluded: false }, 0, [0, 100_00, 15_00, 115_00]],
  [
    "100 and VAT on top, 10 % off",
    { price: 100_00, vatIsIncluded: false },
    10_00,
    [10_00, 90_00, 13_50, 103_50],
  ],
] as const)(
  "%s: value, VAT and total of a line are of what is paid for it",
  async (_, article, off, line) => {
    const paper = await paperOf([{ ...article, percent: 15 }], off);
    const shown = paper.lines.map((one) => [
      one.discountInPoisha,
      one.valueInPoisha,
      one.vatInPoisha,
      one.totalInPoisha,
    ]);
    expect(shown).toEqual([line]);
  },
);

test("lines of odd prices and all kinds of VAT add up to the order's sums, to the poisha", async () => {
  const paper = await paperOf(
    [
      { price: 33_33, percent: 15, vatIsIncluded: true, quantity: 3 },
      { price: 7_77, percent: 7.5, vatIsIncluded: false, quantity: 7 },
      { price: 1_01, percent: 5, vatIsIncluded: true },
      { price: 19_99, percent: 0, vatIsIncluded: true },
      { price: 13, percent: 15, vatIsIncluded: false },
    ],
    17_77,
  );
  expect(adds(paper.lines.map((line) => line.discountInPoisha))).toBe(paper.discountInPoisha);
  expect(adds(paper.lines.map((line) => line.vatInPoisha))).toBe(paper.vatInPoisha);
  expect(adds(paper.lines.map((line) => line.totalInPoisha)) + paper.deliveryFeeInPoisha).toBe(
    paper.totalInPoisha,
  );
  for (const line of paper.lines) {
    expect(line.valueInPoisha + line.vatInPoisha).toBe(line.totalInPoisha);
    const ofTheRate = (line.valueInPoisha * line.vatRateInBasisPoints) / 10_000;
    expect(Math.abs(line.vatInPoisha - ofTheRate)).toBeLessThanOrEqual(1);
  }
});
