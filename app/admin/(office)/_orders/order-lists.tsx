import Link from "next/link";
import { classes } from "@/app/_ui/classes";
import { words } from "../../_words/words";
import { addressOf, SHOWS, type ListRequest } from "./list-request";

/** The lists of orders, each a link; one that waits for somebody says how many it holds. On a phone they are one row. */
export function OrderLists({
  request,
  counts,
}: {
  request: ListRequest;
  counts: Partial<Record<ListRequest["show"], number>>;
}) {
  return (
    <nav aria-label={words.list.show} className="-mx-4 mt-5 overflow-x-auto px-4 py-1 sm:mx-0 sm:px-0">
      <ul className="flex w-max gap-2 sm:w-auto sm:flex-wrap">
        {SHOWS.map((show) => (
          <li key={show}>
            <Link
              href={addressOf({ show })}
              aria-current={show === request.show ? "page" : undefined}
              className={classes(
                "inline-flex min-h-11 items-center gap-2 whitespace-nowrap rounded-full border px-4 text-sm font-semibold",
                show === request.show
                  ? "border-brand bg-brand text-on-brand"
                  : "border-line-strong bg-card hover:border-brand hover:text-brand",
              )}
            >
              {words.list.shows[show]}
              {Boolean(counts[show]) && <span className="tabular-nums">{counts[show]}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
