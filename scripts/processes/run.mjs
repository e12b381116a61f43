import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { childEnvironment, inData, pinnedNode, root } from "../setup/project.mjs";
import { Trouble } from "../setup/trouble.mjs";
import { end, identify } from "./identity.mjs";
import { isStopping, whenStopping } from "./shutdown.mjs";

const readLog = (file) =>
  stripVTControlCharacters(readFileSync(file, "utf8")).replaceAll("\r", "\n").trim().split("\n");

export const lastLines = (file, count = 15) => readLog(file).slice(-count).join("\n");

/** What helps in a log: its end, and before that the first complaints, which the end often only repeats or buries. */
export function whatWentWrong(file, { complaints = 8, end = 15 } = {}) {
  const lines = readLog(file);
  if (lines.length <= complaints + end) return lines.join("\n");
  const early = lines.slice(0, -end).filter((line) => /error|fail|cannot/i.test(line));
  return [...early.slice(0, complaints), "…", ...lines.slice(-end)].join("\n");
}

export const logFile = (name) => inData("logs", `${name}.log`);

/** In a log they are noise; on a terminal programs use them only when they see one, and here they see a pipe. */
function colours(show) {
  if (!show) return { NO_COLOR: "1", FORCE_COLOR: undefined };
  return process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
}

/**
 * Runs a program to its end and resolves to its exit code. Its output goes to `.data/logs/<name>.log`, and to the screen too
 * with `show`. It is ended with everything it started when the command is stopped or `withinMs` is over.
 */
export async function run(
  name,
  [program, ...args],
  { env, show = false, withinMs = 15 * 60_000, cwd = root } = {},
) {
  const file = logFile(name);
  mkdirSync(dirname(file), { recursive: true });
  const log = createWriteStream(file, { fd: openSync(file, "w", 0o600) });
  const child = spawn(program, args, {
    cwd,
    env: childEnvironment({ ...colours(show), ...env }),
    detached: true, // a group of its own, so that all of it can be ended
    stdio: ["ignore", "pipe", "pipe"],
  });
  const keep = (chunk) => {
    log.write(chunk);
    if (show) process.stdout.write(chunk);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);

  const who = identify(child.pid);
  const stop = () => end(who, { group: true, patienceMs: 4000 });
  const forget = whenStopping(stop);
  const limit = setTimeout(() => {
    keep(`\nGave up after ${Math.round(withinMs / 60_000)} minutes.\n`);
    void stop();
  }, withinMs);

  const code = await new Promise((done) => {
    child.once("error", (error) => {
      keep(`${error.message}\n`);
      done(127);
    });
    child.once("close", (status, signal) => done(status ?? signal));
  });
  clearTimeout(limit);
  forget();
  await new Promise((done) => log.end(done));
  if (isStopping()) await new Promise(() => {}); // ended with the rest: nothing may come after it
  return code;
}

/** The same, where anything but success is trouble: the last lines of the output and the log file are in it. */
export async function runOrFail(name, command, { wayOut, ...options } = {}) {
  const code = await run(name, command, options);
  if (code === 0) return;
  const log = logFile(name);
  const output = options.show ? undefined : whatWentWrong(log);
  throw new Trouble(`This step did not succeed (exit ${code}).`, { output, log, wayOut });
}

/** The command line of a program that runs on the project's own Node. */
export const onNode = (...args) => [pinnedNode(), ...args];
