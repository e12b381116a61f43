import type { Merchant } from "@/lib/auth/merchant";
import { db } from "@/lib/platform/db";
import type { Finding } from "./discrepancies";
import { SELF_CHECK } from "./self-check";

export interface ListedDiscrepancy extends Finding {
  id: string;
  foundAt: Date;
  lastSeenAt: Date;
  resolvedAt: Date | null;
  /** The e-mail of the merchant who resolved it; null when it was not found any more. */
  resolvedBy: string | null;
  note: string | null;
}

const PER_PAGE = 50;

/** The open ones, those of the longest standing last; or the resolved ones, the latest first. `page` counts from 1. */
export async function listDiscrepancies(
  _reader: Merchant,
  { isOpen, page }: { isOpen: boolean; page: number },
): Promise<{ discrepancies: ListedDiscrepancy[]; hasMore: boolean }> {
  const rows = await db.discrepancy.findMany({
    where: { resolvedAt: isOpen ? null : { not: null } },
    orderBy: [isOpen ? { foundAt: "desc" } : { resolvedAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * PER_PAGE,
    take: PER_PAGE + 1,
  });
  const ids = rows.flatMap(({ resolvedBy }) => resolvedBy ?? []);
  const merchants = await db.merchant.findMany({
    where: { id: { in: ids } },
    select: { id: true, email: true },
  });
  const emails = new Map(merchants.map(({ id, email }) => [id, email]));
  return {
    discrepancies: rows.slice(0, PER_PAGE).map((row) => ({
      ...row,
      detail: row.detail as Finding["detail"],
      resolvedBy: row.resolvedBy && (emails.get(row.resolvedBy) ?? row.resolvedBy),
    })),
    hasMore: rows.length > PER_PAGE,
  };
}

export const countOpenDiscrepancies = (_reader: Merchant): Promise<number> =>
  db.discrepancy.count({ where: { resolvedAt: null } });

/**
 * A merchant has looked at it and says how it stands. It is not brought up again unless it changes.
 *
 * @returns false when it is resolved already, or was never there.
 */
export async function resolveDiscrepancy(resolver: Merchant, id: string, note: string): Promise<boolean> {
  const resolved = await db.$executeRaw`
    UPDATE "Discrepancy" SET "resolvedAt" = now(), "resolvedBy" = ${resolver.id}::uuid, note = ${note}
    WHERE id = ${id}::uuid AND "resolvedAt" IS NULL`;
  return resolved === 1;
}

export interface LastCheck {
  /** Null when it has never been finished. */
  at: Date | null;
  rules: number;
  found: number;
}

/** When the books were last checked, and with what; null when never. */
export async function readLastCheck(_reader: Merchant): Promise<LastCheck | null> {
  const run = await db.jobRun.findUnique({ where: { name: SELF_CHECK } });
  if (!run) return null;
  const { rules = 0, found = 0 } = (run.lastResult ?? {}) as Partial<LastCheck>;
  return { at: run.lastSucceededAt, rules, found };
}
