"use client";
import { useActionState, useState, type FormEvent } from "react";
import { untouched, type FormAction } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { described, Field, inputLook } from "@/app/_ui/field";
import { Note } from "@/app/_ui/note";
import { formatTaka, parseTaka, poisha, type Poisha } from "@/lib/kernel/money";
import { words } from "../../../_words/words";
import { RefundReview } from "./refund-review";

interface Props {
  readonly paymentId: string;
  readonly orderNumber: string;
  /** Names this form's click, so that sending it twice is one refund. */
  readonly clickKey: string;
  /** Poisha that may go back at most, and the same as it is typed. */
  readonly left: number;
  readonly leftTyped: string;
  /** Nothing more of this payment can go back afterwards. */
  readonly isLastOne: boolean;
  readonly onRefund: FormAction;
}

/** Amount and reason first; then everything once more, with the password; only then is bKash asked. */
export function RefundForm({
  paymentId,
  orderNumber,
  clickKey,
  left,
  leftTyped,
  isLastOne,
  onRefund,
}: Props) {
  const says = words.refund;
  const [state, refund, isSending] = useActionState(onRefund, untouched);
  const [typed, setTyped] = useState({ amount: leftTyped, reason: "" });
  const [reviewed, setReviewed] = useState<Poisha | null>(null);
  const [isAmountWrong, setAmountWrong] = useState(false);
  const refused = state.kind === "refused" && !isSending ? state : null;
  const most = formatTaka(poisha(left), "en");
  const amountError = isAmountWrong ? says.amountWrong(most) : undefined;

  const submit = (event: FormEvent) => {
    if (reviewed !== null) return;
    event.preventDefault();
    const amount = parseTaka(typed.amount.trim());
    const fits = amount !== null && amount > 0 && amount <= left;
    setAmountWrong(!fits);
    if (fits) setReviewed(amount);
  };
  return (
    <form action={refund} onSubmit={submit} className="mt-2 grid max-w-text gap-4">
      <input type="hidden" name="locale" value="en" />
      <input type="hidden" name="paymentId" value={paymentId} />
      <input type="hidden" name="clickKey" value={clickKey} />
      {refused && (
        <ErrorSummary attempt={refused.attempt} title={says.errors} message={refused.message} fields={{}} />
      )}
      {reviewed !== null ? (
        <RefundReview
          amount={reviewed}
          reason={typed.reason}
          left={left}
          orderNumber={orderNumber}
          isLastOne={isLastOne}
          isSending={isSending}
          onChange={() => setReviewed(null)}
        />
      ) : (
        <>
          <Field id={`${paymentId}-amount`} label={says.amount} hint={says.left(most)} error={amountError}>
            <input
              {...described(`${paymentId}-amount`, true, isAmountWrong)}
              inputMode="decimal"
              autoComplete="off"
              required
              value={typed.amount}
              onChange={({ target }) => setTyped({ ...typed, amount: target.value })}
              className={inputLook(isAmountWrong)}
            />
          </Field>
          {isLastOne && (
            <Note kind="warning" icon="alert">
              {says.lastOne(most)}
            </Note>
          )}
          <Field id={`${paymentId}-reason`} label={says.reason} hint={says.reasonHint}>
            <input
              {...described(`${paymentId}-reason`, true, false)}
              autoComplete="off"
              required
              pattern=".*\S.*"
              maxLength={255}
              value={typed.reason}
              onChange={({ target }) => setTyped({ ...typed, reason: target.value })}
              className={inputLook(false)}
            />
          </Field>
          <button type="submit" className={button("quiet", "justify-self-start")}>
            {says.review}
          </button>
        </>
      )}
    </form>
  );
}
