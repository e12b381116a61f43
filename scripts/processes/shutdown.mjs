// One way out for every ending: what was started is stopped in the reverse order, once.
import { setTimeout as pause } from "node:timers/promises";
import { isAlive, whoStartedUs } from "./identity.mjs";

const tasks = [];
let leaving;

/** Registers what has to be undone when the command ends, however it ends. Returns the way to forget it again. */
export function whenStopping(task) {
  tasks.push(task);
  return () => void tasks.splice(tasks.indexOf(task) >>> 0, 1);
}

export const isStopping = () => leaving !== undefined;

/** Undoes everything, then leaves with `code`. A second call waits for the first. */
export function stopAndExit(code) {
  leaving ??= (async () => {
    while (tasks.length > 0) {
      try {
        await tasks.pop()();
      } catch (error) {
        console.error(`  While stopping: ${error.message}`);
      }
    }
    process.exit(code);
  })();
  return leaving;
}

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/**
 * Stops everything on Ctrl-C, `kill` and a closed terminal; and when npm, which started this, is gone: a `kill` of npm does
 * not always reach its script.
 */
export function stopOnSignals({ announce = () => {}, codes = EXIT_CODES } = {}) {
  for (const signal of Object.keys(EXIT_CODES)) {
    process.on(signal, () => {
      if (!isStopping()) announce(signal);
      void stopAndExit(codes[signal]);
    });
  }
  process.stdout.on("error", () => {}); // the terminal has gone; there is still work to undo
  process.stderr.on("error", () => {});
  if (!process.env.npm_lifecycle_event) return;
  const startedBy = whoStartedUs();
  void (async () => {
    while (startedBy.every(isAlive)) await pause(1000, undefined, { ref: false });
    void stopAndExit(EXIT_CODES.SIGHUP);
  })();
}
