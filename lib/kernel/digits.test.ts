import { intlLocale, longDate } from "./dates";
import { formatTaka, inChosenDigits, localDigits, poisha } from "./money";

const day = new Date("2026-11-22T20:00:00Z"); // the 23rd already, in Dhaka

test("Bangla prices, counts and dates are in Bengali digits, or in Latin ones where the merchant wants that", () => {
  expect(formatTaka(poisha(12345650), "bn", "bengali")).toBe("৳১,২৩,৪৫৬.৫০");
  expect(formatTaka(poisha(12345650), "bn", "latin")).toBe("৳1,23,456.50");
  expect(localDigits("99+", "bn", "bengali")).toBe("৯৯+");
  expect(localDigits("99+", "bn", "latin")).toBe("99+");
  expect(longDate(day, "bn", "bengali")).toBe("২৩ নভেম্বর, ২০২৬");
  expect(longDate(day, "bn", "latin")).toBe("23 নভেম্বর, 2026");
  expect(inChosenDigits("৬৪ জেলায়", "bengali")).toBe("৬৪ জেলায়");
  expect(inChosenDigits("৬৪ জেলায়", "latin")).toBe("64 জেলায়");
});

test("English is the same in either", () => {
  for (const digits of ["bengali", "latin"] as const) {
    expect(formatTaka(poisha(12345650), "en", digits)).toBe("৳1,23,456.50");
    expect(longDate(day, "en", digits)).toBe("23 November 2026");
    expect(intlLocale("en", digits)).toBe("en-GB");
  }
});
