import { mkdirSync, openSync, closeSync, rmSync, writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { readJson } from "../setup/keep.mjs";
import { inData } from "../setup/project.mjs";
import { identify, isAlive } from "./identity.mjs";
import { whenStopping } from "./shutdown.mjs";

/** Takes the lock, or returns who holds it. One whose holder is dead is free. `about` is for the next one to read. */
export function takeLock(name, about = {}) {
  const file = inData("run", `${name}.lock`);
  mkdirSync(inData("run"), { recursive: true });
  for (let tries = 0; tries < 3; tries++) {
    try {
      const handle = openSync(file, "wx", 0o600);
      writeSync(handle, JSON.stringify({ ...identify(process.pid), ...about }));
      closeSync(handle);
      const release = () => rmSync(file, { force: true });
      const forget = whenStopping(release);
      return { release: () => (forget(), release()) };
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = readJson(file);
    if (isAlive(holder)) return { holder };
    rmSync(file, { force: true });
  }
  return { holder: readJson(file) ?? {} };
}

/** Runs `work` alone: another command of this project that does the same is waited for. */
export async function alone(name, work) {
  let lock;
  while (!(lock = takeLock(name)).release) await pause(200);
  try {
    return await work();
  } finally {
    lock.release();
  }
}
