/** The value below which `share` of them lie. */
export function percentile(/** @type {number[]} */ values, /** @type {number} */ share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export function median(/** @type {number[]} */ values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle)
    ? ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
    : (sorted[Math.floor(middle)] ?? NaN);
}

/** The middle of the rounds, and how far they lay apart: a ratio without its spread says little on a busy machine. */
export const overRounds = (/** @type {number[]} */ values) => ({
  median: median(values),
  least: Math.min(...values),
  most: Math.max(...values),
});
