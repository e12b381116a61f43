"use client";
import { useActionState } from "react";
import { untouched } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { described, Field, inputLook } from "@/app/_ui/field";
import { Note } from "@/app/_ui/note";
import { enterCouponAction, removeCouponAction } from "./actions";

interface Props {
  readonly locale: string;
  /** The coupon in the cart. */
  readonly code: string | null;
  /** Why it is not good at the moment. */
  readonly problem: string | null;
  readonly words: Readonly<
    Record<"question" | "label" | "apply" | "applying" | "applied" | "remove" | "removeCode", string>
  >;
}

/** Folded away, so that who has no coupon is not sent looking for one. */
export function CouponForm({ locale, code, problem, words }: Props) {
  const [state, enter, isEntering] = useActionState(enterCouponAction, untouched);
  const [, remove, isRemoving] = useActionState(removeCouponAction, untouched);
  const refused = state.kind === "refused" ? state : null;
  const error = refused ? (refused.message ?? refused.fields.code) : undefined;
  if (code !== null)
    return (
      <form action={remove} className="mt-4 border-t border-line pt-4">
        <input type="hidden" name="locale" value={locale} />
        <div role="status">
          <Note kind={problem ? "warning" : "good"} icon={problem ? "alert" : "check"}>
            {problem ?? words.applied}
          </Note>
        </div>
        <button
          type="submit"
          aria-disabled={isRemoving}
          aria-label={words.removeCode}
          className={button("plain", "text-sm")}
        >
          {words.remove}
        </button>
      </form>
    );
  return (
    <details className="mt-4 border-t border-line pt-2" open={error ? true : undefined}>
      <summary className="flex min-h-11 cursor-pointer items-center text-sm font-semibold text-brand underline-offset-4 hover:underline">
        {words.question}
      </summary>
      <form action={enter} className="pb-1 pt-1">
        <input type="hidden" name="locale" value={locale} />
        <Field id="code" label={words.label} error={error}>
          <div className="flex gap-2">
            <input
              key={refused?.attempt}
              {...described("code", false, error !== undefined)}
              name="code"
              defaultValue={refused?.values.code ?? ""}
              maxLength={40}
              required
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              className={`${inputLook(error !== undefined)} min-w-0 uppercase`}
            />
            <button type="submit" aria-disabled={isEntering} className={button("quiet", "min-h-12 shrink-0")}>
              {isEntering ? words.applying : words.apply}
            </button>
          </div>
        </Field>
      </form>
    </details>
  );
}
