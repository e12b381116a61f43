"use client";
import { useActionState } from "react";
import { untouched } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { described, Field, inputLook } from "@/app/_ui/field";
import { restockAction } from "./restock-action";

export type RestockWords = Readonly<
  Record<"title" | "contact" | "contactHint" | "ask" | "asking" | "done", string>
>;

/** Where to tell somebody that it is there again. Part of the form that says which variant is meant. */
export function RestockFields({ locale, words }: { locale: string; words: RestockWords }) {
  const [state, ask, isAsking] = useActionState(restockAction, untouched);
  const refused = state.kind === "refused" ? state : null;
  const error = refused ? (refused.fields.contact ?? refused.message ?? undefined) : undefined;
  return (
    <fieldset lang={locale} className="w-full rounded-card bg-jute-tint p-5">
      <legend className="sr-only">{words.title}</legend>
      <p aria-hidden="true" className="mb-3 font-display text-lg font-semibold">
        {words.title}
      </p>
      {state.kind === "done" ? (
        <p role="status" className="font-semibold text-brand">
          {words.done}
        </p>
      ) : (
        <Field id="contact" label={words.contact} hint={words.contactHint} error={error}>
          <div className="flex flex-wrap gap-2">
            <input
              key={refused?.attempt}
              {...described("contact", true, error !== undefined)}
              name="contact"
              defaultValue={refused?.values.contact ?? ""}
              maxLength={120}
              autoComplete="tel"
              className={`${inputLook(error !== undefined)} min-w-48 flex-1`}
            />
            <button
              type="submit"
              formAction={ask}
              aria-disabled={isAsking}
              className={button("primary", "min-h-12")}
            >
              {isAsking ? words.asking : words.ask}
            </button>
          </div>
        </Field>
      )}
    </fieldset>
  );
}
