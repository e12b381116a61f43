import type { Metadata } from "next";
import { requireMerchant } from "@/lib/auth/session";
import { listStatements } from "@/lib/payments/statement/list-statements";
import { DhakaTime } from "../../../_show/dhaka-time";
import { words } from "../../../_words/words";
import { importStatementAction } from "../actions";
import { ImportForm } from "./import-form";

export const metadata: Metadata = { title: words.discrepancies.statements };

/** Where bKash's statements are imported, and which were. */
export default async function StatementsPage() {
  const merchant = await requireMerchant("/admin/discrepancies/statements");
  const statements = await listStatements(merchant);
  const says = words.discrepancies.upload;
  return (
    <>
      <p className="max-w-prose">{says.about}</p>
      <ImportForm onImport={importStatementAction} />
      <section aria-labelledby="imported">
        <h2 id="imported" className="mb-3 text-xl">
          {says.imported}
        </h2>
        {statements.length === 0 && <p className="text-ink-soft">{says.none}</p>}
        <ul className="grid gap-3">
          {statements.map(({ id, fileName, coversFrom, coversUntil, importedAt, movements }) => (
            <li
              key={id}
              className="flex flex-wrap gap-x-4 gap-y-1 rounded-card border border-line bg-card px-4 py-3"
            >
              <span className="font-semibold break-all">{fileName}</span>
              <span>{says.lines(movements)}</span>
              <span className="text-ink-soft">
                {says.covers} <DhakaTime at={coversFrom} /> {says.to} <DhakaTime at={coversUntil} />
              </span>
              <span className="text-sm text-ink-soft sm:ms-auto">
                <DhakaTime at={importedAt} />
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
