import Link from "next/link";
import { formatTaka, poisha } from "@/lib/kernel/money";
import type { ListedDiscrepancy } from "@/lib/payments/list-discrepancies";
import { DhakaTime } from "../../_show/dhaka-time";
import { Fact } from "../../_show/fact";
import { words } from "../../_words/words";
import { resolveAction } from "./actions";
import { ResolveForm } from "./resolve-form";

const says = words.discrepancies;
const A_MINUTE_MS = 60_000;

/** One discrepancy: what it is about, the two stories, and what to do. */
export function Discrepancy({ discrepancy }: { discrepancy: ListedDiscrepancy }) {
  const { id, kind, subject, detail, foundAt, lastSeenAt, resolvedAt, resolvedBy, note } = discrepancy;
  const orderNumber = /S-\d+/.exec([subject, detail.invoice, detail.invoiceNumber].join(" "))?.[0];
  const facts = Object.entries(detail).filter(([, value]) => value !== null && value !== "");
  return (
    <li className="rounded-card border border-line bg-card px-4 py-3">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 className="text-lg first-letter:uppercase">{kind}</h2>
        {orderNumber ? (
          <Link
            href={`/admin/orders/${orderNumber}`}
            prefetch={false}
            className="inline-flex min-h-11 items-center font-semibold text-brand underline underline-offset-4"
          >
            {subject}
          </Link>
        ) : (
          <span className="font-semibold break-all">{subject}</span>
        )}
        <span className="text-sm text-ink-soft sm:ms-auto">
          {says.foundAt} <DhakaTime at={foundAt} />
          {lastSeenAt.getTime() - foundAt.getTime() > A_MINUTE_MS && (
            <>
              , {says.seenAt} <DhakaTime at={lastSeenAt} />
            </>
          )}
        </span>
      </div>
      <p className="mt-1 max-w-prose">{says.todo[kind] ?? says.todoBooks}</p>
      {facts.length > 0 && (
        <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
          {facts.map(([name, value]) => (
            <Fact key={name} label={says.detail[name] ?? name}>
              {name === "at" ? <DhakaTime at={new Date(String(value))} /> : written(name, value)}
            </Fact>
          ))}
        </dl>
      )}
      {resolvedAt ? (
        <p className="mt-3 rounded-md bg-jute-tint px-3 py-2">
          {says.resolvedAt} <DhakaTime at={resolvedAt} />{" "}
          {resolvedBy ? `${says.by(resolvedBy)}: ${note ?? ""}` : says.byItself}
        </p>
      ) : (
        <ResolveForm id={id} onResolve={resolveAction} />
      )}
    </li>
  );
}

/** Amounts may be below nothing: an account of the ledger that owes. */
function written(name: string, value: string | number | boolean | null): string {
  if (name.endsWith("InPoisha") && Number.isSafeInteger(value)) {
    const amount = Number(value);
    return `${amount < 0 ? "−" : ""}${formatTaka(poisha(Math.abs(amount)), "en")}`;
  }
  return String(value);
}
