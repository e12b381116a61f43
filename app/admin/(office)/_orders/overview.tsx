import Link from "next/link";
import type { ReactNode } from "react";
import { formatTaka } from "@/lib/kernel/money";
import type { PaymentsOverview } from "@/lib/payments/payments-overview";
import { words } from "../../_words/words";
import { addressOf } from "./list-request";

/** How payments stand, in one mode. What wants attention is a link to it. */
export function Overview({ overview, toReview }: { overview: PaymentsOverview; toReview: number }) {
  const says = words.overview;
  return (
    <section aria-labelledby="payments-now" className="mt-4">
      <h2 id="payments-now" className="sr-only">
        {says.title}
      </h2>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line md:grid-cols-5">
        <Figure label={says.inDoubt} note={says.asking}>
          <Count count={overview.inDoubt} href={addressOf({ show: "doubt" })} />
        </Figure>
        <Figure label={says.toReview} note={says.person}>
          <Count count={toReview} href={addressOf({ show: "review" })} />
        </Figure>
        <Figure label={says.taken} note={says.dhaka}>
          {formatTaka(overview.takenTodayInPoisha, "en")}
        </Figure>
        <Figure label={says.mode} note={says.only}>
          {words.mode[overview.mode]}
        </Figure>
        {overview.tokens.map(({ provider, ageMinutes, callsLastHour }) => (
          <Figure
            key={provider}
            label={says.token(words.wallet(provider))}
            note={says.calls(callsLastHour)}
            isLast
          >
            {ageMinutes === null ? says.noToken : says.tokenAge(ageMinutes)}
          </Figure>
        ))}
      </dl>
    </section>
  );
}

function Figure({
  label,
  note,
  isLast = false,
  children,
}: {
  label: string;
  note: string;
  isLast?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={`bg-card px-4 py-2 ${isLast ? "col-span-2 md:col-span-1" : ""}`}>
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd>
        <span className="block text-lg font-bold tabular-nums md:min-h-11 md:content-center">{children}</span>
        <span className={`block text-xs text-ink-soft ${isLast ? "" : "max-md:sr-only"}`}>{note}</span>
      </dd>
    </div>
  );
}

const Count = ({ count, href }: { count: number; href: string }) =>
  count === 0 ? (
    "0"
  ) : (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-11 min-w-11 items-center text-terracotta-deep underline underline-offset-4"
    >
      {count}
    </Link>
  );
