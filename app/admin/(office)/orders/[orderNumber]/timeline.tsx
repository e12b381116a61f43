import { formatTaka, poisha } from "@/lib/kernel/money";
import type { RecordedEvent } from "@/lib/payments/payment-history";
import { DhakaTime } from "../../../_show/dhaka-time";
import { words } from "../../../_words/words";

type Source = RecordedEvent["source"];

interface Props<Status extends string> {
  readonly events: readonly {
    readonly id: string;
    readonly at: Date;
    readonly from: Status | null;
    readonly to: Status;
    readonly source: Source;
    readonly code: RecordedEvent["code"];
    readonly detail: Record<string, unknown> | null;
  }[];
  /** The words of its statuses, and of who told of them. */
  readonly status: Record<Status, string>;
  readonly toldBy: Record<Source, string>;
}

/** The history of a payment or a refund, straight from its table, oldest first. */
export function Timeline<Status extends string>({ events, status, toldBy }: Props<Status>) {
  const says = words.payment;
  return (
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
              {event.from && `${status[event.from]} → `}
              {status[event.to]}
            </span>
            <span className="text-sm text-ink-soft">
              {says.toldBy.toLowerCase()} {toldBy[event.source]}
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
