// The long-running programs (simulator, shop). A note in .data/run/ names each one, so that a run that was killed outright can
// be cleared up by the next.
import { spawn } from "node:child_process";
import { mkdirSync, openSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readJson, writeJson } from "../setup/keep.mjs";
import { childEnvironment, inData, root } from "../setup/project.mjs";
import { Trouble } from "../setup/trouble.mjs";
import { end, identify, isAlive } from "./identity.mjs";
import { lastLines, logFile } from "./run.mjs";
import { isStopping, stopAndExit, whenStopping } from "./shutdown.mjs";

const notes = inData("run/services");

/** Starts a program that stays. Should it end by itself, everything else is stopped and the person is told why. */
export function startService({ name, label, command: [program, ...args], env, show = false }) {
  mkdirSync(notes, { recursive: true });
  mkdirSync(inData("logs"), { recursive: true });
  const log = logFile(name);
  const output = show ? "inherit" : openSync(log, "w", 0o600);
  const child = spawn(program, args, {
    cwd: root,
    env: childEnvironment(env),
    detached: true, // Ctrl-C reaches this script alone, which then stops the programs in the right order
    stdio: ["ignore", output, output],
  });
  const who = identify(child.pid);
  const note = join(notes, `${name}.json`);
  writeJson(note, who);

  let isWanted = true;
  whenStopping(async () => {
    isWanted = false;
    await end(who, { group: true });
    rmSync(note, { force: true });
  });
  const ended = (how) =>
    isWanted && stopBecause(`The ${label} has stopped by itself (${how})`, show ? undefined : log);
  child.once("error", (error) => ended(error.message));
  child.once("exit", (code, signal) => ended(signal ?? `exit ${code}`));
}

function stopBecause(reason, log) {
  if (isStopping()) return;
  console.error(`\n✗ ${reason}, so everything else stops too.`);
  if (log) console.error(`${lastLines(log).replace(/^/gm, "    ")}\n  Everything it said: ${log}`);
  void stopAndExit(1);
}

/** The same for a program that is not our child: the database may have been running before. */
export function stopWhenEnded(who, { label, log }) {
  void (async () => {
    while (isAlive(who)) await pause(1000, undefined, { ref: false });
    stopBecause(`The ${label} has stopped by itself`, log);
  })();
}

/** Ends what an earlier run of this clone left behind. Returns the names. */
export async function endLeftovers() {
  mkdirSync(notes, { recursive: true });
  const left = [];
  for (const file of readdirSync(notes)) {
    const note = join(notes, file);
    const who = readJson(note);
    if (isAlive(who)) {
      left.push(file.replace(/\.json$/, ""));
      await end(who, { group: true });
    }
    rmSync(note, { force: true });
  }
  return left;
}

/** Waits until something answers at `address`; any answer but an error of the server counts. */
export async function waitUntilAnswers(address, { label, withinMs = 90_000 }) {
  let last = "no answer";
  for (const until = Date.now() + withinMs; Date.now() < until; await pause(100)) {
    try {
      const response = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(30_000) });
      await response.body?.cancel();
      if (response.status < 500) return;
      last = `HTTP ${response.status}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
  }
  throw new Trouble(`The ${label} did not become ready at ${address} (${last}).`, {
    wayOut: `Look into ${inData("logs")}; a proxy set for localhost can also be the reason.`,
  });
}
