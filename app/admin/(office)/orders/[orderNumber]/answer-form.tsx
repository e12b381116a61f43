"use client";
import { useActionState } from "react";
import { untouched } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { Field, inputLook } from "@/app/_ui/field";
import { words } from "../../../_words/words";
import { answerComplaintAction } from "./complaint-actions";

/** The answer to one complaint, in the customer's own language. It is given once. */
export function AnswerForm({ complaintId }: { complaintId: string }) {
  const [state, answer, isBusy] = useActionState(answerComplaintAction, untouched);
  const says = words.complaints;
  const refused = state.kind === "refused" ? state : null;
  const id = `answer-${complaintId}`;
  return (
    <form action={answer} className="grid max-w-prose gap-2">
      <input type="hidden" name="locale" value="en" />
      <input type="hidden" name="complaintId" value={complaintId} />
      <Field id={id} label={says.answer} hint={says.answerHint}>
        <textarea
          key={refused?.attempt}
          id={id}
          name="answer"
          aria-describedby={`${id}-hint`}
          defaultValue={refused?.values.answer ?? ""}
          rows={3}
          required
          maxLength={2000}
          className={inputLook(false)}
        />
      </Field>
      <div role="status">
        {refused && (
          <p className="text-sm font-semibold text-terracotta-deep">
            {refused.message ?? Object.values(refused.fields).join(" ")}
          </p>
        )}
      </div>
      <button type="submit" aria-disabled={isBusy} className={button("primary", "justify-self-start")}>
        {says.send}
      </button>
    </form>
  );
}
