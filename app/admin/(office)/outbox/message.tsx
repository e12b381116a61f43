import Link from "next/link";
import type { ListedMessage } from "@/lib/notifications/list-messages";
import { MessageBadge } from "../../_show/badge";
import { DhakaTime } from "../../_show/dhaka-time";
import { words } from "../../_words/words";
import { sendAgainAction } from "./actions";
import { SendAgain } from "./send-again";

/** One message: about what, to whom, its words, and whether it went out. */
export function Message({ message }: { message: ListedMessage }) {
  const says = words.outbox;
  return (
    <li className="rounded-card border border-line bg-card px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{says.topic[message.topic]}</span>
        {message.orderNumber && (
          <Link
            href={`/admin/orders/${message.orderNumber}`}
            prefetch={false}
            className="inline-flex min-h-11 items-center text-brand underline underline-offset-4"
          >
            {message.orderNumber}
          </Link>
        )}
        <MessageBadge state={message.state} />
        <span className="text-sm text-ink-soft sm:ms-auto">
          <DhakaTime at={message.sentAt ?? message.createdAt} />
        </span>
      </div>
      <p className="text-sm text-ink-soft">
        {says.to} {[message.phone, message.email].filter(Boolean).join(", ")} ·{" "}
        {says.length(message.smsParts)}
        {message.state !== "sent" && message.tries > 0 && ` · ${says.tries(message.tries)}`}
      </p>
      <p lang={message.locale} className="mt-2 rounded-md bg-jute-tint px-3 py-2 break-words">
        {message.text}
      </p>
      <Gone message={message} />
      {message.lastError && (
        <p className="mt-2 text-sm text-terracotta-deep break-words">
          {says.lastError}: {message.lastError}
        </p>
      )}
      <SendAgain messageId={message.id} onSend={sendAgainAction} />
    </li>
  );
}

/** Which ways took it, and when. */
function Gone({ message }: { message: ListedMessage }) {
  const says = words.outbox.gone;
  const gone = [
    [says.sms, message.smsSentAt],
    [says.email, message.emailSentAt],
  ] as const;
  return gone.map(
    ([what, at]) =>
      at && (
        <p key={what} className="mt-1 text-sm text-ink-soft">
          {what} <DhakaTime at={at} />
        </p>
      ),
  );
}
