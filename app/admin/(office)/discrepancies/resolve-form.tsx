"use client";
import { useActionState } from "react";
import { untouched, type FormAction } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { described, Field, inputLook } from "@/app/_ui/field";
import { words } from "../../_words/words";

/** A person has looked: the note says how it stands, and takes it off the list. */
export function ResolveForm({ id, onResolve }: { id: string; onResolve: FormAction }) {
  const says = words.discrepancies;
  const [state, resolve, isResolving] = useActionState(onResolve, untouched);
  const error = state.kind === "refused" && !isResolving ? says.resolveFailed : undefined;
  return (
    <form action={resolve} className="mt-3 grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <input type="hidden" name="locale" value="en" />
      <input type="hidden" name="id" value={id} />
      <Field id={`note-${id}`} label={says.note} hint={says.noteHint} error={error}>
        <input
          {...described(`note-${id}`, true, error !== undefined)}
          name="note"
          required
          maxLength={500}
          autoComplete="off"
          className={inputLook(error !== undefined)}
        />
      </Field>
      <button type="submit" disabled={isResolving} className={button("quiet", "min-h-12")}>
        {isResolving ? says.resolving : says.resolve}
      </button>
    </form>
  );
}
