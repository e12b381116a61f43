import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isInstalled } from "./install.mjs";
import { inProject } from "./project.mjs";

const lock = JSON.parse(readFileSync(inProject("package-lock.json"), "utf8"));

test("the lockfile names no registry, so that every installation asks its own", () => {
  const named = Object.entries(lock.packages).filter(([, entry]) => /^https?:/.test(entry.resolved ?? ""));
  assert.deepEqual(named, []);
});

test("the lockfile has every platform's packages, or npm refuses it everywhere", () => {
  const missing = [];
  for (const [path, entry] of Object.entries(lock.packages))
    for (const name of Object.keys(entry.optionalDependencies ?? {}))
      if (
        !entry.inBundle &&
        !lock.packages[`node_modules/${name}`] &&
        !lock.packages[`${path}/node_modules/${name}`]
      )
        missing.push(name);
  assert.deepEqual(missing, []);
});

test("an installation that is complete is recognised", () => {
  assert.equal(isInstalled(), true);
});
