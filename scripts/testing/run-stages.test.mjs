import assert from "node:assert/strict";
import { test } from "node:test";
import { parseArguments } from "./run-stages.mjs";

const all = ["types", "unit", "browser"];

test("without a choice every stage runs", () => {
  assert.deepEqual(parseArguments([], all), { names: all, extra: [] });
});

test("a file name goes to the one runner that was chosen", () => {
  assert.deepEqual(parseArguments(["--only", "browser", "pay.spec.ts"], all), {
    names: ["browser"],
    extra: ["pay.spec.ts"],
  });
});

test("a file name without a chosen runner is asked about, not ignored", () => {
  assert.throws(() => parseArguments(["pay.spec.ts"], all), /Who is "pay.spec.ts" for/);
});

test("a stage that does not exist is named", () => {
  assert.throws(() => parseArguments(["--only", "tpyes"], all), /tpyes/);
});
