"use client";
import { startTransition, useActionState, useState, type FormEvent } from "react";
import { untouched, type FormAction } from "@/app/_actions/form-state";
import { useIsEnhanced } from "@/app/_actions/use-is-enhanced";
import { button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { described, Field, inputLook } from "@/app/_ui/field";
import { Note } from "@/app/_ui/note";
import { words } from "../../../_words/words";

/** A form may send 1 MB. */
const MOST_BYTES = 900_000;

/** Reads the chosen file in the browser, as soon as it can, and sends its text with the days that it is about. */
export function ImportForm({ onImport }: { onImport: FormAction }) {
  const says = words.discrepancies.upload;
  const [state, send, isSending] = useActionState(onImport, untouched);
  const isEnhanced = useIsEnhanced();
  const [fileError, setFileError] = useState<string>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) return setFileError(says.choose);
    if (file.size > MOST_BYTES) return setFileError(says.tooLarge);
    setFileError(undefined);
    const text = await file.text();
    form.delete("file");
    form.set("name", file.name);
    form.set("text", text);
    startTransition(() => send(form));
  };
  const refused = state.kind === "refused" && !isSending ? state : null;
  return (
    <form
      onSubmit={(event) => void submit(event)}
      noValidate
      className="my-5 grid max-w-text gap-4 rounded-card border border-line bg-card p-4"
    >
      <input type="hidden" name="locale" value="en" />
      {refused && (
        <ErrorSummary
          attempt={refused.attempt}
          title={says.refused}
          message={refused.message ?? Object.values(refused.fields)[0] ?? null}
          fields={{}}
        />
      )}
      <Field id="file" label={says.file} hint={says.fileHint} error={fileError}>
        <input
          {...described("file", true, fileError !== undefined)}
          name="file"
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          className={inputLook(fileError !== undefined)}
        />
      </Field>
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="mb-2 text-sm text-ink-soft">{says.period}</legend>
        {(["from", "until"] as const).map((edge) => (
          <Field key={edge} id={edge} label={says[edge]} optional={says.optional}>
            <input id={edge} name={edge} type="date" className={inputLook(false)} />
          </Field>
        ))}
      </fieldset>
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" disabled={isSending || !isEnhanced} className={button("primary")}>
          {isSending ? says.busy : says.button}
        </button>
        <div role="status">
          {!isSending && state.kind === "done" && (
            <Note kind="good" icon="check">
              {says.done}
            </Note>
          )}
        </div>
      </div>
    </form>
  );
}
