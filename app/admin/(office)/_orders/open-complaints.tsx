import Link from "next/link";
import type { OpenComplaint } from "@/lib/orders/complaints";
import { DhakaTime } from "../../_show/dhaka-time";
import { words } from "../../_words/words";

/** The complaints that wait for an answer, the oldest first. Nothing when there is none. */
export function OpenComplaints({ complaints, now }: { complaints: readonly OpenComplaint[]; now: Date }) {
  const says = words.complaints;
  if (complaints.length === 0) return null;
  return (
    <section
      aria-labelledby="open-complaints"
      className="mb-5 rounded-card border border-line bg-card p-4 sm:p-5"
    >
      <h2 id="open-complaints" className="text-lg font-semibold">
        {says.open}
      </h2>
      <ul>
        {complaints.map(({ id, orderNumber, topic, dueAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <Link
              href={`/admin/orders/${orderNumber}`}
              prefetch={false}
              className="inline-flex min-h-11 items-center text-brand underline underline-offset-4"
            >
              {orderNumber}
            </Link>
            <span>{says.topic[topic]}</span>
            <span className={dueAt < now ? "font-semibold text-terracotta-deep" : "text-sm text-ink-soft"}>
              {dueAt < now ? says.late : says.due} <DhakaTime at={dueAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
