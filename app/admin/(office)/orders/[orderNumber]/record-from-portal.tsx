"use client";
import { useActionState } from "react";
import { untouched, type FormAction } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { described, Field, inputLook } from "@/app/_ui/field";
import { PasswordField } from "../../../_show/password-field";
import { words } from "../../../_words/words";

/** The way out of a doubt that bKash does not end: what its own portal shows, with the password once more. */
export function RecordFromPortal({ refundId, onRecord }: { refundId: string; onRecord: FormAction }) {
  const [state, record, isSaving] = useActionState(onRecord, untouched);
  const says = words.refund.portal;
  const refused = state.kind === "refused" ? state : null;
  const wrong = refused?.fields.refundTrxId;
  const id = (name: string) => `${refundId}-${name}`;
  return (
    <details className="mt-2">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-brand underline underline-offset-4">
        {says.open}
      </summary>
      <form action={record} className="mt-2 grid max-w-text gap-4">
        <input type="hidden" name="locale" value="en" />
        <input type="hidden" name="refundId" value={refundId} />
        {refused && (
          <ErrorSummary attempt={refused.attempt} title={says.errors} message={refused.message} fields={{}} />
        )}
        <p>{says.about}</p>
        <fieldset className="grid gap-1">
          {(["refunded", "not refunded"] as const).map((word) => (
            <label key={word} className="flex min-h-11 items-center gap-3">
              <input type="radio" name="word" value={word} required className="size-5 accent-brand" />
              {word === "refunded" ? says.refunded : says.notRefunded}
            </label>
          ))}
        </fieldset>
        <Field id={id("trxId")} label={says.trxId} error={wrong}>
          <input
            {...described(id("trxId"), false, Boolean(wrong))}
            name="refundTrxId"
            autoComplete="off"
            maxLength={30}
            className={inputLook(Boolean(wrong))}
          />
        </Field>
        <PasswordField id={id("password")} label={words.refund.password} hint={words.refund.passwordHint} />
        <button type="submit" disabled={isSaving} className={button("primary", "justify-self-start")}>
          {isSaving ? says.saving : says.send}
        </button>
      </form>
    </details>
  );
}
