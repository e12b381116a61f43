import { coverageOf } from "./statement-coverage";

const NOW = new Date("2026-11-23T09:00:00Z"); // 15:00 in Dhaka
const dhaka = (text: string) => new Date(`${text}+06:00`);
const lines = [{ at: dhaka("2026-11-20T10:00:00") }, { at: dhaka("2026-11-18T09:30:00") }];
const covers = (from: string | null, until: string | null, of = lines) =>
  coverageOf(of, { from, until }, NOW);

test("without a word of the merchant a statement covers from the first line's whole day to its last line", () => {
  expect(covers(null, null)).toEqual({
    from: dhaka("2026-11-18T00:00:00"),
    until: dhaka("2026-11-20T10:00:00"),
  });
});

test("days that the merchant names are covered whole, also where nothing moved", () => {
  expect(covers("2026-11-15", "2026-11-22")).toEqual({
    from: dhaka("2026-11-15T00:00:00"),
    until: dhaka("2026-11-23T00:00:00"),
  });
});

test("today is covered to the last line only, whatever the merchant names: the day is not over", () => {
  expect(covers("2026-11-18", "2026-11-23").until).toEqual(dhaka("2026-11-20T10:00:00"));
  expect(covers("2026-11-18", "2027-01-01").until).toEqual(dhaka("2026-11-20T10:00:00"));
});

test("lines outside the days that the merchant names widen them", () => {
  expect(covers("2026-11-19", "2026-11-19")).toEqual({
    from: dhaka("2026-11-18T00:00:00"),
    until: dhaka("2026-11-21T00:00:00"),
  });
});

test("a line just after midnight in Dhaka belongs to its own day, though it is yesterday in London", () => {
  expect(covers(null, null, [{ at: dhaka("2026-11-19T00:05:00") }]).from).toEqual(
    dhaka("2026-11-19T00:00:00"),
  );
});
