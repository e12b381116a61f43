import { fiscalYearOf, invoiceName } from "./fiscal-year";

test.each([
  ["the last moment of June in Dhaka", "2026-06-30T17:59:59.999Z", "2025-26"],
  ["the first moment of July in Dhaka", "2026-06-30T18:00:00.000Z", "2026-27"],
  ["a day in winter", "2027-01-01T00:00:00.000Z", "2026-27"],
  ["the turn of the century", "2099-08-01T00:00:00.000Z", "2099-00"],
])("%s belongs to its fiscal year", (_what, at, year) => {
  expect(fiscalYearOf(new Date(at))).toBe(year);
});

test("an invoice is called by its year and number", () => {
  expect(invoiceName({ series: "2026-27", number: 42 })).toBe("INV-2026-27-000042");
});
