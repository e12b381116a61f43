import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { end, identify, isAlive } from "./identity.mjs";

const sleeper = () =>
  spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"], { stdio: "ignore", detached: true });

test("a process that runs is alive, and is not once it was ended", async () => {
  const who = identify(sleeper().pid);
  assert.equal(isAlive(who), true);
  await end(who, { group: true });
  assert.equal(isAlive(who), false);
});

test("a process that only got the number of an earlier one is not taken for it, and not ended", async () => {
  const child = sleeper();
  const earlier = { pid: child.pid, start: "before this machine was started" };
  assert.equal(isAlive(earlier), false);
  await end(earlier);
  assert.equal(isAlive(identify(child.pid)), true);
  await end(identify(child.pid));
});

test("a note that is damaged names nobody", () => {
  assert.equal(isAlive(undefined), false);
  assert.equal(isAlive({}), false);
});
