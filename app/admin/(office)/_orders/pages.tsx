import Link from "next/link";
import { button } from "@/app/_ui/button";
import { words } from "../../_words/words";
import { addressOf, firstIn, type ListRequest } from "./list-request";

/** The way to newer and older orders; each page has an address of its own. */
export function Pages({ request, hasMore }: { request: ListRequest; hasMore: boolean }) {
  const { page } = request;
  if (page === 1 && !hasMore) return null;
  const { newer, older } = words.list;
  const [back, on] = firstIn(request) === "newest" ? [newer, older] : [older, newer];
  return (
    <nav aria-label={words.list.pages} className="mt-6 flex items-center justify-center gap-4">
      {page > 1 && (
        <Link
          href={addressOf({ ...request, page: page - 1 })}
          prefetch={false}
          rel="prev"
          className={button("quiet")}
        >
          {back}
        </Link>
      )}
      <span aria-current="page">{words.list.page(page)}</span>
      {hasMore && (
        <Link
          href={addressOf({ ...request, page: page + 1 })}
          prefetch={false}
          rel="next"
          className={button("quiet")}
        >
          {on}
        </Link>
      )}
    </nav>
  );
}
