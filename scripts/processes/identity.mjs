// A process number alone proves nothing: the system gives it to another program later. Number and start time together
// name one process, so that nothing is ever stopped that was not started here.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** When the process started, as a text to compare; undefined when it is gone (or the system does not tell). */
export function startOf(pid) {
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (fields[0] === "Z") return undefined; // ended, and only waiting for its parent to notice
      return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${fields[19]}`;
    } catch {
      return undefined;
    }
  }
  if (process.platform === "win32") return undefined;
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
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
