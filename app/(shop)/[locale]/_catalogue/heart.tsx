"use client";
import { useActionState, useEffect, useOptimistic, useSyncExternalStore } from "react";
import { untouched, type FormState } from "@/app/_actions/form-state";
import { useIsEnhanced } from "@/app/_actions/use-is-enhanced";
import { announceWishes, isWished, onWishes } from "../_shell/wishes";
import { changeWishAction } from "../wishlist/actions";

interface Props {
  readonly product: string;
  readonly locale: string;
  /** What the server knows of it: lists are the same for everybody, and know nothing. */
  readonly isFull?: boolean;
  readonly words: { readonly heart: string; readonly saved: string };
  readonly look: string;
}

/** Puts a product on the wishlist, or takes it off. Full at once, empty again if the server refuses. */
export function Heart({ product, locale, isFull = false, words, look }: Props) {
  const [state, change] = useActionState<FormState, FormData>(changeWishAction, untouched);
  const wished = useSyncExternalStore(
    onWishes,
    () => isWished(product),
    () => isFull,
  );
  const [shown, expect] = useOptimistic(wished);
  const isEnhanced = useIsEnhanced();
  useEffect(() => {
    if (state.kind !== "untouched") announceWishes();
  }, [state]);
  const submit = (form: FormData) => {
    expect(!shown);
    change(form);
  };
  return (
    <form action={isEnhanced ? submit : change} className={look}>
      <input type="hidden" name="product" value={product} />
      <input type="hidden" name="locale" value={locale} />
      <button
        type="submit"
        name="wanted"
        value={shown ? "no" : "yes"}
        aria-label={shown ? words.saved : words.heart}
        className="flex size-11 items-center justify-center rounded-full bg-card text-terracotta-deep shadow-sm transition-transform hover:scale-110 motion-reduce:transition-none"
      >
        <svg
          viewBox="0 0 24 24"
          width={22}
          height={22}
          fill={shown ? "currentColor" : "none"}
          stroke="currentColor"
          strokeWidth="1.7"
          strokeLinejoin="round"
          aria-hidden="true"
        >
          <path d="M12 20s-7.5-4.6-7.5-10.2A4.3 4.3 0 0 1 12 7.2a4.3 4.3 0 0 1 7.5 2.6C19.5 15.4 12 20 12 20z" />
        </svg>
      </button>
      <p
        role="status"
        className="absolute end-0 top-full mt-1 w-44 rounded-lg bg-card px-3 py-2 text-sm font-semibold text-terracotta-deep shadow-sm empty:hidden"
      >
        {state.kind === "refused" ? state.message : ""}
      </p>
    </form>
  );
}
