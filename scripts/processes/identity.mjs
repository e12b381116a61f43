// A process number alone proves nothing: the system gives it to another program later. Number and start time together
// name one process, so that nothing is ever stopped that was not started here.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
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
 * Asks a process to end, then insists. `group` also reaches what it started itself; what was asked politely and refused
 * within the time is killed.
 */
export async function end(who, { signals = ["SIGTERM", "SIGKILL"], patienceMs = 8000, group = false } = {}) {
  for (const signal of signals) {
    if (!isAlive(who)) break;
    send(group ? -who.pid : who.pid, signal);
    if (await hasEnded(who, patienceMs)) break;
  }
  if (group) send(-who.pid, "SIGKILL"); // its children, when it left without them
}
