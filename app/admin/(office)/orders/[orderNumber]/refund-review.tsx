"use client";
import { useEffect, useRef } from "react";
import { button } from "@/app/_ui/button";
import { Note } from "@/app/_ui/note";
import { formatTaka, poisha, takaText, type Poisha } from "@/lib/kernel/money";
import { PasswordField } from "../../../_show/password-field";
import { words } from "../../../_words/words";

interface Props {
  readonly amount: Poisha;
  readonly reason: string;
  readonly left: number;
  readonly orderNumber: string;
  readonly isLastOne: boolean;
  readonly isSending: boolean;
  readonly onChange: () => void;
}

/** What is about to happen to the money, in whole sentences, before it happens. */
export function RefundReview({ amount, reason, left, orderNumber, isLastOne, isSending, onChange }: Props) {
  const says = words.refund;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const text = formatTaka(amount, "en");
  const rest = left - amount;
  const restText = formatTaka(poisha(rest), "en");
  return (
    <>
      <h5 ref={heading} tabIndex={-1} className="text-lg font-bold outline-none">
        {says.reviewTitle}
      </h5>
      <input type="hidden" name="amount" value={takaText(amount)} />
      <input type="hidden" name="reason" value={reason} />
      <p>
        <strong>{says.reviewGoes(text, orderNumber)}</strong>{" "}
        {rest === 0 ? says.reviewAll : !isLastOne && says.reviewRest(restText)}
      </p>
      {rest > 0 && isLastOne && (
        <Note kind="warning" icon="alert">
          {says.reviewRestForGood(restText)}
        </Note>
      )}
      <p>
        {says.reason}: {reason}
      </p>
      <PasswordField id="password" label={says.password} hint={says.passwordHint} />
      <div className="flex flex-wrap gap-3">
        <button type="submit" disabled={isSending} className={button("primary")}>
          {isSending ? says.sending : says.send(text)}
        </button>
        <button type="button" disabled={isSending} onClick={onChange} className={button("quiet")}>
          {says.change}
        </button>
      </div>
    </>
  );
}
