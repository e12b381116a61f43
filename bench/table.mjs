/** Prints rows under a heading: the first column to the left, the others to the right. */
export function printTable(/** @type {string} */ title, /** @type {string[][]} */ rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {string[]} */ row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("   ");
  const [head = [], ...body] = rows;
  console.log(`\n  ${title}\n\n  ${line(head)}\n  ${"─".repeat(line(head).length)}`);
  for (const row of body) console.log(`  ${line(row).trimEnd()}`);
}

/** A figure with as many digits as it deserves; a dash for what this system does not tell. */
export function figure(/** @type {number | undefined} */ value, unit = "") {
  if (value === undefined || !Number.isFinite(value)) return "–";
  if (Number.isInteger(value)) return `${value}${unit}`;
  const digits = value !== 0 && Math.abs(value) < 10 ? (Math.abs(value) < 1 ? 2 : 1) : 0;
  return `${value.toFixed(digits)}${unit}`;
}

/** A ratio with the least and the most of all rounds. */
export const ratio = (
  /** @type {{ median: number, least: number, most: number }} */ { median, least, most },
) => (Number.isFinite(median) ? `${figure(median)} × (${figure(least)} – ${figure(most)})` : "–");
