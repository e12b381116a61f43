"use client";
import { useEffect, useOptimistic } from "react";
import { useFormAction } from "@/app/_actions/use-form-action";
import { Icon } from "@/app/_ui/icon";
import { localDigits, type Locale } from "@/lib/kernel/money";
import { announceCartCount } from "../_shell/cart-count";
import { useIsEnhanced } from "@/app/_actions/use-is-enhanced";
import { changeLineAction } from "./actions";

interface Props {
  readonly sku: string;
  readonly locale: Locale;
  readonly quantity: number;
  readonly maxQuantity: number;
  readonly words: {
    readonly increase: string;
    readonly decrease: string;
    readonly remove: string;
    readonly removeName: string;
    readonly quantityOf: string;
    readonly unreachable: string;
  };
}

const round =
  "flex size-11 items-center justify-center rounded-full hover:bg-jute-tint disabled:opacity-35 disabled:hover:bg-transparent";

/** − 2 + and Remove. Each is a submit button that carries the new quantity, so it works without JavaScript. */
export function LineQuantity({ sku, locale, quantity, maxQuantity, words }: Props) {
  const [state, change] = useFormAction(changeLineAction, words.unreachable);
  const [shown, expect] = useOptimistic(quantity);
  useEffect(() => {
    if (state.kind === "done") announceCartCount();
  }, [state]);
  const submit = (form: FormData) => {
    expect(Number(form.get("change")));
    change(form);
  };
  const isEnhanced = useIsEnhanced();
  return (
    <form action={isEnhanced ? submit : change} className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
      <input type="hidden" name="sku" value={sku} />
      <input type="hidden" name="locale" value={locale} />
      {quantity > 0 && (
        <div className="inline-flex items-center rounded-full border border-line-strong bg-card">
          <button
            type="submit"
            name="change"
            value={shown - 1}
            disabled={shown <= 1}
            aria-label={words.decrease}
            className={round}
          >
            <Icon name="minus" size={20} />
          </button>
          <output aria-label={words.quantityOf} className="min-w-8 text-center font-semibold tabular-nums">
            {localDigits(String(shown), locale)}
          </output>
          <button
            type="submit"
            name="change"
            value={shown + 1}
            disabled={shown >= maxQuantity}
            aria-label={words.increase}
            className={round}
          >
            <Icon name="plus" size={20} />
          </button>
        </div>
      )}
      <button
        type="submit"
        name="change"
        value="0"
        aria-label={words.removeName}
        className="inline-flex min-h-11 items-center gap-1.5 text-sm font-medium text-ink-soft underline-offset-4 hover:text-terracotta-deep hover:underline"
      >
        <Icon name="bin" size={20} />
        {words.remove}
      </button>
      <p aria-live="polite" className="w-full text-sm font-semibold text-terracotta-deep empty:hidden">
        {state.kind === "refused" ? (state.message ?? Object.values(state.fields)[0]) : ""}
      </p>
    </form>
  );
}
