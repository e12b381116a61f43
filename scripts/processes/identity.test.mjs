import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
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

test("what an ended program had started in a group of its own is ended with it", async (t) => {
  const start = `require("node:child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"], { detached: true })`;
  const parent = spawn(process.execPath, ["-e", `console.log(${start}.pid); setTimeout(() => {}, 60000)`], {
    detached: true,
  });
  const [line] = await once(parent.stdout, "data");
  const grandchild = identify(Number(line));
  t.after(() => end(grandchild));
  assert.equal(isAlive(grandchild), true);
  await end(identify(parent.pid), { group: true });
  await new Promise((done) => setTimeout(done, 100));
  assert.equal(isAlive(grandchild), false);
});

test("a note that is damaged names nobody", () => {
  assert.equal(isAlive(undefined), false);
  assert.equal(isAlive({}), false);
});
