import { Note } from "@/app/_ui/note";
import type { Complaint } from "@/lib/orders/complaints";
import { DhakaTime } from "../../../_show/dhaka-time";
import { words } from "../../../_words/words";
import { AnswerForm } from "./answer-form";

/** What the customer says is wrong with this order, and what was answered. Nothing when there is no complaint. */
export function Complaints({ complaints, now }: { complaints: readonly Complaint[]; now: Date }) {
  const says = words.complaints;
  if (complaints.length === 0) return null;
  return (
    <section aria-labelledby="complaints" className="mb-5 rounded-card border border-line bg-card p-4 sm:p-5">
      <h2 id="complaints" className="text-xl">
        {says.title}
      </h2>
      <ol className="mt-2 grid gap-4">
        {complaints.map((complaint) => (
          <li key={complaint.id} className="grid gap-2 border-t border-line pt-3">
            <p>
              <strong>{says.topic[complaint.topic]}</strong>{" "}
              <span className="text-sm text-ink-soft">
                <DhakaTime at={complaint.filedAt} />
              </span>
            </p>
            <p className="max-w-prose break-words whitespace-pre-line">{complaint.text}</p>
            {complaint.answer && complaint.answeredAt ? (
              <div className="max-w-prose rounded-md bg-brand-tint px-3 py-2">
                <p className="text-sm text-ink-soft">
                  {says.answered} <DhakaTime at={complaint.answeredAt} />
                </p>
                <p className="whitespace-pre-line">{complaint.answer}</p>
              </div>
            ) : (
              <>
                <Note kind={complaint.dueAt < now ? "bad" : "warning"} icon="alert">
                  {complaint.dueAt < now ? says.late : says.due} <DhakaTime at={complaint.dueAt} />
                </Note>
                <AnswerForm complaintId={complaint.id} />
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
