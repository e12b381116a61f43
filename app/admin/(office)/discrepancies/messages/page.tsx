import type { Metadata } from "next";
import { Note } from "@/app/_ui/note";
import { requireMerchant } from "@/lib/auth/session";
import { readWebhooks } from "@/lib/payments/list-webhooks";
import { appUrl, publicMode } from "@/lib/platform/env";
import { DhakaTime } from "../../../_show/dhaka-time";
import { Fact } from "../../../_show/fact";
import { words } from "../../../_words/words";
import { allowSubscriptionAction } from "../actions";
import { OneClick } from "../one-click";

export const metadata: Metadata = { title: words.discrepancies.messages };

/** What bKash's server tells ours: where from, whether it may begin, and what came. */
export default async function MessagesPage() {
  const merchant = await requireMerchant("/admin/discrepancies/messages");
  const { topics, openUntil, messages } = await readWebhooks(merchant, { name: "bkash", mode: publicMode() });
  const says = words.discrepancies.webhooks;
  return (
    <>
      <p className="max-w-prose">{says.about}</p>
      <dl className="my-4 grid gap-3">
        <Fact label={says.address}>
          <code className="break-all">{new URL("/api/payments/bkash/webhook", appUrl()).href}</code>
        </Fact>
        <Fact label={says.topic}>
          {topics.map((topic) => (
            <code key={topic} className="block break-all">
              {topic}
            </code>
          ))}
          {topics.length === 0 && (
            <Note kind="warning" icon="alert">
              {says.off}
            </Note>
          )}
        </Fact>
      </dl>
      {topics.length > 0 && (
        <section aria-labelledby="window" className="my-5 rounded-card border border-line bg-card p-4">
          <h2 id="window" className="text-xl">
            {says.window}
          </h2>
          <p className="my-2 max-w-prose">{says.windowAbout}</p>
          {openUntil && (
            <p className="mb-2 font-semibold">
              {says.openUntil} <DhakaTime at={openUntil} isExact />
            </p>
          )}
          <OneClick
            onClick={allowSubscriptionAction}
            text={says.allow}
            busy={says.allowing}
            done={says.allowed}
            failed={says.failed}
          />
        </section>
      )}
      <section aria-labelledby="latest">
        <h2 id="latest" className="mb-3 text-xl">
          {says.latest}
        </h2>
        {messages.length === 0 && <p className="text-ink-soft">{says.none}</p>}
        <ul className="grid gap-2">
          {messages.map(({ messageId, verdict, invoiceNumber, trxId, receivedAt }) => (
            <li
              key={messageId}
              className="flex flex-wrap gap-x-4 gap-y-1 rounded-card border border-line bg-card px-4 py-2"
            >
              <span className="font-semibold">{says.verdict[verdict] ?? verdict}</span>
              {invoiceNumber && <span className="break-all">{invoiceNumber}</span>}
              {trxId && <span className="break-all">{trxId}</span>}
              <span className="text-sm text-ink-soft sm:ms-auto">
                <DhakaTime at={receivedAt} isExact />
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
