"use client";
import { useActionState } from "react";
import { untouched } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { words } from "../../_words/words";
import { moderateReviewAction } from "./actions";

/** The decisions that are left: a published review can be hidden, a hidden one published, a new one either. */
export function ModerateButtons({ id, status, of }: { id: string; status: string; of: string }) {
  const says = words.reviews;
  const [state, moderate, isRunning] = useActionState(moderateReviewAction, untouched);
  return (
    <form action={moderate} className="mt-3 flex flex-wrap items-center gap-3">
      <input type="hidden" name="locale" value="en" />
      <input type="hidden" name="id" value={id} />
      {(["PUBLISHED", "HIDDEN"] as const)
        .filter((decision) => decision !== status)
        .map((decision) => (
          <button
            key={decision}
            type="submit"
            name="status"
            value={decision}
            disabled={isRunning}
            aria-label={`${says.decide[decision]}: ${of}`}
            className={button(decision === "PUBLISHED" ? "primary" : "quiet")}
          >
            {says.decide[decision]}
          </button>
        ))}
      <span role="status" className="text-sm text-terracotta-deep">
        {!isRunning && state.kind === "refused" && says.failed}
      </span>
    </form>
  );
}
