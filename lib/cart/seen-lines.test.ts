import { poisha } from "@/lib/kernel/money";
import type { CartLineView, CartView } from "./cart-view";
import { isStillTrue, readSeenLines, writeSeenLines } from "./seen-lines";

const line = (sku: string, quantity: number, taka: number): CartLineView => ({
  sku,
  slug: sku,
  name: sku,
  choice: "",
  image: "",
  imageAlt: "",
  unitPrice: poisha(taka * 100),
  quantity,
  askedQuantity: quantity,
  maxQuantity: 20,
  lineTotal: poisha(taka * 100 * quantity),
  vatRateInBasisPoints: 0,
  vatIsIncluded: true,
  weightInGrams: 500 * quantity,
  problem: quantity === 0 ? "SOLD_OUT" : null,
});
const cart = (...lines: CartLineView[]): CartView => ({
  id: "cart",
  lines,
  count: 0,
  subtotal: poisha(0),
  vat: poisha(0),
  vatAdded: poisha(0),
  weightInGrams: 0,
  coupon: null,
});

test("what was on the screen is read back, without what is sold out", () => {
  const seen = writeSeenLines(cart(line("HAAT-1", 2, 320), line("HAAT-2", 0, 50), line("HAAT-3", 20, 1)));
  expect(readSeenLines(seen)).toEqual([
    { sku: "HAAT-1", quantity: 2, unitPrice: 32000 },
    { sku: "HAAT-3", quantity: 20, unitPrice: 100 },
  ]);
});

test("a form that was tampered with is not read", () => {
  for (const text of [
    "",
    " ",
    "HAAT-1",
    "HAAT-1*0@100",
    "HAAT-1*21@100",
    "HAAT-1*-1@100",
    "HAAT-1*1@1e3",
    "A*1@1  B*1@1",
  ])
    expect(readSeenLines(text)).toBeNull();
  expect(readSeenLines(Array.from({ length: 51 }, (_, n) => `S${n}*1@1`).join(" "))).toBeNull();
});

test("a shopper orders what was seen at the price that was seen, or is asked again", () => {
  const seen = readSeenLines("HAAT-1*2@32000") ?? [];
  expect(isStillTrue(seen, cart(line("HAAT-1", 2, 320)))).toBe(true);
  expect(isStillTrue(seen, cart(line("HAAT-1", 2, 330)))).toBe(false);
  expect(isStillTrue(seen, cart(line("HAAT-2", 2, 320)))).toBe(false);
});
