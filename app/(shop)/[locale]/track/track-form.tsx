"use client";
import { useActionState } from "react";
import { untouched } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { described, Field, inputLook } from "@/app/_ui/field";
import { trackOrderAction } from "./actions";

interface Props {
  readonly locale: string;
  readonly words: Readonly<
    Record<
      "orderNumber" | "orderNumberHint" | "phone" | "phoneHint" | "open" | "opening" | "notOpened",
      string
    >
  >;
  readonly errorsTitle: readonly string[];
}

/** Number and phone of an order. It works without JavaScript. */
export function TrackForm({ locale, words, errorsTitle }: Props) {
  const [state, track, isBusy] = useActionState(trackOrderAction, untouched);
  const refused = state.kind === "refused" ? state : null;
  const errors = refused?.fields ?? {};
  const wrong = Object.keys(errors).length;
  const input = (name: "orderNumber" | "phone") => ({
    name,
    defaultValue: refused?.values[name] ?? "",
    className: inputLook(Boolean(errors[name])),
    required: true,
    ...described(name, true, Boolean(errors[name])),
  });
  return (
    <form
      action={track}
      noValidate
      className="grid gap-5 rounded-card border border-line bg-card p-5 shadow-lift sm:p-7"
    >
      <input type="hidden" name="locale" value={locale} />
      {refused && (
        <ErrorSummary
          attempt={refused.attempt}
          title={errorsTitle[wrong - 1] ?? words.notOpened}
          message={refused.message}
          fields={errors}
        />
      )}
      <div key={refused?.attempt} className="grid gap-5">
        <Field
          id="orderNumber"
          label={words.orderNumber}
          hint={words.orderNumberHint}
          error={errors.orderNumber}
        >
          <input {...input("orderNumber")} type="text" autoComplete="off" maxLength={30} />
        </Field>
        <Field id="phone" label={words.phone} hint={words.phoneHint} error={errors.phone}>
          <input {...input("phone")} type="tel" inputMode="tel" autoComplete="tel" maxLength={24} />
        </Field>
      </div>
      <button type="submit" aria-disabled={isBusy} className={button("primary", "h-12")}>
        {isBusy ? words.opening : words.open}
      </button>
    </form>
  );
}
