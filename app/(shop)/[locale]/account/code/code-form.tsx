"use client";
import { useActionState } from "react";
import { untouched } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { classes } from "@/app/_ui/classes";
import { described, Field, inputLook } from "@/app/_ui/field";
import { signInAction } from "../actions";

interface Props {
  readonly locale: string;
  readonly next: string;
  readonly words: Readonly<Record<"code" | "codeHint" | "signIn" | "signingIn" | "notSignedIn", string>>;
}

/** Six digits. Phones offer them from the SMS by themselves. It works without JavaScript. */
export function CodeForm({ locale, next, words }: Props) {
  const [state, signIn, isBusy] = useActionState(signInAction, untouched);
  const refused = state.kind === "refused" ? state : null;
  const error = refused?.fields.code ?? refused?.message ?? undefined;
  return (
    <form action={signIn} noValidate className="grid gap-5">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="next" value={next} />
      {refused && error && (
        <ErrorSummary
          attempt={refused.attempt}
          title={words.notSignedIn}
          message={null}
          fields={{ code: error }}
        />
      )}
      <Field id="code" label={words.code} hint={words.codeHint} error={error}>
        <input
          key={refused?.attempt}
          name="code"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={30}
          required
          className={classes(inputLook(Boolean(error)), "text-center text-2xl tracking-[0.3em] tabular-nums")}
          {...described("code", true, Boolean(error))}
        />
      </Field>
      <button type="submit" aria-disabled={isBusy} className={button("primary", "h-12")}>
        {isBusy ? words.signingIn : words.signIn}
      </button>
    </form>
  );
}
