"use client";
import { useActionState } from "react";
import { untouched, type FormAction } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { words } from "../_words/words";

export function SignOut({ onSignOut }: { onSignOut: FormAction }) {
  const [, signOut, isBusy] = useActionState(onSignOut, untouched);
  return (
    <form action={signOut}>
      <button type="submit" disabled={isBusy} className={button("plain", "px-2")}>
        {words.signOut}
      </button>
    </form>
  );
}
