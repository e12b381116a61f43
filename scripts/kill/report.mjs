import { writeJson } from "../setup/keep.mjs";

/** What was proved and what was not, on the screen as it comes and in a file for programs. */
export class Report {
  passed = 0;
  failed = 0;
  figures = {};

  /** One promise: kept when nothing was found against it. */
  tell(promise, found, words = "") {
    if (found.length === 0) this.passed++;
    else this.failed++;
    console.log(`  ${found.length === 0 ? "✓" : "✗"} ${promise}${words && `  ${words}`}`);
    for (const sentence of found) console.log(`      ${sentence}`);
  }

  /** A figure that somebody may want to follow over time. */
  measure(name, value) {
    this.figures[name] = value;
  }

  write(file) {
    writeJson(file, { passed: this.passed, failed: this.failed, figures: this.figures });
  }
}
