import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inProject } from "../setup/project.mjs";
import { findTests, readPoints } from "./points.mjs";

const table = readFileSync(inProject("docs/crash-points.md"), "utf8");
const ids = Array.from({ length: 48 }, (_, at) => `C${String(at + 1).padStart(2, "0")}`);

test("the table tells 48 points and what is right at each", () => {
  const points = readPoints(table);
  assert.deepEqual(
    points.map(({ id }) => id),
    ids,
  );
  for (const { id, point, behaviour } of points) assert.ok(point && behaviour, id);
});

test("every point has a test whose name begins with its id", () => {
  const tests = findTests();
  assert.deepEqual(
    ids.filter((id) => !tests.has(id)),
    [],
  );
});

test("no test claims a point that there is not", () => {
  assert.deepEqual(
    [...findTests().keys()].filter((id) => !ids.includes(id)),
    [],
  );
});

test("every file that the table names has a test of that point: npm run crash-points", () => {
  const tests = findTests();
  for (const { id, places } of readPoints(table)) {
    assert.ok(places.length > 0, id);
    for (const place of places) assert.ok(tests.get(id)?.includes(place), `${id}: ${place}`);
  }
});
