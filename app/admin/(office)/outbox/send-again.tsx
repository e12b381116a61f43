"use client";
import { useActionState } from "react";
import { untouched, type FormAction } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { words } from "../../_words/words";

/** Sends one message once more. */
export function SendAgain({ messageId, onSend }: { messageId: string; onSend: FormAction }) {
  const [state, send, isSending] = useActionState(onSend, untouched);
  const says = words.outbox;
  return (
    <form action={send} className="mt-2 flex flex-wrap items-center gap-3">
      <input type="hidden" name="locale" value="en" />
      <input type="hidden" name="messageId" value={messageId} />
      <button type="submit" disabled={isSending} className={button("plain")}>
        {isSending ? says.sendingAgain : says.sendAgain}
      </button>
      <span role="status" className="text-sm">
        {!isSending && state.kind === "done" && says.willBeSent}
        {!isSending && state.kind === "refused" && says.notSentAgain}
      </span>
    </form>
  );
}
