import { poisha } from "@/lib/kernel/money";
import { vatOf, vatOfLines } from "./vat";

const included = (percent: number) => ({ vatRateInBasisPoints: percent * 100, vatIsIncluded: true });
const onTop = (percent: number) => ({ vatRateInBasisPoints: percent * 100, vatIsIncluded: false });

test("15 % within 115 taka are 15 taka, and so are 15 % on top of 100", () => {
  expect(vatOf(poisha(115_00), included(15))).toBe(15_00);
  expect(vatOf(poisha(100_00), onTop(15))).toBe(15_00);
});

test("without a rate there is no VAT", () => {
  expect(vatOf(poisha(999_99), included(0))).toBe(0);
  expect(vatOf(poisha(999_99), onTop(0))).toBe(0);
});

test("half a poisha is rounded up, and less is dropped", () => {
  expect(vatOf(poisha(10), onTop(5))).toBe(1); // 0.5
  expect(vatOf(poisha(9), onTop(5))).toBe(0); // 0.45
  expect(vatOf(poisha(100), included(7.5))).toBe(7); // 6.98
  expect(vatOf(poisha(21_47_483_647), onTop(100))).toBe(21_47_483_647);
});

const two = [
  { lineTotal: poisha(115_00), ...included(15) },
  { lineTotal: poisha(200_00), ...onTop(5) },
];

test("only what is not in the prices comes on top", () => {
  expect(vatOfLines(two, poisha(0))).toEqual({ vat: 25_00, vatAdded: 10_00, vatOfEach: [15_00, 10_00] });
  expect(vatOfLines([], poisha(0))).toEqual({ vat: 0, vatAdded: 0, vatOfEach: [] });
});

test("a discount lowers the VAT of each line in proportion, to nothing when the goods cost nothing", () => {
  expect(vatOfLines(two, poisha(157_50)).vatOfEach).toEqual([7_50, 5_00]);
  expect(vatOfLines(two, poisha(315_00))).toEqual({ vat: 0, vatAdded: 0, vatOfEach: [0, 0] });
});
