"use client";
import { useActionState } from "react";
import { untouched } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { described, Field, inputLook } from "@/app/_ui/field";
import { requestCodeAction } from "./actions";

interface Props {
  readonly locale: string;
  readonly next: string;
  readonly words: Readonly<Record<"contact" | "contactHint" | "send" | "sending" | "notSent", string>>;
}

/** A phone or an e-mail address to send a code to. It works without JavaScript. */
export function ContactForm({ locale, next, words }: Props) {
  const [state, send, isBusy] = useActionState(requestCodeAction, untouched);
  const refused = state.kind === "refused" ? state : null;
  const error = refused?.fields.contact;
  return (
    <form action={send} noValidate className="grid gap-5">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="next" value={next} />
      {refused && (
        <ErrorSummary
          attempt={refused.attempt}
          title={words.notSent}
          message={refused.message}
          fields={refused.fields}
        />
      )}
      <Field id="contact" label={words.contact} hint={words.contactHint} error={error}>
        <input
          key={refused?.attempt}
          name="contact"
          type="text"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          maxLength={130}
          required
          defaultValue={refused?.values.contact ?? ""}
          className={inputLook(Boolean(error))}
          {...described("contact", true, Boolean(error))}
        />
      </Field>
      <button type="submit" aria-disabled={isBusy} className={button("primary", "h-12")}>
        {isBusy ? words.sending : words.send}
      </button>
    </form>
  );
}
