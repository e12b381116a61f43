import assert from "node:assert/strict";
import { test } from "node:test";
import { judge } from "./reports.mjs";
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
