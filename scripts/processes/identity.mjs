// A process number alone proves nothing: the system gives it to another program later. Number and start time together
// name one process, so that nothing is ever stopped that was not started here.
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** Linux tells without another program, which a small container may lack. Undefined when the process is gone. */
function fromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return undefined; // ended, and only waiting for its parent to notice
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return { start: `${boot}:${fields[19]}`, parent: Number(fields[1]), command };
  } catch {
    return undefined;
  }
}

function fromPs(pid) {
  const ask = (what) =>
    execFileSync("ps", ["-o", `${what}=`, "-p", String(pid)], { encoding: "utf8" }).trim();
  try {
    return { start: ask("lstart"), parent: Number(ask("ppid")), command: ask("args") };
  } catch {
    return undefined;
  }
}

function describe(pid) {
  if (process.platform === "linux") return fromProc(pid);
  return process.platform === "win32" ? undefined : fromPs(pid); // Windows: nothing is taken for ours
}

/** When the process started, as a text to compare. */
export const startOf = (pid) => describe(pid)?.start;

/** Who started us: the parent and, when that is only the shell in which npm runs a script, npm itself. */
export function whoStartedUs() {
  const parent = describe(process.ppid);
  const isShellOfNpm = /^(\S*\/)?(sh|dash|bash) -c /.test(parent?.command ?? "");
  return [process.ppid, ...(isShellOfNpm ? [parent.parent] : [])].map(identify).filter(isAlive);
}

export const identify = (pid) => ({ pid, start: startOf(pid) });
export const isAlive = (who) => Boolean(who?.pid && who.start && startOf(who.pid) === who.start);

/** Everything that a process has started, and what that has started, some of it in groups of their own. */
function descendantsOf(pid) {
  const found = process.platform === "linux" ? childrenFromProc(pid) : childrenFromPs(pid);
  return found.flatMap((child) => [identify(child), ...descendantsOf(child)]);
}

function childrenFromProc(pid) {
  const everybody = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return everybody.map(Number).filter((other) => fromProc(other)?.parent === pid);
}

function childrenFromPs(pid) {
  const { stdout } = spawnSync("pgrep", ["-P", String(pid)], { encoding: "utf8" });
  return (stdout ?? "").split("\n").filter(Boolean).map(Number);
}

async function hasEnded(who, withinMs) {
  for (const until = Date.now() + withinMs; Date.now() < until; await pause(25))
    if (!isAlive(who)) return true;
  return !isAlive(who);
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // already gone
  }
}

/**
 * Asks a process to end, then insists: what was asked politely and refused within the time is killed. `group` includes all
 * that it started itself.
 */
export async function end(who, { signals = ["SIGTERM", "SIGKILL"], patienceMs = 8000, group = false } = {}) {
  const descendants = group ? descendantsOf(who.pid) : []; // now: once it has gone, nobody knows whose they were
  for (const signal of signals) {
    if (!isAlive(who)) break;
    send(group ? -who.pid : who.pid, signal);
    if (await hasEnded(who, patienceMs)) break;
  }
  if (group) send(-who.pid, "SIGKILL");
  for (const descendant of descendants) if (isAlive(descendant)) send(descendant.pid, "SIGKILL");
}
