import { createHash } from "node:crypto";
import type { PaymentMode } from "@/generated/prisma/enums";
import type { Merchant } from "@/lib/auth/merchant";
import { db, type Transaction } from "@/lib/platform/db";
import { recheck, takeRecheck } from "../recheck-payment";
import { runSelfCheck } from "../self-check";
import { statementRules } from "../self-check/statement-rules";
import { parseStatement, type ParsedStatement, type StatedMovement } from "./parse-statement";
import { coverageOf, type Period } from "./statement-coverage";
import { bkashPortal } from "./statement-format";

export interface StatementFile {
  name: string;
  text: string;
  /** The days that were asked for in the portal, where the merchant says so. */
  period: Period;
}

export type ImportStatementResult =
  | {
      ok: true;
      /** False when this very file was here before. */
      isNew: boolean;
      captures: number;
      refunds: number;
      /** Lines about something else, or about nothing that was done. */
      leftOut: number;
      /** Payments that the wallet was asked about because the statement says that their money moved. */
      asked: number;
      /** Discrepancies that nobody knew of before. */
      opened: number;
    }
  | Extract<ParsedStatement, { ok: false }>
  | { ok: false; code: "EMPTY" };

/** Begins no question to the wallet after this: a person is waiting. What is left is asked by the regular check. */
const ASK_FOR_MS = 15_000;
/** More than that means that something else is wrong. */
const MOST_ASKED = 100;

/**
 * Takes a statement of the wallet's portal: stores what it says moved, has the wallet asked about payments of ours that we
 * thought unpaid, and compares. The same file again changes nothing; overlapping ones complete each other.
 */
export async function importStatement(
  importer: Merchant,
  wallet: { name: string; mode: PaymentMode },
  file: StatementFile,
): Promise<ImportStatementResult> {
  const parsed = parseStatement(file.text, bkashPortal);
  if (!parsed.ok) return parsed;
  const { movements, leftOut } = parsed;
  if (movements.length === 0) return { ok: false, code: "EMPTY" };
  const isNew = await db.$transaction(
    (tx) => store(tx, importer, wallet, file, movements),
    { timeout: 60_000 }, // a whole year in one file
  );
  const asked = await askAboutUnbooked(wallet);
  const { opened } = await runSelfCheck(statementRules);
  const captures = movements.filter(({ kind }) => kind === "capture").length;
  return { ok: true, isNew, captures, refunds: movements.length - captures, leftOut, asked, opened };
}

async function store(
  tx: Transaction,
  importer: Merchant,
  { name: provider, mode }: { name: string; mode: PaymentMode },
  file: StatementFile,
  movements: readonly StatedMovement[],
): Promise<boolean> {
  const [{ now }] = await tx.$queryRaw<[{ now: Date }]>`SELECT now()`;
  const { from, until } = coverageOf(movements, file.period, now);
  const hash = createHash("sha256").update(file.text).digest();
  const [statement] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "Statement" (id, provider, mode, "fileName", "fileHash", "coversFrom", "coversUntil", "importedBy")
    VALUES (gen_random_uuid(), ${provider}, ${mode}::"PaymentMode", ${file.name.slice(0, 200)}, ${hash}, ${from}, ${until},
      ${importer.id}::uuid)
    ON CONFLICT (provider, mode, "fileHash") DO NOTHING RETURNING id`;
  if (!statement) return false;
  const lines = movements.map(({ amount, at, ...rest }) => ({ ...rest, amount, at: at.toISOString() }));
  await tx.$executeRaw`
    INSERT INTO "StatementLine" ("statementId", provider, mode, kind, "trxId", "amountInPoisha", "invoiceNumber", at)
    SELECT ${statement.id}::uuid, ${provider}, ${mode}::"PaymentMode", kind::"StatementLineKind", "trxId", amount, "invoiceNumber", at
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      AS line(kind text, "trxId" text, amount int, "invoiceNumber" text, at timestamptz)
    ON CONFLICT (provider, mode, kind, "trxId") DO UPDATE SET "statementId" = EXCLUDED."statementId",
      "amountInPoisha" = EXCLUDED."amountInPoisha", "invoiceNumber" = EXCLUDED."invoiceNumber", at = EXCLUDED.at`;
  return true;
}

/** The wallet is asked about payments whose invoice a statement names and whose money we have not booked. */
async function askAboutUnbooked({ name, mode }: { name: string; mode: PaymentMode }): Promise<number> {
  const stopAt = Date.now() + ASK_FOR_MS;
  const unbooked = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Payment" p JOIN "StatementLine" l ON l.provider = p.provider AND l.mode = p.mode
      AND l."invoiceNumber" = p."invoiceNumber" AND l.kind = 'capture'
    WHERE p.provider = ${name} AND p.mode = ${mode}::"PaymentMode" AND p.status NOT IN ('COMPLETED', 'DUPLICATE', 'MISMATCH')
    ORDER BY p."createdAt" DESC LIMIT ${MOST_ASKED}`;
  let asked = 0;
  for (const { id } of unbooked) {
    if (!(await db.$transaction((tx) => takeRecheck(tx, id, "merchant")))) continue;
    asked++;
    if (Date.now() < stopAt) await recheck(id, "merchant");
  }
  return asked;
}
