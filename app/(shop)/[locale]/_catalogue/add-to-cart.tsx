"use client";
import Link from "next/link";
import { useActionState, useEffect } from "react";
import { untouched } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { addToCartAction } from "../cart/actions";
import { announceCartCount } from "../_shell/cart-count";

interface Words {
  readonly quantity: string;
  readonly add: string;
  readonly adding: string;
  readonly added: string;
  readonly goToCart: string;
}

interface Props {
  readonly sku: string;
  readonly locale: string;
  /** 1, 2, 3 … in the reader's digits. */
  readonly quantities: readonly string[];
  readonly price: string;
  readonly cartHref: string;
  readonly words: Words;
}

/** Quantity and button; on a phone they stay at the bottom of the screen. Works without JavaScript. */
export function AddToCart({ sku, locale, quantities, price, cartHref, words }: Props) {
  const [state, add, isAdding] = useActionState(addToCartAction, untouched);
  useEffect(() => {
    if (state.kind === "done") announceCartCount();
  }, [state]);
  return (
    <form action={add} className="bottom-bar">
      <input type="hidden" name="sku" value={sku} />
      <input type="hidden" name="locale" value={locale} />
      <div aria-live="polite" className="text-sm font-semibold">
        {state.kind === "done" && (
          <p className="flex flex-wrap items-center justify-between gap-x-4 pb-2 text-brand">
            <span className="inline-flex items-center gap-1.5">
              <Icon name="check" size={20} />
              {words.added}
            </span>
            <Link href={cartHref} className="inline-flex min-h-11 items-center underline underline-offset-4">
              {words.goToCart}
            </Link>
          </p>
        )}
        {state.kind === "refused" && (
          <p className="pb-2 text-terracotta-deep">{state.message ?? Object.values(state.fields)[0]}</p>
        )}
      </div>
      <div className="flex items-center gap-3">
        <p className="text-lg font-bold leading-tight lg:hidden">{price}</p>
        <label className="flex items-center gap-2 text-sm font-medium">
          <span className="max-lg:sr-only">{words.quantity}</span>
          <select
            name="quantity"
            defaultValue="1"
            className="h-12 min-w-16 rounded-full border border-line-strong bg-card px-4 text-base font-semibold"
          >
            {quantities.map((shown, index) => (
              <option key={shown} value={index + 1}>
                {shown}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" aria-disabled={isAdding} className={button("primary", "h-12 flex-1")}>
          {isAdding ? words.adding : words.add}
        </button>
      </div>
    </form>
  );
}
