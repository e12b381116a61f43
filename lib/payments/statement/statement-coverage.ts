/** Days on Dhaka's calendar, `2026-11-23`, both included. Null where nobody said. */
export interface Period {
  from: string | null;
  until: string | null;
}

const DAY_MS = 86_400_000;
const DHAKA_MS = 6 * 3_600_000;

const dayOf = (at: Date): number => Math.floor((at.getTime() + DHAKA_MS) / DAY_MS);
const beginningOf = (day: number): Date => new Date(day * DAY_MS - DHAKA_MS);
const dayNamed = (name: string): number => Date.parse(`${name}T00:00:00Z`) / DAY_MS;

/**
 * The time in which a statement names everything that moved: money of ours in it that the statement does not name is a
 * discrepancy. A portal gives whole days, so the first one is whole. The last may not have been over when the file was
 * made, so without a word of the merchant it ends with its last line, and today always does.
 *
 * @param movements at least one.
 * @param now the database's clock.
 */
export function coverageOf(
  movements: readonly { at: Date }[],
  period: Period,
  now: Date,
): { from: Date; until: Date } {
  const times = movements.map(({ at }) => at.getTime()).toSorted((a, b) => a - b);
  const [first, last] = [new Date(times[0] ?? 0), new Date(times.at(-1) ?? 0)];
  const from = beginningOf(period.from ? Math.min(dayNamed(period.from), dayOf(first)) : dayOf(first));
  if (!period.until) return { from, until: last };
  const end = beginningOf(Math.max(dayNamed(period.until), dayOf(last)) + 1);
  return { from, until: end > beginningOf(dayOf(now)) ? last : end };
}
