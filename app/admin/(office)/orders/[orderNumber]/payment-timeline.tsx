import { formatTaka, poisha } from "@/lib/kernel/money";
import type { RecordedEvent } from "@/lib/payments/payment-history";
import { DhakaTime } from "../../../_show/dhaka-time";
import { words } from "../../../_words/words";

/** A payment's history, straight from its table, oldest first. */
export function PaymentTimeline({ events }: { events: readonly RecordedEvent[] }) {
  const says = words.payment;
  return (
    <>
      <h4 className="border-t border-line pt-3 font-bold">{says.timeline}</h4>
      <ol className="ms-1.5 mt-2 border-s-2 border-jute">
        {events.map((event) => (
          <li
            key={event.id}
            className="relative ps-5 pb-3 before:absolute before:-start-[0.4375rem] before:top-1.5 before:size-3 before:rounded-full before:bg-line-strong last:pb-0 last:before:bg-brand"
          >
            <p className="flex flex-wrap gap-x-3">
              <span className="text-sm text-ink-soft">
                <DhakaTime at={event.at} isExact />
              </span>
              <span className="font-medium">
                {event.from && `${words.paymentStatus[event.from]} → `}
                {words.paymentStatus[event.to]}
              </span>
              <span className="text-sm text-ink-soft">
                {says.toldBy.toLowerCase()} {words.source[event.source]}
              </span>
            </p>
            {event.code && (
              <p className="text-sm">
                {says.code} {event.code.code}: {event.code.meaning ?? says.codeUnknown}
              </p>
            )}
            <Detail detail={event.detail ?? {}} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Detail({ detail }: { detail: Record<string, unknown> }) {
  const entries = Object.entries(detail).filter(([, value]) => value !== null && value !== "");
  if (entries.length === 0) return null;
  return (
    <p className="text-sm break-words text-ink-soft">
      {entries.map(([name, value]) => `${words.details[name] ?? name} ${shown(name, value)}`).join(" · ")}
    </p>
  );
}

const shown = (name: string, value: unknown): string =>
  name.endsWith("InPoisha") && typeof value === "number"
    ? formatTaka(poisha(value), "en")
    : typeof value === "string"
      ? value
      : JSON.stringify(value);
