"use client";
import { useActionState } from "react";
import { untouched, type FormAction } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { words } from "../../../_words/words";

/** Asks bKash about a payment or a refund in doubt. The page around it is made anew with the answer. */
export function AskBkashNow({
  about,
  id,
  onAsk,
}: {
  about: "paymentId" | "refundId";
  id: string;
  onAsk: FormAction;
}) {
  const [state, ask, isAsking] = useActionState(onAsk, untouched);
  return (
    <form action={ask} className="mt-3 flex flex-wrap items-center gap-3">
      <input type="hidden" name="locale" value="en" />
      <input type="hidden" name={about} value={id} />
      <button type="submit" disabled={isAsking} className={button("primary")}>
        {isAsking ? words.payment.asking : words.payment.askNow}
      </button>
      <span role="status" className="text-sm">
        {!isAsking && state.kind === "done" && words.payment.asked}
        {!isAsking && state.kind === "refused" && words.payment.askFailed}
      </span>
    </form>
  );
}
