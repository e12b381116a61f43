import { cpus, loadavg, release, totalmem } from "node:os";

/** What the figures stood on. The load is that of before the run: above the number of cores, others were at work too. */
export const machineFacts = () => ({
  at: new Date().toISOString(),
  cores: cpus().length,
  processor: cpus()[0]?.model.trim() ?? "unknown",
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `${process.platform} ${release()}`,
  node: process.versions.node,
  loadBefore: loadavg().map((load) => Math.round(load * 10) / 10),
});

export const describeMachine = (/** @type {ReturnType<typeof machineFacts>} */ facts) =>
  `${facts.cores} cores (${facts.processor}), ${facts.memoryGiB} GiB, Node ${facts.node}, load before: ${facts.loadBefore.join(" ")}`;
