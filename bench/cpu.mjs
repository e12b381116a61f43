// CPU time from the system's own accounting: steadier than a clock, because waiting for others does not count.
import { readdirSync, readFileSync } from "node:fs";

/** Linux counts in ticks of 10 ms (USER_HZ), whatever the kernel's own clock. */
const MS_PER_TICK = 10;

/**
 * CPU milliseconds that a process, what it started and what of that has ended have used so far. NaN on systems without
 * /proc: their column then stays empty.
 */
export function cpuMsOf(/** @type {number} */ pid) {
  const all = processes();
  const family = new Set([pid]);
  for (let before = 0; before !== family.size;) {
    before = family.size;
    for (const [child, { parent }] of all) if (family.has(parent)) family.add(child);
  }
  const ticks = [...family].map((member) => all.get(member)?.ticks ?? NaN);
  return ticks.reduce((sum, each) => sum + each, 0) * MS_PER_TICK;
}

function processes() {
  const found = new Map();
  if (process.platform !== "linux") return found;
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      // proc(5): ppid is field 4; utime, stime and the same of children that ended are 14 to 17. Ours start at field 3.
      const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
      found.set(Number(name), { parent: Number(fields[1]), ticks });
    } catch {
      // ended since the folder was read
    }
  }
  return found;
}

/**
 * Runs `work` and tells how long it took and what CPU everybody used meanwhile, the driver (this process) included.
 *
 * @param {Record<string, number>} pids process numbers by name
 * @param {() => Promise<unknown>} work
 */
export async function accountFor(pids, work) {
  const read = () => ({
    ...Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuMsOf(pid)])),
    driver: process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000,
  });
  const before = read();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  const after = read();
  return {
    seconds,
    cpuMs: Object.fromEntries(Object.keys(after).map((name) => [name, after[name] - before[name]])),
  };
}
