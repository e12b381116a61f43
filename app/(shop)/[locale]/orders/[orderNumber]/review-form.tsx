"use client";
import { useActionState } from "react";
import { untouched } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { described, Field, inputLook } from "@/app/_ui/field";
import { HiddenFields } from "@/app/_ui/hidden-fields";
import { reviewAction } from "./actions";

interface Props {
  readonly fields: Readonly<Record<string, string>>;
  readonly sku: string;
  /** The buyer's first name, as a proposal. */
  readonly name: string;
  readonly stars: readonly { readonly stars: number; readonly name: string }[];
  readonly words: Readonly<
    Record<
      | "open" | "openName" | "rating" | "text" | "textHint" | "shownName" | "shownNameHint" | "send" | "sending" | "thanks",
      string
    >
  >; // prettier-ignore
}

/** Stars, words and a name for one article. */
export function ReviewForm({ fields, sku, name, stars, words }: Props) {
  const [state, send, isSending] = useActionState(reviewAction, untouched);
  if (state.kind === "done")
    return (
      <p role="status" className="mt-2 text-sm font-semibold text-brand">
        {words.thanks}
      </p>
    );
  const refused = state.kind === "refused" ? state : null;
  const errors = refused?.fields ?? {};
  const typed = refused?.values ?? {};
  const id = (field: string) => `${field}-${sku}`;
  return (
    <details className="mt-1" open={refused ? true : undefined}>
      <summary
        aria-label={words.openName}
        className="flex min-h-11 w-fit cursor-pointer items-center text-sm font-semibold text-brand underline underline-offset-4"
      >
        {words.open}
      </summary>
      <form action={send} noValidate className="mt-2 grid max-w-text gap-4" key={refused?.attempt}>
        <HiddenFields fields={fields} />
        <p role="alert" className="text-sm font-semibold text-terracotta-deep empty:hidden">
          {refused?.message}
        </p>
        <fieldset aria-describedby={errors.rating ? id("rating-error") : undefined}>
          <legend className="mb-1 font-semibold">{words.rating}</legend>
          <div className="flex flex-wrap gap-2">
            {stars.map(({ stars: value, name: shown }) => (
              <label
                key={value}
                className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-full border border-line-strong px-4 has-checked:border-brand has-checked:bg-brand-tint"
              >
                <input
                  type="radio"
                  name="rating"
                  value={value}
                  required
                  defaultChecked={typed.rating === String(value)}
                  className="size-5 accent-brand"
                />
                {shown}
              </label>
            ))}
          </div>
          {errors.rating && (
            <p id={id("rating-error")} className="mt-1.5 text-sm font-semibold text-terracotta-deep">
              {errors.rating}
            </p>
          )}
        </fieldset>
        <Field id={id("text")} label={words.text} hint={words.textHint} error={errors.text}>
          <textarea
            {...described(id("text"), true, Boolean(errors.text))}
            name="text"
            rows={4}
            maxLength={1500}
            required
            defaultValue={typed.text ?? ""}
            className={inputLook(Boolean(errors.text))}
          />
        </Field>
        <Field id={id("name")} label={words.shownName} hint={words.shownNameHint} error={errors.shownName}>
          <input
            {...described(id("name"), true, Boolean(errors.shownName))}
            name="shownName"
            maxLength={40}
            required
            autoComplete="nickname"
            defaultValue={typed.shownName ?? name}
            className={inputLook(Boolean(errors.shownName))}
          />
        </Field>
        <button type="submit" aria-disabled={isSending} className={button("primary", "justify-self-start")}>
          {isSending ? words.sending : words.send}
        </button>
      </form>
    </details>
  );
}
