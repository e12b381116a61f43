// Reads what the test runners wrote for machines. Counting words on a screen would go wrong one day.
import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { readJson } from "../setup/keep.mjs";

/** What the end of a long run repeats of a failed test: enough to know where to look. */
const LINES_OF_A_FAILURE = 12;

const failure = (name, message = "") => {
  const lines = stripVTControlCharacters(message).trim().split("\n");
  return [name, ...lines.slice(0, LINES_OF_A_FAILURE).map((line) => `  ${line}`)].join("\n");
};

export function readJestReport(file) {
  const report = readJson(file);
  if (!report) return undefined;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === "failed");
      if (failed.length > 0) return failed.map((test) => failure(test.fullName, test.failureMessages[0]));
      return report.numRuntimeErrorTestSuites > 0 && message ? [failure(name, message)] : [];
    }),
  };
}

function* specsOf(suite) {
  yield* suite.specs ?? [];
  for (const inner of suite.suites ?? []) yield* specsOf(inner);
}

export function readPlaywrightReport(file) {
  const report = readJson(file);
  if (!report) return undefined;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected === 0 && report.errors.length > 0 ? 1 : unexpected;
  const failures = [...specsOf(report)]
    .filter(({ ok }) => !ok)
    .map(({ file, line, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors ?? []));
      return failure(`${file}:${line} ${title}`, errors[0]?.message);
    });
  if (failures.length === 0)
    failures.push(...report.errors.map(({ message }) => failure("before the tests", message)));
  const note = flaky > 0 ? { note: `${flaky} passed at the second try only` } : {};
  return { passed: expected + flaky, failed, skipped, failures, ...note };
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
    failures: [...text.matchAll(/^ *not ok \d+ - (.*)$/gm)].map(([, name]) => failure(name)),
  };
}

/** What this project's own provers write. */
export function readOwnReport(file) {
  const report = readJson(file);
  if (!report) return undefined;
  const { passed, failed, failures = [], note } = report;
  return { passed, failed, skipped: 0, failures: failures.map((told) => failure(told)), note };
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
  return {
    passed: sum("passed"),
    failed: sum("failed"),
    skipped: sum("skipped"),
    failures: results.flatMap(({ failures = [] }) => failures),
    ...(note ? { note } : {}),
  };
}
