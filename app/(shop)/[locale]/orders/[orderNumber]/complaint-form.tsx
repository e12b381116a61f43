"use client";
import { useActionState } from "react";
import { untouched } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { described, Field, inputLook } from "@/app/_ui/field";
import { HiddenFields } from "@/app/_ui/hidden-fields";
import { fileComplaintAction } from "./complaint-actions";

interface Props {
  readonly fields: Readonly<Record<string, string>>;
  readonly topics: readonly { readonly value: string; readonly label: string }[];
  readonly words: Readonly<
    Record<
      | "open"
      | "about"
      | "topic"
      | "chooseTopic"
      | "text"
      | "textHint"
      | "send"
      | "sending"
      | "notSent"
      | "sent",
      string
    >
  >;
}

/** What is wrong with the order. It works without JavaScript. */
export function ComplaintForm({ fields, topics, words }: Props) {
  const [state, file, isBusy] = useActionState(fileComplaintAction, untouched);
  const refused = state.kind === "refused" ? state : null;
  const errors = refused?.fields ?? {};
  const typed = refused?.values ?? {};
  return (
    <div>
      <p role="status" className="pt-3 font-semibold text-brand empty:hidden">
        {state.kind === "done" && words.sent}
      </p>
      <details key={state.kind === "done" ? state.attempt : 0} open={refused ? true : undefined}>
        <summary className="flex min-h-12 items-center font-semibold text-brand">{words.open}</summary>
        <form action={file} noValidate className="grid gap-4 pb-5">
          <HiddenFields fields={fields} />
          <p className="text-sm text-ink-soft">{words.about}</p>
          {refused && (
            <ErrorSummary
              attempt={refused.attempt}
              title={words.notSent}
              message={refused.message}
              fields={errors}
            />
          )}
          <div key={state.kind === "untouched" ? 0 : state.attempt} className="grid gap-4">
            <Field id="topic" label={words.topic} error={errors.topic}>
              <select
                name="topic"
                defaultValue={typed.topic ?? ""}
                required
                className={inputLook(Boolean(errors.topic))}
                {...described("topic", false, Boolean(errors.topic))}
              >
                <option value="">{words.chooseTopic}</option>
                {topics.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </Field>
            <Field id="text" label={words.text} hint={words.textHint} error={errors.text}>
              <textarea
                name="text"
                defaultValue={typed.text ?? ""}
                rows={4}
                maxLength={2000}
                required
                className={inputLook(Boolean(errors.text))}
                {...described("text", true, Boolean(errors.text))}
              />
            </Field>
          </div>
          <button type="submit" aria-disabled={isBusy} className={button("primary", "justify-self-start")}>
            {isBusy ? words.sending : words.send}
          </button>
        </form>
      </details>
    </div>
  );
}
