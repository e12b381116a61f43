import { execFileSync } from "node:child_process";
import type { Played } from "./schedule.ts";

/** Which code was tortured: without it a seed says nothing. */
export function gitHash(): string {
  try {
    const git = (...args: string[]) =>
      execFileSync("git", args, {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      }).trim();
    const isChanged =
      git("status", "--porcelain", "--", "lib", "scripts/torture", "prisma", "simulator") !== "";
    return `${git("rev-parse", "--short", "HEAD")}${isChanged ? ", and changes that are not committed" : ""}`;
  } catch {
    return "unknown";
  }
}

/** A schedule that broke a rule, for whoever has to find out why: what happened, what is wrong, the rows that show it. */
export function describe({ seed, violations, story }: Played): string {
  const lines = [`✗ seed ${seed}`];
  if (story) lines.push(...story.map((line) => `    ${line}`), "");
  for (const { invariant, text, rows } of violations) {
    lines.push(`  ${invariant}: ${text}`);
    for (const row of rows) lines.push(`      ${JSON.stringify(row)?.slice(0, 1_000)}`);
  }
  lines.push(`  Again: npm run torture -- --seed ${seed}`);
  return lines.join("\n");
}

/** Says now and then how far it is. */
export class Progress {
  readonly #startedAt = performance.now();
  readonly #total: number;
  #done = 0;
  #violations = 0;
  #saidAt = performance.now();

  constructor(total: number) {
    this.#total = total;
  }

  note(played: Played): void {
    this.#done++;
    if (played.violations.length > 0) this.#violations++;
    if (performance.now() - this.#saidAt < 15_000) return;
    this.#saidAt = performance.now();
    console.log(`  ${this.toString()}`);
  }

  get done(): number {
    return this.#done;
  }

  get seconds(): number {
    return (performance.now() - this.#startedAt) / 1000;
  }

  toString(): string {
    const { seconds } = this;
    const rate = this.#done / Math.max(seconds, 0.001);
    return `${this.#done} of ${this.#total} schedules in ${Math.round(seconds)} s (${rate.toFixed(1)}/s), ${this.#violations} with violations`;
  }
}
