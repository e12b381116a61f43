"use client";
import { useActionState, type ReactNode } from "react";
import { untouched, type FormAction } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { HiddenFields } from "@/app/_ui/hidden-fields";
import { Note } from "@/app/_ui/note";

interface Props {
  readonly action: FormAction;
  readonly fields: Readonly<Record<string, string>>;
  readonly words: string;
  readonly look?: "primary" | "quiet" | "plain";
  readonly children?: ReactNode;
}

/** A form that is one button, with what it needs to know. It works without JavaScript. */
export function OneClick({ action, fields, words, look = "quiet", children }: Props) {
  const [state, send, isBusy] = useActionState(action, untouched);
  const refused = state.kind === "refused" ? state : null;
  const message = refused && [refused.message, ...Object.values(refused.fields)].filter(Boolean).join(" ");
  return (
    <form action={send} className="grid justify-items-start gap-3">
      <HiddenFields fields={fields} />
      {children}
      <button type="submit" aria-disabled={isBusy} className={button(look)}>
        {isBusy && <span className="spinner" aria-hidden="true" />}
        {words}
      </button>
      <div role="status">
        {message && (
          <Note key={refused?.attempt} kind="warning" icon="alert">
            {message}
          </Note>
        )}
      </div>
    </form>
  );
}
