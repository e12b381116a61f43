import { Prisma } from "@/generated/prisma/client";
import { db, type Transaction } from "@/lib/platform/db";
import { logger } from "@/lib/platform/logger";

/** Two records that tell different stories. Its kind and subject name it: found again, it is the same one. */
export interface Finding {
  /** Which rule found it: `I3`, `statement only`, `webhook: other amount` … */
  kind: string;
  /** What it is about: an order number, an invoice number, a trxId. */
  subject: string;
  /** The two stories. Nothing that changes by itself, so that what a person has accepted is known again. */
  detail: Record<string, string | number | boolean | null>;
}

/**
 * Stores what was found. What is open already is seen again; what a person has resolved is not brought up again unless
 * it differs.
 *
 * @returns those that are new.
 */
export async function noteFindings(
  client: Transaction | typeof db,
  findings: readonly Finding[],
): Promise<Finding[]> {
  if (findings.length === 0) return [];
  const rows = await client.$queryRaw<{ kind: string; subject: string; isNew: boolean }[]>`
    WITH found AS (
      SELECT DISTINCT ON (kind, subject) kind, subject, detail
      FROM jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) AS f(kind text, subject text, detail jsonb)
    )
    INSERT INTO "Discrepancy" AS open (id, kind, subject, detail)
    SELECT gen_random_uuid(), kind, subject, detail FROM found
    WHERE NOT EXISTS (
      SELECT 1 FROM "Discrepancy" accepted
      WHERE accepted.kind = found.kind AND accepted.subject = found.subject
        AND accepted.detail = found.detail AND accepted."resolvedBy" IS NOT NULL
    )
    ON CONFLICT (kind, subject) WHERE "resolvedAt" IS NULL
      DO UPDATE SET "lastSeenAt" = now(), detail = EXCLUDED.detail
    RETURNING kind, subject, "lastSeenAt" = "foundAt" AS "isNew"`;
  const isNew = new Set(rows.filter((row) => row.isNew).map(nameOf));
  const fresh = findings.filter((finding) => isNew.has(nameOf(finding)));
  for (const { kind, subject, detail } of fresh)
    logger.error({ kind, subject, detail }, "a discrepancy was found");
  return fresh;
}

/**
 * Closes what some rules found earlier and do not find any more.
 *
 * @param kinds the rules that have just looked at everything.
 * @returns how many.
 */
export async function resolveVanished(
  kinds: readonly string[],
  findings: readonly Finding[],
): Promise<number> {
  return db.$executeRaw`
    UPDATE "Discrepancy" open SET "resolvedAt" = now()
    WHERE "resolvedAt" IS NULL AND kind IN (${Prisma.join([...kinds])}) AND NOT EXISTS (
      SELECT 1 FROM jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) AS f(kind text, subject text)
      WHERE f.kind = open.kind AND f.subject = open.subject
    )`;
}

const nameOf = ({ kind, subject }: { kind: string; subject: string }): string => `${kind}\n${subject}`;
