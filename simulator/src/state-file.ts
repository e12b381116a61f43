import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import type { Simulator } from "./simulator.ts";
import { restoreSnapshot, takeSnapshot } from "./snapshot.ts";

/** Changes are written this long after the first of them. */
const SETTLE_MS = 300;
/** However large the state, writing it takes no more than a tenth of the time. */
const REST_PER_WRITING = 9;

/** Says in one sentence what is wrong with the file. */
export class StateFileError extends Error {}

/** Keeps the state in a file, so that it survives a restart. */
export class StateFile {
  readonly #path: string;
  readonly #simulator: Simulator;
  #timer: NodeJS.Timeout | undefined;
  #restUntil = 0;

  constructor(path: string, simulator: Simulator) {
    this.#path = path;
    this.#simulator = simulator;
  }

  /** Takes over what the file has; a file that does not exist yet is a fresh start. @throws StateFileError. */
  load(): void {
    let text: string;
    try {
      text = readFileSync(this.#path, "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return this.write();
      throw new StateFileError(`Cannot read the state file ${this.#path}: ${(error as Error).message}`);
    }
    const wrong = restoreSnapshot(this.#simulator, text);
    if (wrong) {
      throw new StateFileError(
        `Cannot use the state file ${this.#path}. ${wrong} Move it away, or name another one.`,
      );
    }
    // What the command line says today goes before what was switched then.
    Object.assign(this.#simulator.settings, this.#simulator.startedWith);
  }

  /** Something may have changed. */
  touch(): void {
    if (this.#timer) return;
    const inMs = Math.max(SETTLE_MS, this.#restUntil - Date.now());
    this.#timer = setTimeout(() => this.#writeOrComplain(), inMs).unref();
  }

  /** Writes now: beside the old file first, so that a crash leaves the old one whole. @throws StateFileError. */
  write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const startedAt = Date.now();
    const fresh = `${this.#path}.${process.pid}.new`;
    try {
      writeFileSync(fresh, takeSnapshot(this.#simulator), { mode: 0o600, flush: true });
      renameSync(fresh, this.#path);
    } catch (error) {
      rmSync(fresh, { force: true });
      throw new StateFileError(`Cannot write the state file ${this.#path}: ${(error as Error).message}`);
    }
    this.#restUntil = Date.now() + (Date.now() - startedAt) * REST_PER_WRITING;
  }

  // A full disk must not end the simulation.
  #writeOrComplain(): void {
    try {
      this.write();
    } catch (error) {
      console.error((error as Error).message);
    }
  }
}
