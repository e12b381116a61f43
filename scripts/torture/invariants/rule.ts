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

/** So long bKash gives money back (bKash's own WooCommerce plugin). */
export const REFUND_DAYS = 15;
const DAY_MS = 86_400_000;

/** The end of the time in which a payment's money can go back; epoch milliseconds. */
export const refundableUntil = (takenAt: string | null): number =>
  takenAt === null ? 0 : Date.parse(takenAt) + REFUND_DAYS * DAY_MS;

/** bKash has said that a payment's money moved. */
export const CAPTURED = ["COMPLETED", "DUPLICATE", "MISMATCH"];
