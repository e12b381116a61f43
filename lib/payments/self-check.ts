import { db } from "@/lib/platform/db";
import { recordRun } from "@/lib/platform/job-runs";
import { noteFindings, resolveVanished, type Finding } from "./discrepancies";
import { historyRules } from "./self-check/history-rules";
import { ledgerRules } from "./self-check/ledger-rules";
import { moneyRules } from "./self-check/money-rules";
import type { Rule } from "./self-check/rule";
import { statementRules } from "./self-check/statement-rules";
import { timeRules } from "./self-check/time-rules";

/** Everything that must be true of the books at any moment, and of what should be finished by now. */
export const selfCheckRules = (): readonly Rule[] => [
  ...moneyRules,
  ...ledgerRules,
  ...historyRules,
  ...timeRules(),
  ...statementRules,
];

/** Asks the database for whatever breaks these rules. Only reads; may run beside everything else, on every process. */
export async function findDiscrepancies(rules: readonly Rule[] = selfCheckRules()): Promise<Finding[]> {
  const findings: Finding[] = [];
  // One after the other: it is night, and shoppers come first.
  for (const { kind, find } of rules)
    for (const { subject, detail } of await db.$queryRaw<Omit<Finding, "kind">[]>(find))
      findings.push({ kind, subject, detail });
  return findings;
}

export interface SelfCheck {
  rules: number;
  findings: Finding[];
  /** How many of them nobody knew. */
  opened: number;
  /** How many that were open are not found any more. */
  resolved: number;
}

/**
 * Checks the books against themselves, the clock and the wallet's statements, and keeps the list of open discrepancies
 * true: what is found is on it, what is not found any more is resolved. Any number of these may run at once.
 */
export async function runSelfCheck(rules: readonly Rule[] = selfCheckRules()): Promise<SelfCheck> {
  const findings = await findDiscrepancies(rules);
  const opened = await noteFindings(db, findings);
  const resolved = await resolveVanished(
    rules.map(({ kind }) => kind),
    findings,
  );
  return { rules: rules.length, findings, opened: opened.length, resolved };
}

export const SELF_CHECK = "self-check";

/** The whole self-check as a job: when it ran and what came of it stays readable. */
export const checkBooks = () =>
  recordRun(SELF_CHECK, async () => {
    const { rules, findings, opened, resolved } = await runSelfCheck();
    return { rules, found: findings.length, opened, resolved };
  });
