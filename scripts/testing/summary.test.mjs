import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { judge, readJestReport } from "./reports.mjs";
import { summarise } from "./summary.mjs";

const lastLine = (text) => text.split("\n").at(-1);
const stage = (name, passed, failed) => ({ name, passed, failed, seconds: 1 });

test("the last line adds up the stages", () => {
  assert.equal(lastLine(summarise([stage("types", 1, 0), stage("unit", 40, 2)])), "41 passed, 2 failed");
});

test("a run without a stage still ends in a count", () => {
  assert.equal(lastLine(summarise([])), "0 passed, 0 failed");
});

test("a runner that crashed before it could report counts as a failure", () => {
  assert.equal(judge(undefined, 1).failed, 1);
});

test("a runner that found no test counts as a failure", () => {
  assert.equal(judge({ passed: 0, failed: 0, skipped: 3 }, 0).failed, 1);
});

test("a runner whose tests passed but which ended badly counts as a failure", () => {
  assert.deepEqual(judge({ passed: 5, failed: 0 }, 1), { passed: 5, failed: 1, note: "ended with 1" });
});

test("what failed is told again at the end, with the first lines of the reason", () => {
  const directory = mkdtempSync(join(tmpdir(), "reports-"));
  const report = join(directory, "unit.json");
  writeFileSync(
    report,
    JSON.stringify({
      numPassedTests: 1,
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [
        {
          name: "a.test.ts",
          message: "",
          assertionResults: [
            { status: "passed", fullName: "one", failureMessages: [] },
            { status: "failed", fullName: "money is counted", failureMessages: ["Expected 1\nReceived 2"] },
          ],
        },
      ],
    }),
  );
  const told = summarise([{ name: "unit", seconds: 1, ...readJestReport(report) }]);
  rmSync(directory, { recursive: true });
  assert.match(told, /unit: what failed\n {2}money is counted\n {4}Expected 1\n {4}Received 2\n/);
  assert.equal(lastLine(told), "1 passed, 1 failed");
});
