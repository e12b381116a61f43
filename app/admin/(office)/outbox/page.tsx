import type { Metadata } from "next";
import Link from "next/link";
import { button } from "@/app/_ui/button";
import { requireMerchant } from "@/lib/auth/session";
import { listMessages } from "@/lib/notifications/list-messages";
import { installedSenders } from "@/lib/notifications/senders";
import { words } from "../../_words/words";
import { Message } from "./message";

export const metadata: Metadata = { title: words.outbox.title };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const ADDRESS = "/admin/outbox";

/** Every message to a shopper as it was, or would be, sent. */
export default async function OutboxPage({ searchParams }: Props) {
  const page = readPage((await searchParams).page);
  const merchant = await requireMerchant(ADDRESS);
  const { messages, hasMore } = await listMessages(merchant, page);
  const says = words.outbox;
  return (
    <>
      <h1 className="text-2xl">{says.title}</h1>
      <p className="mt-2 max-w-prose text-ink-soft">{says.about}</p>
      {installedSenders().length === 0 && <p className="max-w-prose text-ink-soft">{says.noSender}</p>}
      {messages.length === 0 ? (
        <p className="mt-4 rounded-card border border-line bg-card p-6">{says.none}</p>
      ) : (
        <ol className="mt-4 grid gap-3">
          {messages.map((message) => (
            <Message key={message.id} message={message} />
          ))}
        </ol>
      )}
      {(page > 1 || hasMore) && (
        <nav aria-label={words.list.pages} className="mt-6 flex items-center justify-center gap-4">
          {page > 1 && (
            <Link
              href={`${ADDRESS}?page=${page - 1}`}
              prefetch={false}
              rel="prev"
              className={button("quiet")}
            >
              {says.newer}
            </Link>
          )}
          <span aria-current="page">{words.list.page(page)}</span>
          {hasMore && (
            <Link
              href={`${ADDRESS}?page=${page + 1}`}
              prefetch={false}
              rel="next"
              className={button("quiet")}
            >
              {says.older}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}

/** Pages count from 1; whatever is no page is the first. */
function readPage(asked: string | string[] | undefined): number {
  const page = typeof asked === "string" && /^\d{1,6}$/.test(asked) ? Number(asked) : 1;
  return Math.max(1, page);
}
