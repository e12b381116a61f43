import fc from "fast-check";
import { formatTaka, parseTaka, poisha, shareOut, sum, takaText, times } from "./money";

test("an amount that is not a whole number of poisha is refused", () => {
  for (const bad of [1.5, -1, NaN, Infinity, 2 ** 60]) expect(() => poisha(bad)).toThrow(RangeError);
  expect(() => poisha(1.5)).toThrow("Not a poisha amount: 1.5");
});

test("adding and multiplying stay whole", () => {
  expect(times(poisha(8550), 3)).toBe(25650);
  expect(sum([poisha(1), poisha(2), poisha(3)])).toBe(6);
  expect(sum([])).toBe(0);
});

test("what we send to a wallet reads back as the same amount", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (n) => parseTaka(takaText(poisha(n))) === n),
  );
});

test("a wallet's amount is compared by value, not by spelling", () => {
  expect(["100", "100.0", "100.00"].map(parseTaka)).toEqual([10000, 10000, 10000]);
  expect(parseTaka("85.5")).toBe(8550);
});

test("text that is not plain taka is not an amount", () => {
  for (const bad of [
    "",
    "1,500",
    "-5",
    "+5",
    "1e3",
    "1.234",
    ".5",
    "5.",
    " 5",
    "5 ",
    "১০",
    "NaN",
    "0x10",
    "1234567890",
  ])
    expect(parseTaka(bad)).toBeNull();
});

test("amounts are shown with the taka sign in front, grouped by lakh, in the reader's digits", () => {
  expect(formatTaka(poisha(12345650), "en")).toBe("৳1,23,456.50");
  expect(formatTaka(poisha(12345650), "bn")).toBe("৳১,২৩,৪৫৬.৫০");
  expect(formatTaka(poisha(120000), "en")).toBe("৳1,200");
  expect(formatTaka(poisha(99900), "en")).toBe("৳999");
  expect(formatTaka(poisha(1234567800), "en")).toBe("৳1,23,45,678");
  expect(formatTaka(poisha(5), "en")).toBe("৳0.05");
});

test("shares are in proportion and add up to what is shared out, to the poisha", () => {
  expect(shareOut(poisha(100), [poisha(333), poisha(333), poisha(334)])).toEqual([33, 33, 34]);
  expect(shareOut(poisha(0), [poisha(0)])).toEqual([0]);
  const parts = fc.array(fc.nat(1_000_000_000).map(poisha), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(parts, fc.double({ min: 0, max: 1, noNaN: true }), (among, part) => {
      const amount = poisha(Math.floor(sum(among) * part));
      const shares = shareOut(amount, among);
      expect(sum(shares)).toBe(amount);
      // Nobody gives more than there is.
      expect(shares.every((share, n) => share <= (among[n] ?? 0))).toBe(true);
    }),
  );
});
