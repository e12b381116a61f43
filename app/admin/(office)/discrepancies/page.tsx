import type { Metadata } from "next";
import Link from "next/link";
import { button } from "@/app/_ui/button";
import { requireMerchant } from "@/lib/auth/session";
import { listDiscrepancies, readLastCheck } from "@/lib/payments/list-discrepancies";
import { DhakaTime } from "../../_show/dhaka-time";
import { words } from "../../_words/words";
import { checkBooksAction } from "./actions";
import { Discrepancy } from "./discrepancy";
import { OneClick } from "./one-click";

export const metadata: Metadata = { title: words.discrepancies.title };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const addressOf = (isOpen: boolean, page = 1): string =>
  `/admin/discrepancies?${new URLSearchParams({ ...(isOpen ? {} : { show: "resolved" }), ...(page > 1 ? { page: String(page) } : {}) })}`;

/** What does not add up, open or resolved. */
export default async function DiscrepanciesPage({ searchParams }: Props) {
  const { show, page: asked } = await searchParams;
  const isOpen = show !== "resolved";
  const page = typeof asked === "string" && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
  const merchant = await requireMerchant(addressOf(isOpen, page));
  const [{ discrepancies, hasMore }, lastCheck] = await Promise.all([
    listDiscrepancies(merchant, { isOpen, page }),
    readLastCheck(merchant),
  ]);
  const says = words.discrepancies;
  return (
    <>
      {isOpen && (
        <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <p>
            {says.lastCheck}:{" "}
            {lastCheck?.at ? (
              <>
                <DhakaTime at={lastCheck.at} /> ({says.found(lastCheck.found, lastCheck.rules)})
              </>
            ) : (
              says.never
            )}
          </p>
          <OneClick
            onClick={checkBooksAction}
            text={says.check}
            busy={says.checking}
            done={says.checked}
            failed={says.checkFailed}
          />
        </div>
      )}
      {discrepancies.length === 0 ? (
        <p className="rounded-card border border-line bg-card p-6">
          {isOpen ? says.none : says.noneResolved}
        </p>
      ) : (
        <ol className="grid gap-4">
          {discrepancies.map((discrepancy) => (
            <Discrepancy key={discrepancy.id} discrepancy={discrepancy} />
          ))}
        </ol>
      )}
      {(page > 1 || hasMore) && (
        <nav aria-label={words.list.pages} className="mt-6 flex items-center justify-center gap-4">
          {page > 1 && (
            <Link href={addressOf(isOpen, page - 1)} prefetch={false} rel="prev" className={button("quiet")}>
              {says.newer}
            </Link>
          )}
          <span aria-current="page">{words.list.page(page)}</span>
          {hasMore && (
            <Link href={addressOf(isOpen, page + 1)} prefetch={false} rel="next" className={button("quiet")}>
              {says.older}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}
