import type { Merchant } from "@/lib/auth/merchant";
import { db } from "@/lib/platform/db";

export interface ListedStatement {
  id: string;
  fileName: string;
  coversFrom: Date;
  coversUntil: Date;
  importedAt: Date;
  /** How many movements of money it is the newest word about. */
  movements: number;
}

const LATEST = 50;

/** The statements that were imported, the newest first. */
export async function listStatements(_reader: Merchant): Promise<ListedStatement[]> {
  const statements = await db.statement.findMany({
    orderBy: { importedAt: "desc" },
    take: LATEST,
    include: { _count: { select: { lines: true } } },
  });
  return statements.map(({ id, fileName, coversFrom, coversUntil, importedAt, _count }) => ({
    id,
    fileName,
    coversFrom,
    coversUntil,
    importedAt,
    movements: _count.lines,
  }));
}
