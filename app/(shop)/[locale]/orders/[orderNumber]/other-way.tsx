"use client";
import { useActionState } from "react";
import { untouched, type FormAction } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { classes } from "@/app/_ui/classes";
import { HiddenFields } from "@/app/_ui/hidden-fields";
import { Note } from "@/app/_ui/note";

interface Props {
  readonly action: FormAction;
  readonly fields: Readonly<Record<string, string>>;
  readonly words: string;
  /** As wide as its place on a desk, too: among others of one width. */
  readonly isWide?: boolean;
}

/** One button that changes how an order is paid. It works without JavaScript. */
export function OtherWay({ action, fields, words, isWide = false }: Props) {
  const [state, choose, isBusy] = useActionState(action, untouched);
  return (
    <form action={choose} className="grid gap-3">
      <HiddenFields fields={fields} />
      <button
        type="submit"
        aria-disabled={isBusy}
        className={button("quiet", classes("w-full", !isWide && "sm:w-auto sm:justify-self-start"))}
      >
        {isBusy && <span className="spinner" aria-hidden="true" />}
        {words}
      </button>
      <div role="status">
        {state.kind === "refused" && state.message && (
          <Note key={state.attempt} kind="warning" icon="alert">
            {state.message}
          </Note>
        )}
      </div>
    </form>
  );
}
