import type { Prisma } from "@/generated/prisma/client";

/** One thing that is always true, as a question for what breaks it. */
export interface Rule {
  /** Names it, and what it finds: `I3: …` after the invariants in docs/architecture.md. */
  kind: string;
  /**
   * Gives `subject` (text: an order, invoice or receipt number) and `detail` (jsonb without anything that changes by
   * itself) of each thing that breaks it. One statement, so that it sees one moment.
   */
  find: Prisma.Sql;
}
