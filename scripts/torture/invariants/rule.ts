import type { Quiet } from "../calm-down.ts";
import type { Scene } from "../scene.ts";
import type { Evidence } from "../evidence.ts";

/** Something that must never be, and is. */
export interface Violation {
  /** I1 to I13 of the design, or "scandal". */
  invariant: string;
  text: string;
  /** The rows that show it. */
  rows: unknown[];
}

/** Looks at what is left of a schedule, and tells everything that breaks it. */
export type Rule = (scene: Scene, evidence: Evidence, quiet: Quiet) => Generator<Violation>;

export const violation = (invariant: string, text: string, ...rows: unknown[]): Violation => ({
  invariant,
  text,
  rows,
});

/** bKash has said that a payment's money moved. */
export const CAPTURED = ["COMPLETED", "DUPLICATE", "MISMATCH"];
