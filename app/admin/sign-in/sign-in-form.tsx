"use client";
import { signIn } from "next-auth/react";
import { useState, type FormEvent } from "react";
import { useIsEnhanced } from "@/app/_actions/use-is-enhanced";
import { button } from "@/app/_ui/button";
import { described, Field, inputLook } from "@/app/_ui/field";
import { PasswordField } from "../_show/password-field";
import { words } from "../_words/words";

/** What lib/auth/merchant-auth says when it refuses: `WRONG`, or `WAIT` and a number of seconds. */
function explain(refusal: string | null | undefined): string {
  const seconds = /^WAIT (\d+)$/.exec(refusal ?? "")?.[1];
  if (seconds) return words.signIn.wait(Math.max(1, Math.ceil(Number(seconds) / 60)));
  return refusal === "WRONG" ? words.signIn.wrong : words.signIn.failed;
}

/** Signs a merchant in and goes on. `method` is there so that a form sent too early never puts a password into an address. */
export function SignInForm({ goesTo }: { goesTo: string }) {
  const isEnhanced = useIsEnhanced();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    setBusy(true);
    setRefusal(undefined);
    try {
      const answer = await signIn("credentials", {
        email: typed.get("email"),
        password: typed.get("password"),
        redirect: false,
      });
      if (answer?.ok) return window.location.assign(goesTo); // a new document: nothing kept from before the sign-in
      setRefusal(explain(answer?.error));
    } catch {
      setRefusal(words.signIn.failed);
    }
    setBusy(false);
  };

  return (
    <form method="post" onSubmit={(event) => void submit(event)} className="grid gap-4">
      <noscript>{words.signIn.noScript}</noscript>
      {refusal && (
        <p role="alert" className="rounded-xl bg-blush-tint px-4 py-3 font-medium text-terracotta-deep">
          {refusal}
        </p>
      )}
      <Field id="email" label={words.signIn.email}>
        <input
          {...described("email", false, false)}
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={200}
          className={inputLook(false)}
        />
      </Field>
      <PasswordField id="password" label={words.signIn.password} />
      <button type="submit" disabled={isBusy || !isEnhanced} className={button("primary", "mt-1")}>
        {isBusy ? words.signIn.busy : words.signIn.button}
      </button>
    </form>
  );
}
