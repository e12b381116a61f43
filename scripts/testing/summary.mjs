/** So many failures of one stage are told again. */
const RECALLED = 8;

/** Adds up the stages. */
export function total(results) {
  const sum = (field) => results.reduce((count, result) => count + (result[field] ?? 0), 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

/** What failed, once more at the end: of a run of half an hour that is what people look at. */
function recall(results) {
  return results
    .filter(({ failures = [] }) => failures.length > 0)
    .flatMap(({ name, failures }) => [
      "",
      `── ${name}: what failed`,
      ...failures.slice(0, RECALLED).map((failure) => failure.replace(/^/gm, "  ")),
      ...(failures.length > RECALLED ? [`  … and ${failures.length - RECALLED} more`] : []),
    ]);
}

/** What failed, then a row per stage; the last line is the one that machines read: "N passed, N failed". */
export function summarise(results) {
  const { passed, failed, skipped } = total(results);
  const width = Math.max(...results.map(({ name }) => name.length), 0);
  const rows = results.map((result) => {
    const mark = result.failed > 0 ? "✗" : "✓";
    const counts = [`${result.passed} passed`.padStart(12), `${result.failed} failed`.padStart(10)].join("");
    const note = [result.skipped ? `${result.skipped} skipped` : "", result.note ?? ""]
      .filter(Boolean)
      .join(", ");
    return `  ${mark} ${result.name.padEnd(width)}${counts}${`${result.seconds.toFixed(1)} s`.padStart(10)}  ${note}`.trimEnd();
  });
  const footer = skipped ? [`  ${skipped} skipped`] : [];
  return [...recall(results), "", ...rows, ...footer, "", `${passed} passed, ${failed} failed`].join("\n");
}
