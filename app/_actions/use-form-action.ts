"use client";
import { useActionState } from "react";
import { untouched, type FormAction, type FormState } from "./form-state";
import { useIsEnhanced } from "./use-is-enhanced";

/**
 * `useActionState` for an action whose result is shown before it is there: when the shop cannot be reached, the form is
 * told `unreachable` instead of the page breaking, and what was shown is taken back. Without JavaScript the form carries
 * the action itself, and its state is the server's.
 */
export function useFormAction(
  action: FormAction,
  unreachable: string,
): [state: FormState, run: (form: FormData) => void, isRunning: boolean] {
  const [posted, post, isPosting] = useActionState(action, untouched);
  const [state, run, isRunning] = useActionState(
    async (before: FormState, form: FormData): Promise<FormState> => {
      try {
        return await action(before, form);
      } catch {
        const attempt = before.kind === "untouched" ? 1 : before.attempt + 1;
        return { kind: "refused", message: unreachable, fields: {}, values: {}, attempt };
      }
    },
    untouched,
  );
  const isEnhanced = useIsEnhanced();
  return isEnhanced
    ? [state.kind === "untouched" ? posted : state, run, isRunning]
    : [posted, post, isPosting];
}
