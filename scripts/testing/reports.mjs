// Reads what the test runners wrote for machines. Counting words on a screen would go wrong one day.
import { existsSync, readFileSync } from "node:fs";
import { readJson } from "../setup/keep.mjs";

export function readJestReport(file) {
  const report = readJson(file);
  if (!report) return undefined;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

export function readPlaywrightReport(file) {
  const report = readJson(file);
  if (!report) return undefined;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected === 0 && report.errors.length > 0 ? 1 : unexpected;
  return { passed: expected + flaky, failed, skipped };
}

/** Node's own test runner: the totals at the end of its TAP report. */
export function readTapReport(file) {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, "utf8");
  const total = (word) => Number(text.match(new RegExp(`^# ${word} (\\d+)$`, "m"))?.[1]);
  const [passed, failed, cancelled] = ["pass", "fail", "cancelled"].map(total);
  if (Number.isNaN(passed + failed)) return undefined;
  return {
    passed,
    failed: failed + (cancelled || 0),
    skipped: (total("skipped") || 0) + (total("todo") || 0),
  };
}

/** What this project's own provers write. */
export function readOwnReport(file) {
  const report = readJson(file);
  return report && { passed: report.passed, failed: report.failed, skipped: 0, note: report.note };
}

/** A runner's exit code and report together: it never counts as a success when it crashed or when nothing ran. */
export function judge(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, note: `crashed (${exitCode}) without a report` };
  if (report.passed + report.failed === 0) return { ...report, failed: 1, note: "no test was run" };
  if (exitCode !== 0 && report.failed === 0) return { ...report, failed: 1, note: `ended with ${exitCode}` };
  return report;
}

/** What several runs of one runner came to. A note of one of them is kept: it says what went wrong. */
export function together(results) {
  const sum = (count) => results.reduce((total, result) => total + (result[count] ?? 0), 0);
  const note = results.map((result) => result.note).find(Boolean);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped"), ...(note ? { note } : {}) };
}
