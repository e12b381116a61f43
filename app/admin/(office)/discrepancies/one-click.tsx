"use client";
import { useActionState } from "react";
import { untouched, type FormAction } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";

/** A button that does one thing, with the words of its four states. */
export function OneClick({
  onClick,
  text,
  busy,
  done,
  failed,
}: {
  onClick: FormAction;
  text: string;
  busy: string;
  done: string;
  failed: string;
}) {
  const [state, run, isRunning] = useActionState(onClick, untouched);
  return (
    <form action={run} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="locale" value="en" />
      <button type="submit" disabled={isRunning} className={button("quiet")}>
        {isRunning ? busy : text}
      </button>
      <span role="status" className="text-sm">
        {!isRunning && state.kind === "done" && done}
        {!isRunning && state.kind === "refused" && failed}
      </span>
    </form>
  );
}
