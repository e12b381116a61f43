import type { Quiet } from "../calm-down.ts";
import type { Scene } from "../scene.ts";
import type { Evidence } from "../evidence.ts";
import { CALL_RULES } from "./calls.ts";
import { END_RULES } from "./ends.ts";
import { HISTORY_RULES } from "./history.ts";
import { MONEY_RULES } from "./money.ts";
import { REFUND_RULES } from "./refunds.ts";
import type { Violation } from "./rule.ts";

const RULES = [...MONEY_RULES, ...REFUND_RULES, ...CALL_RULES, ...HISTORY_RULES, ...END_RULES];

/** Everything that a schedule has broken: of the design's invariants I1 to I13, and of what can never be right. */
export const judge = (scene: Scene, evidence: Evidence, quiet: Quiet): Violation[] =>
  RULES.flatMap((rule) => [...rule(scene, evidence, quiet)]);
