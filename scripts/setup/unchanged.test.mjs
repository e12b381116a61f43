import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fingerprint, unlessUnchanged } from "./unchanged.mjs";

const folder = () => mkdtempSync(join(tmpdir(), "unchanged-"));

test("a build that was interrupted is made again, and a finished one is not", async () => {
  const output = join(folder(), "BUILD_ID");
  const build = { output, from: "same sources" };
  const interrupted = unlessUnchanged(build, () => {
    writeFileSync(output, "half");
    throw new Error("killed");
  });
  await assert.rejects(interrupted, /killed/);
  assert.equal(await unlessUnchanged(build, () => writeFileSync(output, "whole")), undefined);
  assert.equal(await unlessUnchanged(build, () => assert.fail("built twice")), "unchanged");
});

test("one changed letter, or a file with another name, is a change", () => {
  const at = folder();
  writeFileSync(join(at, "a.ts"), "one");
  const before = fingerprint([at]);
  writeFileSync(join(at, "a.ts"), "two");
  const after = fingerprint([at]);
  writeFileSync(join(at, "b.ts"), "");
  assert.equal(new Set([before, after, fingerprint([at])]).size, 3);
});
